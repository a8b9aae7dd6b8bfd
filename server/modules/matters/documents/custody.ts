import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { type HappeningKind, noteHappening } from '../happenings.ts';
import { requireKnown } from '../references.ts';
import { discloseFor } from '../sharing/disclosing.ts';
import type { Given } from '../sharing/rules.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { sidesOf } from './policy.ts';
import { insertEvent, isRestricted, type LockedDocument, lockDocument, moveDocument, type Standing } from './queries.ts';
import { type Deed, judge, type Side } from './rules.ts';
import type { CustodyInput, DocumentState } from './schema.ts';
import { needOf } from './service.ts';
import { tellOfTransfer } from './telling.ts';
import { traceDocument } from './trace.ts';

type Change = { desk: Desk; trx: Trx; call: Call; matter: LockedMatter; document: LockedDocument };

/**
 * Adds a link to the chain of custody: who has the paper now, when and where.
 * @throws NotFound; Forbidden `only-authority-signs`, `document-not-yours`; Conflict `document-ended`, `document-elsewhere`,
 *   `document-without-authority`, `document-without-need`, `document-changed`, `document-address-restricted`, `document-same-authority`;
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
    await tellHappening(change, input.kind);
    if (input.kind === 'transferred') await tellOfTransfer(desk, trx, call, found.matter, documentId);
    await traceDocument(trx, call, found.matter, { ...found.document, ...to }, `document.${input.kind}`);
  });
}

function permitted({ call, document }: Change, kind: Deed): { next: DocumentState; side: Side } {
  const verdict = judge(kind, sidesOf(call.actor, document), { state: document.state, authority: document.organisationId !== null });
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
  const { desk, call, document } = change;
  const kept = { organisationId: document.organisationId, needId: document.needId, state, at: desk.clock.now() };
  switch (input.kind) {
    case 'handed':
      await disclose(change, document.organisationId as string, document.needId, input);
      return { ...kept, pointId: null, place: input.place };
    case 'transferred': {
      const needId = await rightNeed(change, input);
      return { ...kept, needId, organisationId: input.organisationId, pointId: document.pointId, place: document.place };
    }
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

/** The need it turned out to belong to, disclosed to the right authority. */
async function rightNeed(change: Change, input: Extract<CustodyInput, { kind: 'transferred' }>): Promise<string | null> {
  const { desk, trx, matter, document } = change;
  await requireKnown(desk, { organisations: { organisationId: input.organisationId } });
  const needId = input.needId ?? document.needId;
  if (input.organisationId === document.organisationId) throw new Conflict('document-same-authority');
  if (matter.state !== 'open') throw new Conflict(matter.state === 'closed' ? 'matter-closed' : 'matter-merged');
  if (input.needId) await needOf(trx, matter, input.needId);
  await disclose(change, input.organisationId, needId, input);
  return needId;
}

/** Whoever gets a paper gets to see its need, on a ground that is kept: without a need there is nothing to show it by. */
async function disclose({ desk, trx, call, matter, document }: Change, toOrg: string, needId: string | null, given: Given): Promise<void> {
  if (toOrg === document.ownerOrg) return;
  if (!needId) throw new Conflict('document-without-need');
  await discloseFor(desk, trx, call, matter, { id: needId, owner_org: document.ownerOrg }, toOrg, given);
}

function eventOf({ call, document, desk }: Change, input: CustodyInput, side: Side, to: Standing) {
  return {
    kind: input.kind,
    at: desk.clock.now(),
    personId: call.actor.personId,
    org: side === 'keeper' ? document.ownerOrg : (document.organisationId as string),
    pointId: to.pointId ?? input.pointId ?? document.pointId ?? call.actor.pointId,
    place: input.place || to.place,
    note: input.note,
    ...(input.kind === 'transferred' ? { fromOrg: document.organisationId, toOrg: input.organisationId } : {}),
    ...(input.kind === 'handed' ? { toOrg: document.organisationId } : {}),
    ...(input.kind === 'returned' ? { identification: input.identification } : {}),
  };
}

const told: Partial<Record<Deed, HappeningKind>> = {
  handed: 'document-handed',
  signed: 'document-signed',
  transferred: 'document-transferred',
  returned: 'document-returned',
  'sent-back': 'document-sent-back',
};

async function tellHappening({ trx, call, matter, document }: Change, kind: Deed): Promise<void> {
  const line = told[kind];
  if (!line) return;
  const { ownerOrg, needId } = document;
  await noteHappening(trx, { matterId: matter.id, needId, ownerOrg, kind: line, personId: call.actor.personId });
}
