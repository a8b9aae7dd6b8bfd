import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { floorChanged } from '../events.ts';
import type { Floor } from '../types.ts';

/** The job of each night, by each point's own days: who was left in yesterday's queues is there no more, and counters nobody closed are closed. @returns how many visits */
export async function closeDays(floor: Pick<Floor, 'db' | 'clock' | 'boards'>): Promise<number> {
  const now = floor.clock.now();
  return inTransaction(floor.db, async (trx) => {
    const ended = await sql<{ id: string; pointId: string }>`update visit v set ended_at = ${now}::timestamptz, ended_how = 'closed'
      from service_point p where p.id = v.point_id and v.ended_at is null and v.day < (${now}::timestamptz at time zone p.zone)::date
      returning v.id, v.point_id as "pointId"`.execute(trx);
    await dropSteps(
      trx,
      ended.rows.map(({ id }) => id),
      now,
    );
    const closed = await sql<{
      pointId: string;
    }>`update counter set state = 'closed', person_id = null, since = ${now}::timestamptz, version = version + 1,
        help_asked_at = null, help_taken_by = null
      where state <> 'closed' and since < ${now.subtract({ hours: 12 })}::timestamptz
        and not exists (select from visit_step s where s.counter_id = counter.id and s.state in ('called', 'serving')) returning point_id as "pointId"`.execute(
      trx,
    );
    for (const pointId of new Set([...ended.rows, ...closed.rows].map((row) => row.pointId))) await floorChanged(floor, trx, pointId);
    return ended.rows.length;
  });
}

/** Ends a visit that nobody is there for any more, or that goes on at a meeting. */
export async function closeVisit(trx: Trx, visitId: string, now: Temporal.Instant, how: 'closed' | 'meeting' = 'closed'): Promise<void> {
  await sql`update visit set ended_at = ${now}::timestamptz, ended_how = ${how} where id = ${visitId}::uuid`.execute(trx);
  await dropSteps(trx, [visitId], now);
}

async function dropSteps(trx: Trx, visitIds: readonly string[], now: Temporal.Instant): Promise<void> {
  await sql`with told as (delete from visit_push where visit_id = any(${visitIds}::uuid[]))
    update visit_step set state = 'dropped', ended_at = ${now}::timestamptz
    where visit_id = any(${visitIds}::uuid[]) and state in ('planned', 'waiting', 'called', 'serving', 'parked')`.execute(trx);
}
