import { inTransaction } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { By } from '../../../identity/types.ts';
import { mayApprove } from '../../policy.ts';
import { refusalOf } from '../rules.ts';
import { CardContent } from '../schema.ts';
import { lockKeptCard } from '../service.ts';
import type { CardContext } from '../types.ts';
import { differencesOf } from './differences.ts';
import { type Version, versionsOf } from './queries.ts';
import type { CardDraft, CardHistory, CardVersion } from './schema.ts';

/** What is being written and how it differs from what is published; without a draft, what one would begin from. @throws NotFound */
export async function draftFor({ db }: CardContext, by: By, cardId: string): Promise<CardDraft> {
  return inTransaction(db, async (trx) => {
    const card = await lockKeptCard(trx, by.actor, cardId);
    const versions = await versionsOf(trx, cardId);
    const published = versions.find(({ state }) => state === 'published') ?? null;
    const open = versions.find(({ state }) => state === 'draft' || state === 'offered' || state === 'approved');
    if (!open) return begunFrom(published, versions);
    return {
      ...open,
      refusal: refusalOf(open, by.actor.personId, mayApprove(by.actor, card.ownerOrg)),
      differences: differencesOf(published?.content ?? null, open.content),
    };
  });
}

function begunFrom(published: Version | null, versions: Version[]): CardDraft {
  return {
    number: (versions[0]?.number ?? 0) + 1,
    state: 'draft',
    revision: 0,
    content: published?.content ?? CardContent.parse({}),
    ...{ changeNote: '', writers: [], savedAt: null, offeredByName: null, approvedByName: null, publishOn: null, returnedNote: '' },
    refusal: 'not-offered',
    differences: [],
  };
}

/** Every version there has been, the newest first. @throws NotFound */
export async function historyOf({ db }: CardContext, by: By, cardId: string): Promise<CardHistory> {
  return inTransaction(db, async (trx) => {
    await lockKeptCard(trx, by.actor, cardId);
    return { versions: await versionsOf(trx, cardId) };
  });
}

/** One version, and what it says otherwise than the one that stood before it. @throws NotFound */
export async function versionOf({ db }: CardContext, by: By, cardId: string, number: number): Promise<CardVersion> {
  return inTransaction(db, async (trx) => {
    await lockKeptCard(trx, by.actor, cardId);
    const versions = await versionsOf(trx, cardId);
    const version = versions.find((one) => one.number === number);
    if (!version) throw new NotFound();
    const before = versions.find((one) => one.number < number) ?? null;
    return { ...version, than: before?.number ?? null, differences: differencesOf(before?.content ?? null, version.content) };
  });
}
