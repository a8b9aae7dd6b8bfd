import { dayOf } from '../../../platform/clock/day.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { record } from '../../audit/service.ts';
import { eraseFromCustomer } from '../../customers/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { entryBy } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { answersFor } from './policy.ts';
import * as rows from './queries.ts';
import type { DataRequestAnswer, DataRequestList, RequestKind } from './schema.ts';

/** GDPR art. 12(3): without delay, and in a month at the latest. */
const DUE = { months: 1 };

export type Asked = { kind: RequestKind; matterId: string | null; words: string };

/** Routes what the customer asks to the controller of each record it is about. @throws NotFound for a matter that is not theirs */
export async function askOfData(desk: Desk, caller: CustomerCaller, requestId: string, asked: Asked): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const askedAt = desk.clock.now();
    const dueOn = dayOf(askedAt).add(DUE);
    const controllers = await rows.controllersOf(trx, caller, asked.matterId);
    if (controllers.length === 0) throw new NotFound();
    for (const ownerOrg of controllers) {
      const who = { customerId: handledCustomer(caller), byCustomerId: caller.customerId };
      const id = await rows.insertRequest(trx, { ...asked, ...who, ownerOrg, askedAt, dueOn });
      const about = { ownerOrg, subjects: [id], ...(asked.matterId ? { matterId: asked.matterId } : {}) };
      await record(trx, { ...customerEntry(caller, requestId), action: 'data-request.asked', purpose: 'data-rights', ...about });
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

/**
 * Answers the customer, with the reason they read. What is to be erased is erased here and now, and nothing is said erased that was not.
 * @throws NotFound for another organisation's; Conflict `data-request-answered`, `customer-served` while a matter of theirs is open
 *   anywhere; Invalid `erase-not-asked`
 */
export async function answerDataRequest(desk: Desk, call: Call, id: string, answer: DataRequestAnswer): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const request = await rows.lockRequest(trx, answersFor(call.actor), id);
    if (!request) throw new NotFound();
    if (request.outcome) throw new Conflict('data-request-answered');
    if (answer.erase.length > 0) {
      if (request.kind !== 'erase' || answer.outcome === 'refused') throw new Invalid('erase-not-asked', { fields: ['erase'] });
      if (await rows.isServed(trx, request.customer_id)) throw new Conflict('customer-served');
      await eraseFromCustomer(trx, request.customer_id, answer.erase);
    }
    await rows.writeAnswer(trx, id, answer, { personId: call.actor.personId, at: desk.clock.now() });
    const about = {
      customerId: request.customer_id,
      ownerOrg: request.owner_org,
      subjects: [id],
      ...(request.matter_id ? { matterId: request.matter_id } : {}),
    };
    await record(trx, { ...entryBy(call), action: 'data-request.answered', purpose: 'data-rights', ...about });
  });
}
