import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';

const LEARNED_FROM_DAYS = 60;
/** A visit that stayed open over a lunch tells nothing of what a visit takes (seconds). */
const LONGEST = 4 * 3600;
/**
 * Waits told to be shorter than this are too short for a ratio to mean anything (seconds): with one minute the ranges of long waits were
 * wider than eight of ten need (`npm run bench:estimates`).
 */
const LEAST_TOLD = 180;
/** Ranges are learned from no fewer waits than these. */
const LEAST_WAITS = 30;

/**
 * The job of each night: what visits have taken, by queue and by queue and hour, and how far waits were from what was first told, so that
 * eight of ten fall into the range. @returns how many paces were learned
 */
export async function learnPaces(db: Db, now: Temporal.Instant): Promise<number> {
  const since = now.subtract({ hours: 24 * LEARNED_FROM_DAYS });
  const learned = await sql`
    with took as (
      select s.queue_id, extract(hour from s.called_at at time zone p.zone)::smallint as hour,
        least(extract(epoch from s.ended_at - coalesce(s.serving_at, s.called_at)), ${LONGEST}) as seconds
      from visit_step s join service_point p on p.id = s.point_id
      where s.state = 'finished' and s.called_at is not null and s.ended_at > ${since}::timestamptz and s.ended_at > s.called_at),
    paces as (select queue_id, hour, round(avg(seconds))::int as seconds, count(*)::int as visits from took group by grouping sets ((queue_id), (queue_id, hour))),
    waited as (
      select s.queue_id, extract(epoch from s.called_at - s.first_told_at) / s.first_likely as ratio
      from visit_step s where s.called_at > s.first_told_at and s.first_likely >= ${LEAST_TOLD} and s.called_at > ${since}::timestamptz and s.not_before is null),
    ranges as (
      select queue_id, percentile_cont(array[0.1, 0.9]) within group (order by ratio) as at from waited group by queue_id having count(*) >= ${LEAST_WAITS})
    insert into queue_pace (queue_id, hour, seconds, visits, low_percent, high_percent, learned_at)
    select p.queue_id, p.hour, greatest(p.seconds, 1), p.visits, least(round(r.at[1] * 100), 100), greatest(least(round(r.at[2] * 100), 1000), 100), ${now}::timestamptz
    from paces p left join ranges r on r.queue_id = p.queue_id
    on conflict (queue_id, coalesce(hour, -1)) do update set seconds = excluded.seconds, visits = excluded.visits, low_percent = excluded.low_percent,
      high_percent = excluded.high_percent, learned_at = excluded.learned_at
    returning queue_id`.execute(db);
  await sql`delete from queue_pace where learned_at < ${now}::timestamptz`.execute(db);
  return learned.rows.length;
}

/** How right a told wait was: minutes between it and the real one, and the share that fell into the range. */
export type Accuracy = { visits: number; medianError: number | null; held: number | null };

/** `queueId` null: of all queues. */
export type AccuracyOfQueue = Accuracy & { queueId: string | null };

type Between = { pointId: string; from: Temporal.Instant; until: Temporal.Instant };

/** Of all calls within the period, and by queue. @param which what was told at arrival, or the latest before the call */
export async function accuracies(db: Db, { pointId, from, until }: Between, which: 'first' | 'last'): Promise<AccuracyOfQueue[]> {
  const [at, low, likely, high] = ['told_at', 'low', 'likely', 'high'].map((name) => sql.ref(`${which}_${name}`));
  const { rows } = await sql<AccuracyOfQueue>`
    with waited as (
      select queue_id, extract(epoch from called_at - ${at}) as real, ${low} as low, ${likely} as likely, ${high} as high from visit_step
      where point_id = ${pointId}::uuid and ${likely} is not null and called_at >= ${from}::timestamptz and called_at < ${until}::timestamptz
        and called_at >= ${at})
    select queue_id as "queueId", count(*)::int as visits, percentile_cont(0.5) within group (order by abs(real - likely)) / 60 as "medianError",
      avg((real between low and high)::int)::float8 as held from waited group by grouping sets ((), (queue_id))`.execute(db);
  return rows;
}
