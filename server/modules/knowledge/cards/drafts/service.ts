import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { mayApprove, mayWrite } from '../../policy.ts';
import { cardChanged } from '../events.ts';
import type { LockedCard } from '../queries.ts';
import { isDue, missingOf, refusalOf } from '../rules.ts';
import type { CardContent } from '../schema.ts';
import { lockKeptCard } from '../service.ts';
import type { CardContext } from '../types.ts';
import { publishVersion } from './publishing.ts';
import * as rows from './queries.ts';
import type { DraftInput } from './schema.ts';

/**
 * Saves what is being written; the first save begins a draft. What was offered or approved is a draft again.
 * @throws NotFound; Forbidden for who only approves; Conflict `draft-changed` when another has saved since `revision`
 */
export async function saveDraft(
  context: CardContext,
  by: By,
  cardId: string,
  input: DraftInput,
): Promise<{ number: number; revision: number }> {
  return inTransaction(context.db, async (trx) => {
    const card = await lockToWrite(trx, by, cardId);
    const open = await rows.openVersion(trx, cardId);
    if ((open?.revision ?? 0) !== input.revision) throw new Conflict('draft-changed');
    const saved = { ...input, personId: by.actor.personId, now: context.clock.now() };
    if (open) await rows.updateVersion(trx, open, saved);
    const number = open?.number ?? (await rows.insertVersion(trx, cardId, saved));
    await tell(trx, by, card, 'card.draft-saved');
    return { number, revision: input.revision + 1 };
  });
}

/** The published version stands as it was. @throws NotFound; Conflict `draft-changed` */
export async function dropDraft(context: CardContext, by: By, cardId: string, revision: number): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const card = await lockToWrite(trx, by, cardId);
    const open = await openAt(trx, cardId, revision);
    if (!card.publishedAt) throw new Conflict('card-only-draft');
    await rows.deleteVersion(trx, open);
    await tell(trx, by, card, 'card.draft-dropped');
  });
}

/** Asks for the second pair of eyes. @throws Conflict `draft-changed`, `draft-offered`; Invalid `card-incomplete` with the fields */
export async function offerDraft(context: CardContext, by: By, cardId: string, revision: number): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const card = await lockToWrite(trx, by, cardId);
    const open = await openAt(trx, cardId, revision);
    if (open.state !== 'draft') throw new Conflict('draft-offered');
    requireWhole(open.content);
    await rows.markOffered(trx, open, by.actor.personId);
    await tell(trx, by, card, 'card.offered');
  });
}

/** Back to its writers, with the reason. @throws Conflict `draft-changed`, `not-offered`; Forbidden */
export async function returnDraft(
  context: CardContext,
  by: By,
  cardId: string,
  { revision, note }: { revision: number; note: string },
): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const card = await lockKeptCard(trx, by.actor, cardId);
    const open = await openAt(trx, cardId, revision);
    if (open.state !== 'offered') throw new Conflict('not-offered');
    if (!mayApprove(by.actor, card.ownerOrg)) throw new Forbidden('not-approver');
    await rows.markReturned(trx, open, note);
    await tell(trx, by, card, 'card.returned');
  });
}

/**
 * The second pair of eyes: published at once, or on its day.
 * @throws Conflict `draft-changed`, `not-offered`; Forbidden `own-draft` for whoever wrote any of it, `not-approver`
 */
export async function approveDraft(
  context: CardContext,
  by: By,
  cardId: string,
  { revision, publishOn }: { revision: number; publishOn: Temporal.PlainDate | null },
): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const card = await lockKeptCard(trx, by.actor, cardId);
    const open = await openAt(trx, cardId, revision);
    const refusal = refusalOf(open, by.actor.personId, mayApprove(by.actor, card.ownerOrg));
    if (refusal === 'not-offered') throw new Conflict(refusal);
    if (refusal) throw new Forbidden(refusal);
    requireWhole(open.content);
    const now = context.clock.now();
    await rows.markApproved(trx, open, by.actor.personId, publishOn);
    await recordChange(trx, by, 'card.approved', cardId, card.ownerOrg);
    if (isDue(publishOn, dayOf(now))) await publishVersion(trx, card, open.number, now);
    else await cardChanged(trx, card);
  });
}

async function lockToWrite(trx: Trx, { actor }: By, cardId: string): Promise<LockedCard> {
  const card = await lockKeptCard(trx, actor, cardId);
  if (!mayWrite(actor, card.ownerOrg)) throw new Forbidden();
  return card;
}

async function openAt(trx: Trx, cardId: string, revision: number): Promise<rows.Version> {
  const open = await rows.openVersion(trx, cardId);
  if (!open) throw new NotFound();
  if (open.revision !== revision) throw new Conflict('draft-changed');
  return open;
}

function requireWhole(content: CardContent): void {
  const fields = missingOf(content);
  if (fields.length > 0) throw new Invalid('card-incomplete', { fields });
}

async function tell(trx: Trx, by: By, card: LockedCard, action: string): Promise<void> {
  await recordChange(trx, by, action, card.id, card.ownerOrg);
  await cardChanged(trx, card);
}
