import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { publishAll } from '../../../platform/events/publish.ts';
import { record } from '../../audit/service.ts';
import type { Desk } from '../types.ts';
import { REMIND_DAYS } from './rules.ts';

type Due = { id: string; customerId: string; ownerOrg: string; isLate: boolean };

const BATCH = 50;

/**
 * The job that reminds those who answer for an organisation's records: once in the last days of the month the law gives (GDPR art. 12(3)),
 * and once when it is over. Their desk shows it until the request is answered. @returns how many reminders
 */
export async function remindOfDataRequests({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<number> {
  const today = dayOf(clock.now());
  let all = 0;
  for (;;) {
    const some = await inTransaction(db, (trx) => remindSome(trx, today, clock.now()));
    all += some;
    if (some < BATCH) return all;
  }
}

async function remindSome(trx: Trx, today: Temporal.PlainDate, now: Temporal.Instant): Promise<number> {
  const soon = today.add({ days: REMIND_DAYS }).toString();
  const found =
    await sql<Due>`select id, customer_id as "customerId", owner_org as "ownerOrg", due_on < ${today.toString()}::date as "isLate" from data_request
    where outcome is null and ((due_on < ${today.toString()}::date and overdue_reminded_at is null)
      or (due_on between ${today.toString()}::date and ${soon}::date and reminded_at is null))
    order by due_on, id limit ${BATCH} for update skip locked`.execute(trx);
  for (const due of found.rows) await remind(trx, due, now);
  return found.rows.length;
}

async function remind(trx: Trx, { id, customerId, ownerOrg, isLate }: Due, now: Temporal.Instant): Promise<void> {
  const column = sql.ref(isLate ? 'overdue_reminded_at' : 'reminded_at');
  await sql`update data_request set ${column} = ${now}::timestamptz where id = ${id}::uuid`.execute(trx);
  const action = isLate ? 'data-request.overdue' : 'data-request.due-soon';
  await record(trx, { actorKind: 'system', action, purpose: 'data-rights', customerId, ownerOrg, subjects: [id] });
  await publishAll(trx, [{ type: action, subject: id, data: { ownerOrg } }]);
}
