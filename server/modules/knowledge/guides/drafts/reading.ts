import { inTransaction } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { refusalOf } from '../../cards/rules.ts';
import { mayApprove } from '../../policy.ts';
import { readerOf } from '../policy.ts';
import { GuideContent } from '../schema.ts';
import { lockKeptGuide } from '../service.ts';
import type { GuideContext } from '../types.ts';
import { differencesOf } from './differences.ts';
import { type Version, versionsFor } from './queries.ts';
import type { GuideDraft, GuideHistory, GuideVersion } from './schema.ts';

/** What is being written and how it differs from what is published; without a draft, what one would begin from. @throws NotFound */
export async function guideDraftFor({ db }: GuideContext, by: By, guideId: string): Promise<GuideDraft> {
  return inTransaction(db, async (trx) => {
    const guide = await lockKeptGuide(trx, by.actor, guideId);
    const versions = await versionsFor(trx, guideId, readerOf(by.actor));
    const published = versions.find(({ state }) => state === 'published') ?? null;
    const open = versions.find(({ state }) => state === 'draft' || state === 'offered' || state === 'approved');
    if (!open) return begunFrom(published, versions);
    return {
      ...open,
      refusal: refusalOf(open, by.actor.personId, mayApprove(by.actor, guide.ownerOrg)),
      differences: differencesOf(published?.content ?? null, open.content),
    };
  });
}

function begunFrom(published: Version | null, versions: Version[]): GuideDraft {
  return {
    number: (versions[0]?.number ?? 0) + 1,
    state: 'draft',
    revision: 0,
    content: published?.content ?? GuideContent.parse({}),
    ...{ changeNote: '', writers: [], savedAt: null, offeredByName: null, approvedByName: null, returnedNote: '' },
    refusal: 'not-offered',
    differences: [],
  };
}

/** The versions there have been, the newest first: to its keepers all, to others what was published to them. @throws NotFound */
export async function guideHistoryFor({ db }: GuideContext, actor: Actor, guideId: string): Promise<GuideHistory> {
  return { versions: await readVersions(db, actor, guideId) };
}

/** One version, and what it says otherwise than the one that stood before it. @throws NotFound */
export async function guideVersionFor({ db }: GuideContext, actor: Actor, guideId: string, number: number): Promise<GuideVersion> {
  const versions = await readVersions(db, actor, guideId);
  const version = versions.find((one) => one.number === number);
  if (!version) throw new NotFound();
  const before = versions.find((one) => one.number < number) ?? null;
  return { ...version, than: before?.number ?? null, differences: differencesOf(before?.content ?? null, version.content) };
}

async function readVersions(db: GuideContext['db'], actor: Actor, guideId: string): Promise<Version[]> {
  const versions = await versionsFor(db, guideId, readerOf(actor));
  if (versions.length === 0) throw new NotFound();
  return versions;
}
