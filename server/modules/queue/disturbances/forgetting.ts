import { sql } from 'kysely';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Floor } from '../types.ts';
import { keptFrom, USUAL_MONTHS } from './rules.ts';

/** An alarm nobody ended is over by the next day, in hours. */
const ALARM_HOURS = 12;

/**
 * Nightly: what happened longer ago than each point keeps is deleted, with the spoken feedback, alarms and computers' sittings of that
 * time. An alarm left open is ended. @returns how many entries went
 */
export async function forgetDisturbances({ db, clock }: Pick<Floor, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  const points = await sql<{ id: string; zone: string; months: number }>`select p.id, p.zone, coalesce(k.months, ${USUAL_MONTHS}) as months
    from service_point p left join disturbance_keeping k on k.point_id = p.id`.execute(db);
  return inTransaction(db, async (trx) => {
    let gone = 0;
    for (const { id, zone, months } of points.rows) {
      const from = keptFrom(now, months, zone);
      await sql`delete from silent_alarm where point_id = ${id}::uuid and raised_at < ${from}::timestamptz`.execute(trx);
      await sql`delete from spoken_feedback where point_id = ${id}::uuid and noted_at < ${from}::timestamptz`.execute(trx);
      await sql`delete from computer_session where point_id = ${id}::uuid and started_at < ${from}::timestamptz`.execute(trx);
      await sql`delete from computer_help where point_id = ${id}::uuid and asked_at < ${from}::timestamptz`.execute(trx);
      const old = await sql`delete from disturbance where point_id = ${id}::uuid and happened_at < ${from}::timestamptz`.execute(trx);
      gone += Number(old.numAffectedRows ?? 0);
    }
    await sql`update silent_alarm set ended_at = ${now}::timestamptz, ended_by = raised_by
      where ended_at is null and raised_at < ${now.subtract({ hours: ALARM_HOURS })}::timestamptz`.execute(trx);
    return gone;
  });
}
