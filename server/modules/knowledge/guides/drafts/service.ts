import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { refusalOf } from '../../cards/rules.ts';
import { mayApprove, mayWrite } from '../../policy.ts';
import { guideChanged } from '../events.ts';
import type { LockedGuide } from '../queries.ts';
import { isDue, isOrdered, missingOf } from '../rules.ts';
import type { GuideContent } from '../schema.ts';
import { lockKeptGuide, requireKnown } from '../service.ts';
import type { GuideContext } from '../types.ts';
import { publishVersion } from './publishing.ts';
import * as rows from './queries.ts';
import type { GuideDraftInput } from './schema.ts';

/**
 * Saves what is being written; the first save begins a draft. What was offered or approved is a draft again.
 * @throws NotFound; Forbidden for who only approves; Conflict `draft-changed` when another has saved since `revision`; Invalid `unknown-reference`
 */
export async function saveGuideDraft(
  context: GuideContext,
  by: By,
  guideId: string,
  input: GuideDraftInput,
): Promise<{ number: number; revision: number }> {
  return inTransaction(context.db, async (trx) => {
    const guide = await lockToWrite(trx, by, guideId);
    const open = await rows.openVersion(trx, guideId);
    if ((open?.revision ?? 0) !== input.revision) throw new Conflict('draft-changed');
    await requireKnown(context, input.content);
    const saved = { ...input, personId: by.actor.personId, now: context.clock.now() };
    if (open) await rows.updateVersion(trx, open, saved);
    const number = open?.number ?? (await rows.insertVersion(trx, guideId, saved));
    await tell(trx, by, guide, 'guide.draft-saved');
    return { number, revision: input.revision + 1 };
  });
}

/** The published version stands as it was. @throws NotFound; Conflict `draft-changed`, `guide-only-draft` */
export async function dropGuideDraft(context: GuideContext, by: By, guideId: string, revision: number): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const guide = await lockToWrite(trx, by, guideId);
    const open = await openAt(trx, guideId, revision);
    if (!guide.publishedAt) throw new Conflict('guide-only-draft');
    await rows.deleteVersion(trx, open);
    await tell(trx, by, guide, 'guide.draft-dropped');
  });
}

/** Asks for the second pair of eyes. @throws Conflict `draft-changed`, `draft-offered`; Invalid `guide-incomplete`, `guide-days` */
export async function offerGuideDraft(context: GuideContext, by: By, guideId: string, revision: number): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const guide = await lockToWrite(trx, by, guideId);
    const open = await openAt(trx, guideId, revision);
    if (open.state !== 'draft') throw new Conflict('draft-offered');
    requireWhole(open.content);
    await rows.markOffered(trx, open, by.actor.personId);
    await tell(trx, by, guide, 'guide.offered');
  });
}

/** Back to its writers, with the reason. @throws Conflict `draft-changed`, `not-offered`; Forbidden `not-approver` */
export async function returnGuideDraft(
  context: GuideContext,
  by: By,
  guideId: string,
  { revision, note }: { revision: number; note: string },
): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const guide = await lockKeptGuide(trx, by.actor, guideId);
    const open = await openAt(trx, guideId, revision);
    if (open.state !== 'offered') throw new Conflict('not-offered');
    if (!mayApprove(by.actor, guide.ownerOrg)) throw new Forbidden('not-approver');
    await rows.markReturned(trx, open, note);
    await tell(trx, by, guide, 'guide.returned');
  });
}

/**
 * The second pair of eyes: published at once, or on the first day of its validity.
 * @throws Conflict `draft-changed`, `not-offered`; Forbidden `own-draft` for whoever wrote any of it, `not-approver`
 */
export async function approveGuideDraft(context: GuideContext, by: By, guideId: string, revision: number): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const guide = await lockKeptGuide(trx, by.actor, guideId);
    const open = await openAt(trx, guideId, revision);
    const refusal = refusalOf(open, by.actor.personId, mayApprove(by.actor, guide.ownerOrg));
    if (refusal === 'not-offered') throw new Conflict(refusal);
    if (refusal) throw new Forbidden(refusal);
    requireWhole(open.content);
    const now = context.clock.now();
    await rows.markApproved(trx, open, by.actor.personId);
    await recordChange(trx, by, 'guide.approved', guideId, guide.ownerOrg);
    if (isDue(open.content, dayOf(now))) await publishVersion(trx, guide, open.number, now);
    else await guideChanged(trx, guide);
  });
}

async function lockToWrite(trx: Trx, { actor }: By, guideId: string): Promise<LockedGuide> {
  const guide = await lockKeptGuide(trx, actor, guideId);
  if (!mayWrite(actor, guide.ownerOrg)) throw new Forbidden();
  return guide;
}

async function openAt(trx: Trx, guideId: string, revision: number): Promise<rows.Version> {
  const open = await rows.openVersion(trx, guideId);
  if (!open) throw new NotFound();
  if (open.revision !== revision) throw new Conflict('draft-changed');
  return open;
}

function requireWhole(content: GuideContent): void {
  const fields = missingOf(content);
  if (fields.length > 0) throw new Invalid('guide-incomplete', { fields });
  if (!isOrdered(content)) throw new Invalid('guide-days', { fields: ['content.validUntil'] });
}

async function tell(trx: Trx, by: By, guide: LockedGuide, action: string): Promise<void> {
  await recordChange(trx, by, action, guide.id, guide.ownerOrg);
  await guideChanged(trx, guide);
}
