import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { permittedTasks } from '../../directory/service.ts';
import { noteHappening } from '../happenings.ts';
import { lockOpen, lockToStore } from '../locking.ts';
import { providersFor } from '../policy.ts';
import { requireKnown } from '../references.ts';
import { refuseRestricted } from '../restriction.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { insertNeed, type LockedNeed, lockNeed, updateNeed, writeOutcome } from './queries.ts';
import { refuseOutcome } from './rules.ts';
import type { NeedChange, NeedInput, OutcomeInput } from './schema.ts';

export async function addNeed(desk: Desk, call: Call, matterId: string, input: NeedInput): Promise<{ id: string }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    await requireKnown(desk, { organisations: { organisationId: input.organisationId } });
    const id = await insertNeed(trx, matter, input);
    await noteHappening(trx, { matterId, needId: id, ownerOrg: matter.owner_org, kind: 'need-added', personId: call.actor.personId });
    await traceNeed(trx, call, matter, id, 'need.added');
    return { id };
  });
}

/** Makes a need sharper: its words, the authority and service it points to; or takes papers in for forwarding, with time and place. */
export async function changeNeed(desk: Desk, call: Call, matterId: string, needId: string, change: NeedChange): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    const need = await lockKeptNeed(trx, matter, needId);
    if (change.received) await refuseUnpermittedReceipt(desk, trx, call, need);
    const directed = Boolean(change.organisationId && change.organisationId !== need.organisation_id);
    await requireKnown(desk, {
      organisations: directed ? { organisationId: change.organisationId } : {},
      points: { 'received.pointId': change.received?.pointId },
    });
    const pointId = change.received ? (change.received.pointId ?? call.actor.pointId) : null;
    await updateNeed(trx, need.id, change, { directed, receivedAt: change.received ? desk.clock.now() : null, pointId });
    const kind = change.received ? 'need-received' : change.state === 'dropped' ? 'need-dropped' : directed ? 'need-directed' : null;
    if (kind) await noteHappening(trx, { matterId, needId, ownerOrg: matter.owner_org, kind, personId: call.actor.personId });
    await traceNeed(trx, call, matter, needId, 'need.changed', change.state === 'in-hand' ? { inHand: true } : {});
  });
}

export async function recordOutcome(desk: Desk, call: Call, matterId: string, needId: string, input: OutcomeInput): Promise<void> {
  await inTransaction(desk.db, async (trx) => settleNeed(desk, trx, call, await lockToStore(trx, call, matterId), needId, input));
}

/**
 * Records how a need ended, inside a caller's transaction (the wrap-up settles several at once).
 * @throws Conflict `processing-restricted`; Invalid `receipt-needed` when "initiated" comes without the authority's receipt (hallintolaki 19-20 §)
 */
export async function settleNeed(
  desk: Desk,
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  needId: string,
  input: OutcomeInput,
): Promise<void> {
  await refuseRestricted(trx, matter.id);
  const need = await lockKeptNeed(trx, matter, needId);
  const receipt = input.receipt ?? need.receipt;
  const refusal = refuseOutcome(input.outcome, receipt);
  if (refusal) throw new Invalid(refusal, { fields: ['receipt'] });
  await writeOutcome(trx, needId, {
    outcome: input.outcome,
    why: input.why ?? null,
    receipt,
    at: desk.clock.now(),
    by: call.actor.personId,
  });
  await noteHappening(trx, {
    matterId: matter.id,
    needId,
    ownerOrg: matter.owner_org,
    kind: 'need-settled',
    personId: call.actor.personId,
    about: { outcome: input.outcome },
  });
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'need.settled',
    subjects: [needId],
    event: 'need.settled',
    facts: { ownerOrg: matter.owner_org, needId, outcome: input.outcome },
  });
}

async function lockKeptNeed(trx: Trx, matter: LockedMatter, needId: string): Promise<LockedNeed> {
  const need = await lockNeed(trx, matter.id, needId);
  // A need of an earlier keeper may not be visible to this one: then it does not exist.
  if (!need || need.owner_org !== matter.owner_org) throw new NotFound();
  return need;
}

/** Receiving documents for an authority is a permitted task of the agreement, or it may not be offered (223/2007, 6 §). */
async function refuseUnpermittedReceipt(desk: Desk, trx: Trx, call: Call, need: LockedNeed): Promise<void> {
  if (!need.organisation_id) throw new Conflict('need-not-directed');
  const day = desk.clock.now().toZonedDateTimeISO('Europe/Helsinki').toPlainDate();
  const permitted = await permittedTasks(trx, {
    providerIds: providersFor(call.actor, need.organisation_id),
    principalId: need.organisation_id,
    pointId: call.actor.pointId,
    day,
  });
  if (!permitted.tasks.includes('receive')) throw new Conflict('not-permitted-here');
}

async function traceNeed(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  needId: string,
  action: string,
  more: { inHand?: boolean } = {},
): Promise<void> {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [needId],
    event: 'need.changed',
    facts: { ownerOrg: matter.owner_org, needId, ...more },
  });
}
