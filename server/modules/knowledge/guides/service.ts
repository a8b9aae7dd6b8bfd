import { dayOf } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { keepersOf } from '../cards/queries.ts';
import { isStale, REVIEW_WITHIN } from '../cards/rules.ts';
import { keepingRoles, keptBy, mayApprove, mayWrite } from '../policy.ts';
import { insertVersion, writersOfApproved } from './drafts/queries.ts';
import { guideChanged } from './events.ts';
import { countGuides, guidesOfView } from './list-query.ts';
import { readerOf } from './policy.ts';
import { insertGuide, type LockedGuide, lockGuide, readGuide, updateGuide } from './queries.ts';
import { isEnded, REMIND_BEFORE } from './rules.ts';
import type { Guide, GuideChange, GuideContent, GuideInput, GuideList, GuideView } from './schema.ts';
import type { GuideContext } from './types.ts';

export async function listGuides({ db, clock }: GuideContext, actor: Actor, view: GuideView): Promise<GuideList> {
  const today = dayOf(clock.now());
  const ask = { reader: readerOf(actor), pointId: actor.pointId, today, soon: today.add(REMIND_BEFORE) };
  const [rows, counts] = await Promise.all([guidesOfView(db, ask, view), countGuides(db, ask)]);
  return { rows: rows.map((row) => ({ ...row, isStale: row.isPublished && isStale(row.reviewOn, today) })), counts };
}

/** @throws NotFound for one that is not there for the caller */
export async function guideFor({ db, clock }: GuideContext, actor: Actor, id: string): Promise<Guide> {
  const found = await readGuide(db, id, readerOf(actor));
  if (!found) throw new NotFound();
  const { number, ownerOrg, content, ...guide } = found;
  const today = dayOf(clock.now());
  return {
    ...guide,
    content,
    ownerOrganisationId: ownerOrg,
    publishedNumber: number,
    isStale: number !== null && isStale(guide.reviewOn, today),
    isEnded: content !== null && isEnded(content, today),
    may: { write: mayWrite(actor, ownerOrg), approve: mayApprove(actor, ownerOrg) },
  };
}

/** A new guide with its first draft; whoever begins it answers for it until another is named. @throws Forbidden; Invalid `unknown-reference` */
export async function createGuide(context: GuideContext, trx: Trx, by: By, input: GuideInput): Promise<{ id: string }> {
  const { ownerOrganisationId: ownerOrg, content } = input;
  if (!mayWrite(by.actor, ownerOrg)) throw new Forbidden();
  await requireKnown(context, content);
  const now = context.clock.now();
  const { personId } = by.actor;
  const id = (await insertGuide(trx, { ownerOrg, ownerPersonId: personId, reviewOn: dayOf(now).add(REVIEW_WITHIN), now })) as string;
  await insertVersion(trx, id, { content, changeNote: '', personId, now });
  await recordChange(trx, by, 'guide.created', id, ownerOrg);
  await guideChanged(trx, { id, ownerOrg, publishedAt: null });
  return { id };
}

/**
 * Who answers for the guide, when it is looked over, and whether it is in use. A later review date than today says that it has been looked over.
 * @throws Conflict `guide-changed` when another has changed it since `version`; Invalid `unknown-reference`; Forbidden, `own-draft` for who takes
 * their own text back into use
 */
export async function changeGuide(context: GuideContext, by: By, id: string, change: GuideChange): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const guide = await lockKeptGuide(trx, by.actor, id);
    if (guide.version !== change.version) throw new Conflict('guide-changed');
    const { ownerPersonId = guide.ownerPersonId, reviewOn = guide.reviewOn, retired } = change;
    if (change.ownerPersonId) await requireKeeper(context, trx, guide.ownerOrg, change.ownerPersonId);
    const retiredAt = retired === undefined ? guide.retiredAt : retired ? (guide.retiredAt ?? context.clock.now()) : null;
    if (guide.retiredAt && !retiredAt) await requireSecondEyes(trx, by.actor, guide);
    await updateGuide(trx, { id, ownerPersonId, reviewOn, retiredAt });
    await recordChange(trx, by, 'guide.kept', id, guide.ownerOrg);
    await guideChanged(trx, guide);
  });
}

/** Drafts and upkeep of others do not exist. @throws NotFound */
export async function lockKeptGuide(trx: Trx, actor: Actor, id: string): Promise<LockedGuide> {
  const guide = await lockGuide(trx, id, keptBy(actor));
  if (!guide) throw new NotFound();
  return guide;
}

/** Whom and what a guide names is in the directory. @throws Invalid `unknown-reference` with the fields */
export async function requireKnown({ directory }: GuideContext, content: GuideContent): Promise<void> {
  const { organisations, points } = await directory.read();
  const isIn = (all: readonly { id: string }[], ids: readonly (string | null)[]) =>
    ids.every((id) => id === null || all.some((one) => one.id === id));
  const fields = [
    ...(isIn(organisations, [content.organisationId]) ? [] : ['content.organisationId']),
    ...(isIn(organisations, [content.issuerId]) ? [] : ['content.issuerId']),
    ...(isIn(organisations, content.organisations) ? [] : ['content.organisations']),
    ...(isIn(points, content.points) ? [] : ['content.points']),
  ];
  if (fields.length > 0) throw new Invalid('unknown-reference', { fields });
}

async function requireKeeper({ clock }: GuideContext, trx: Trx, ownerOrg: string, personId: string): Promise<void> {
  const keepers = await keepersOf(trx, ownerOrg, keepingRoles, dayOf(clock.now()));
  if (!keepers.some(({ id }) => id === personId)) throw new Invalid('unknown-reference', { fields: ['ownerPersonId'] });
}

/** What is taken back into use comes before its readers anew. */
async function requireSecondEyes(trx: Trx, actor: Actor, guide: LockedGuide): Promise<void> {
  const writerIds = await writersOfApproved(trx, guide.id);
  if (!writerIds) return;
  if (!mayApprove(actor, guide.ownerOrg)) throw new Forbidden();
  if (writerIds.includes(actor.personId)) throw new Forbidden('own-draft');
}
