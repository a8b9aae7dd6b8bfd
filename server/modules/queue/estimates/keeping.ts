import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Board } from '../board/rules.ts';

/** Milliseconds between two writings at a point. */
export const KEEP_AGAIN_MS = 30_000;
/** What is told moves with the clock; it is kept anew when a moment it tells of has moved by this much (seconds). */
const MOVED = 120;

/**
 * Keeps what those who wait are told now, so that the latest estimate can be measured too. Nodes may do it at once: who comes second finds
 * it kept. A call passes by locked rows, so nobody's row is locked while one is under way: all counters are held first, or nothing is
 * written this time. Waits for nobody, and so never deadlocks.
 * @returns how many were kept
 */
export async function keepTold(db: Db, { pointId, at, line }: Pick<Board, 'pointId' | 'at' | 'line'>): Promise<number> {
  if (line.length === 0) return 0;
  const now = Temporal.Instant.fromEpochMilliseconds(at);
  const told = line.map(({ id, estimate }) => ({ id, low: null, likely: null, high: null, ...estimate }));
  const { rows } = await sql<{ id: string }>`
    with held as (select id from counter where point_id = ${pointId}::uuid and active order by id for no key update skip locked),
    quiet as (select (select count(*) from held) = (select count(*) from counter where point_id = ${pointId}::uuid and active) as yes),
    told as (select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as x (id uuid, low int, likely int, high int)),
    changed as (
      select s.id, t.low, t.likely, t.high from visit_step s join told t on t.id = s.id
      where (select yes from quiet) and s.state = 'waiting' and (s.last_told_at is null or s.last_told_at < ${now}::timestamptz)
        and ((s.last_likely is null) <> (t.likely is null) or greatest(
          abs(extract(epoch from ${now}::timestamptz - s.last_told_at) + t.low - s.last_low),
          abs(extract(epoch from ${now}::timestamptz - s.last_told_at) + t.likely - s.last_likely),
          abs(extract(epoch from ${now}::timestamptz - s.last_told_at) + t.high - s.last_high)) >= ${MOVED})
      order by s.id for no key update of s skip locked)
    update visit_step s set last_told_at = ${now}::timestamptz, last_low = c.low, last_likely = c.likely, last_high = c.high
    from changed c where s.id = c.id returning s.id`.execute(db);
  return rows.length;
}
