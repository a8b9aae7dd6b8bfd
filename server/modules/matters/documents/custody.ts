import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { type HappeningKind, noteHappening } from '../happenings.ts';
import { lockNeed } from '../needs/queries.ts';
import { requireKnown } from '../references.ts';
import { discloseFor } from '../sharing/disclosing.ts';
import { liveShare } from '../sharing/queries.ts';
import type { Given } from '../sharing/rules.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { sidesOf } from './policy.ts';
import { insertEvent, isRestricted, type LockedDocument, lockDocument, moveDocument, type Standing } from './queries.ts';
import { type Deed, judge, type Side, standingOf } from './rules.ts';
import type { CustodyInput, DocumentState } from './schema.ts';
import { needOf } from './service.ts';
import { tellOfTransfer } from './telling.ts';
import { traceDocument } from './trace.ts';

type Change = { desk: Desk; trx: Trx; call: Call; matter: LockedMatter; document: LockedDocument };

/**
 * Adds a link to the chain of custody: who has the paper now, when and where.
 * @throws NotFound; Forbidden `only-authority-signs`, `document-not-yours`; Conflict `document-ended`, `document-elsewhere`,
 *   `document-without-authority`, `document-without-need`, `document-changed`, `document-address-restricted`, `document-same-authority`,
 *   `document-matter-here`;
 *   Invalid `place-needed`, `ground-needed`, `unknown-reference`
 */
export async function addCustody(desk: Desk, call: Call, documentId: string, input: CustodyInput): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const found = await lockDocument(trx, call, documentId);
    if (!found) throw new NotFound();
    const change = { desk, trx, call, ...found };
    const { next, side } = permitted(change, input.kind);
    if (found.document.version !== input.version) throw new Conflict('document-changed');
    await requireKnown(desk, { points: { pointId: input.pointId } });
    await refuseWrong(change, input, side);
    const to = await standingAfter(change, input, next);
    await moveDocument(trx, documentId, to);
    await insertEvent(trx, documentId, eventOf(change, input, side, to));
    await tellHappening(change, input.kind, to);
    const isElsewhere = to.organisationId !== found.document.organisationId;
    if (input.kind === 'transferred' && isElsewhere) await tellOfTransfer(desk, trx, call, found.matter, documentId);
    const { document: before } = found;
    await traceDocument(trx, call, found.matter, { ...before, ...to }, `document.${input.kind}`, { before });
  });
}

function permitted({ call, document, matter }: Change, kind: Deed): { next: DocumentState; side: Side } {
  const verdict = judge(kind, sidesOf(call.actor, document), standingOf(document, matter.owner_org));
  if ('forbidden' in verdict) throw new Forbidden(verdict.forbidden);
  if ('conflict' in verdict) throw new Conflict(verdict.conflict);
  return verdict;
}

async function refuseWrong({ trx, matter }: Change, input: CustodyInput, side: Side): Promise<void> {
  if (input.kind === 'moved' && !input.pointId && !input.place) throw new Invalid('place-needed', { fields: ['pointId', 'place'] });
  // Under turvakielto the desk has no address to send to; the authority has its own.
  if (input.kind === 'sent-back' && side === 'keeper' && (await isRestricted(trx, matter.customer_id)))
    throw new Conflict('document-address-restricted');
}

async function standingAfter(change: Change, input: CustodyInput, state: DocumentState): Promise<Standing> {
  const { desk, call, matter, document } = change;
  const { ownerOrg, organisationId, needId } = document;
  const kept = { ownerOrg, organisationId, needId, nextOrg: null, state, at: desk.clock.now() };
  switch (input.kind) {
    case 'handed':
      await disclose(change, document.organisationId as string, document.needId, input);
      return { ...kept, pointId: null, place: input.place };
    case 'transferred': {
      const needId = await rightNeed(change, input);
      return { ...kept, needId, organisationId: input.organisationId, pointId: document.pointId, place: document.place };
    }
    case 'sent-on': {
      const ofNeed = await needToSendWith(change, input.needId);
      await disclose(change, matter.owner_org, ofNeed, input);
      return { ...kept, needId: ofNeed, nextOrg: matter.owner_org, pointId: null, place: input.place };
    }
    case 'taken-over':
      return { ...kept, ownerOrg: document.nextOrg as string, pointId: input.pointId ?? call.actor.pointId, place: input.place };
    case 'moved':
      return { ...kept, pointId: input.pointId ?? null, place: input.place };
    case 'signed':
    case 'came-back':
      return { ...kept, pointId: input.pointId ?? call.actor.pointId, place: input.place };
    case 'handed-back':
      return { ...kept, pointId: null, place: input.place };
    default:
      return { ...kept, pointId: null, place: '' };
  }
}

/** The need it turned out to belong to, disclosed to the right authority; to the same one, when only the need is another. */
async function rightNeed(change: Change, input: Extract<CustodyInput, { kind: 'transferred' }>): Promise<string | null> {
  const { desk, trx, matter, document } = change;
  await requireKnown(desk, { organisations: { organisationId: input.organisationId } });
  const needId = input.needId ?? document.needId;
  if (input.organisationId === document.organisationId && needId === document.needId) throw new Conflict('document-same-authority');
  if (matter.state !== 'open') throw new Conflict(matter.state === 'closed' ? 'matter-closed' : 'matter-merged');
  if (input.needId) await needOf(trx, matter, input.needId);
  await disclose(change, input.organisationId, needId, input);
  return needId;
}

/** The need by which the desk it goes to may know the paper: its own, or one of the sender's in the same matter. */
async function needToSendWith({ trx, matter, document }: Change, needId: string | null | undefined): Promise<string | null> {
  if (!needId || needId === document.needId) return document.needId;
  const need = await lockNeed(trx, matter.id, needId);
  if (need?.owner_org !== document.ownerOrg) throw new NotFound();
  return needId;
}

/** Whoever gets a paper gets to see its need, on a ground that is kept: without a need there is nothing to show it by. */
async function disclose({ desk, trx, call, matter, document }: Change, toOrg: string, needId: string | null, given: Given): Promise<void> {
  if (toOrg === document.ownerOrg) return;
  const need = needId && (await lockNeed(trx, matter.id, needId));
  if (!need) throw new Conflict('document-without-need');
  if (toOrg === need.owner_org) return;
  // An earlier keeper's need is theirs to disclose: who has taken the paper over gives a need of its own.
  const isOwn = need.owner_org === document.ownerOrg;
  if (!isOwn && !(await liveShare(trx, need.id, toOrg))) throw new Conflict('document-without-need');
  await discloseFor(desk, trx, call, matter, need, toOrg, given);
}

const orgOf = ({ ownerOrg, organisationId, nextOrg }: LockedDocument, side: Side): string =>
  ({ keeper: ownerOrg, authority: organisationId, holder: organisationId, next: nextOrg })[side] as string;

function eventOf({ call, document, desk }: Change, input: CustodyInput, side: Side, to: Standing) {
  return {
    kind: input.kind,
    at: desk.clock.now(),
    personId: call.actor.personId,
    org: orgOf(document, side),
    pointId: to.pointId ?? input.pointId ?? document.pointId ?? call.actor.pointId,
    place: input.place || to.place,
    note: input.note,
    ...(input.kind === 'transferred' ? { fromOrg: document.organisationId, toOrg: input.organisationId } : {}),
    ...(input.kind === 'handed' ? { toOrg: document.organisationId } : {}),
    ...(input.kind === 'sent-on' ? { toOrg: to.nextOrg } : {}),
    ...(input.kind === 'taken-over' ? { fromOrg: document.ownerOrg } : {}),
    ...(input.kind === 'returned' ? { identification: input.identification } : {}),
  };
}

const told: Partial<Record<Deed, HappeningKind>> = {
  handed: 'document-handed',
  signed: 'document-signed',
  transferred: 'document-transferred',
  'sent-on': 'document-sent-on',
  'taken-over': 'document-taken-over',
  returned: 'document-returned',
  'sent-back': 'document-sent-back',
};

/** On the timeline of whom the paper is with; when it changes hands on that of both, so that the sender has it that it was signed for. */
async function tellHappening({ trx, call, matter, document }: Change, kind: Deed, { needId, nextOrg }: Standing): Promise<void> {
  const line = told[kind];
  if (!line) return;
  const other = kind === 'sent-on' ? nextOrg : document.nextOrg;
  const sides = kind === 'sent-on' || kind === 'taken-over' ? [document.ownerOrg, other as string] : [document.ownerOrg];
  for (const ownerOrg of sides) {
    const about = sides.length > 1 ? { organisationId: other } : {};
    await noteHappening(trx, { matterId: matter.id, needId, ownerOrg, kind: line, personId: call.actor.personId, about });
  }
}
