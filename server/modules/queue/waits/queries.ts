import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { waited } from '../estimates/waited.ts';
import { LEAST_VISITS } from '../figures/rules.ts';
import type { HourOfWeek } from './schema.ts';

const LEARNED_FROM_DAYS = 60;

export async function pointsWithQueues(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select distinct point_id as id from queue where active`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/**
 * The middle wait by weekday and hour of arrival, counted as the point's own figures count it, begun minutes counted whole: nobody is promised a wait of nothing. An agreed time is
 * not waited for, and a chain's later steps are not newcomers'.
 */
export async function hoursOfPoint(db: Db, pointId: string, zone: string, now: Temporal.Instant): Promise<HourOfWeek[]> {
  const since = now.subtract({ hours: 24 * LEARNED_FROM_DAYS });
  const { rows } = await sql<HourOfWeek>`
    select extract(isodow from s.joined_at at time zone ${zone})::int as weekday, extract(hour from s.joined_at at time zone ${zone})::int as hour,
      greatest(ceil(percentile_cont(0.5) within group (order by ${waited('s')}) / 60), 1)::int as minutes
    from visit_step s
    where s.queue_id in (select q.id from queue q where q.point_id = ${pointId}::uuid) and s.state in ('finished', 'no-show', 'moved') and s.ended_at > ${since}::timestamptz
      and s.called_at is not null and s.due_at is null and not s.by_chain and s.not_before is null
    group by 1, 2 having count(distinct s.visit_id) >= ${LEAST_VISITS} order by 1, 2`.execute(db);
  return rows;
}
