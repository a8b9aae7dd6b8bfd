import { dayOf } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { publish } from '../../../platform/events/publish.ts';
import { record } from '../../audit/service.ts';
import { eraseFromCustomer, requireRight } from '../../customers/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { eraseContactChanges } from '../own/contact/queries.ts';
import { refuseRestrictedCustomer } from '../restriction.ts';
import { entryBy, eventRow } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import type { DataRequestEventType } from './events.ts';
import { answersFor } from './policy.ts';
import * as rows from './queries.ts';
import { DUE, LIFT_DAYS, REMIND_DAYS } from './rules.ts';
import type { DataRequestAnswer, DataRequestCounts, DataRequestList, LiftingInput, RequestKind } from './schema.ts';

export type Asked = { kind: RequestKind; matterId: string | null; words: string };

/**
 * Routes what the customer asks to the controller of each record it is about.
 * @throws NotFound for a matter that is not theirs; Forbidden `mandate-too-narrow`
 */
export async function askOfData(desk: Desk, caller: CustomerCaller, requestId: string, asked: Asked): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    requireRight(caller, 'data-rights');
    const askedAt = desk.clock.now();
    const dueOn = dayOf(askedAt).add(DUE);
    const controllers = await rows.controllersOf(trx, caller, asked.matterId);
    if (controllers.length === 0) throw new NotFound();
    for (const ownerOrg of controllers) {
      const who = { customerId: handledCustomer(caller), byCustomerId: caller.customerId };
      const id = await rows.insertRequest(trx, { ...asked, ...who, ownerOrg, askedAt, dueOn });
      const about = { ownerOrg, subjects: [id], ...(asked.matterId ? { matterId: asked.matterId } : {}) };
      await record(trx, { ...customerEntry(caller, requestId), action: 'data-request.asked', purpose: 'data-rights', ...about });
      await publish(trx, { type: 'data-request.asked', subject: id, data: { ownerOrg } });
    }
  });
}

/** What is asked of the organisations one answers for; each customer of the list is audited as looked at. */
export async function listDataRequests(desk: Desk, call: Call, view: 'open' | 'answered'): Promise<DataRequestList> {
  const found = await rows.requestsFor(desk.db, answersFor(call.actor), view, dayOf(desk.clock.now()));
  const looked = new Map(
    found.map(({ customerId, ownerOrganisationId, id }) => [
      `${customerId} ${ownerOrganisationId}`,
      { customerId, ownerOrg: ownerOrganisationId, subjects: [id] },
    ]),
  );
  for (const about of looked.values())
    await record(desk.db, { ...entryBy(call), action: 'data-request.listed', purpose: 'data-rights', ...about });
  return { rows: found.map(({ customerId: _, ...row }) => row) };
}

/** Numbers only, and so nobody's data. */
export async function countDataRequests(desk: Desk, { actor }: Call): Promise<DataRequestCounts> {
  const today = dayOf(desk.clock.now());
  return rows.countsFor(desk.db, answersFor(actor), today, today.add({ days: REMIND_DAYS }));
}

/**
 * Answers the customer, with the reason they read, and has them told of it. What is to be erased is erased here and now, and nothing is
 * said erased that was not. A restriction that is accepted holds from this commit on.
 * @throws NotFound for another organisation's; Conflict `data-request-answered`, `customer-served` while a matter of theirs is open
 *   anywhere, `customer-booked` when they could not be reached about times still to come, `processing-restricted` when what is to be erased is to be stored; Invalid `erase-not-asked`
 */
export async function answerDataRequest(desk: Desk, call: Call, id: string, answer: DataRequestAnswer): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const request = await lockToAnswer(trx, call, id);
    if (request.outcome) throw new Conflict('data-request-answered');
    if (answer.erase.length > 0) await erase(desk, trx, request, answer);
    const restricted = request.kind === 'restrict' && answer.outcome !== 'refused' ? await rows.lockRestricted(trx, request) : [];
    await rows.writeAnswer(trx, id, answer, { personId: call.actor.personId, at: desk.clock.now() });
    await trace(trx, call, request, 'data-request.answered', restricted);
  });
}

/**
 * Lifts a restriction: the customer is told now, and it ends days later (GDPR art. 18(3)).
 * @throws NotFound for another organisation's; Conflict `restriction-not-held` for what is not a restriction, or is being lifted already
 */
export async function liftRestriction(desk: Desk, call: Call, id: string, { reason }: LiftingInput): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const request = await lockToAnswer(trx, call, id);
    const holds = request.kind === 'restrict' && (request.outcome === 'done' || request.outcome === 'partly') && !request.lifts_at;
    if (!holds) throw new Conflict('restriction-not-held');
    const at = desk.clock.now();
    const restricted = await rows.lockRestricted(trx, request);
    await rows.writeLifting(trx, id, { reason, at, liftsAt: at.add({ hours: 24 * LIFT_DAYS }), personId: call.actor.personId });
    await trace(trx, call, request, 'data-request.lifting', restricted);
  });
}

async function lockToAnswer(trx: Trx, call: Call, id: string): Promise<rows.LockedRequest> {
  const request = await rows.lockRequest(trx, answersFor(call.actor), id);
  if (!request) throw new NotFound();
  return request;
}

async function erase(desk: Desk, trx: Trx, request: rows.LockedRequest, { erase: what, outcome }: DataRequestAnswer): Promise<void> {
  const { kind, customer_id } = request;
  if (kind !== 'erase' || outcome === 'refused') throw new Invalid('erase-not-asked', { fields: ['erase'] });
  if (await rows.isServed(trx, customer_id)) throw new Conflict('customer-served');
  // Whoever has data restricted may need them kept (GDPR art. 18(1)(b)-(c)).
  await refuseRestrictedCustomer(trx, customer_id, 'any');
  if (what.includes('contact-data') || what.includes('appointments')) await eraseBooked(desk, trx, request, what);
  await eraseFromCustomer(
    trx,
    customer_id,
    what.filter((one) => one !== 'appointments'),
  );
  if (what.includes('contact-data')) await eraseContactChanges(trx, customer_id);
}

/** An agreed time keeps how its customer is reached: both go, or the time is first seen to by whoever answers. */
async function eraseBooked({ booked }: Desk, trx: Trx, request: rows.LockedRequest, what: DataRequestAnswer['erase']): Promise<void> {
  const matters = await rows.mattersAbout(trx, request);
  if (!what.includes('appointments') && (await booked?.standing(trx, matters))) throw new Conflict('customer-booked');
  await booked?.erase(trx, matters);
}

/** The audit row, the event the customer is told by, and one for each matter whose pages look otherwise from now on. */
async function trace(
  trx: Trx,
  call: Call,
  request: rows.LockedRequest,
  type: DataRequestEventType,
  restricted: rows.Restricted[],
): Promise<void> {
  const { id, customer_id: customerId, owner_org: ownerOrg, matter_id: matterId } = request;
  const about = { customerId, ownerOrg, subjects: [id], ...(matterId ? { matterId } : {}) };
  await record(trx, { ...entryBy(call), action: type, purpose: 'data-rights', ...about });
  await publish(trx, { type, subject: id, data: { ownerOrg, matterId: request.tell_by } });
  for (const one of restricted)
    await eventRow({ matterId: one.id, event: 'matter.changed', facts: { ownerOrg: one.ownerOrg } }).execute(trx);
}
