import { sql } from 'kysely';
import type { Db } from '../db/transaction.ts';

const DAYS_AHEAD = 7;
const DAYS_KEPT = 30;

/**
 * Daily job: makes the coming week's partitions and drops those older than 30 days which every reaction has read.
 * @returns how many were dropped.
 */
export async function tendEventPartitions(db: Db): Promise<number> {
  for (let offset = 0; offset <= DAYS_AHEAD; offset++) await sql`select create_event_partition(current_date + ${offset}::int)`.execute(db);
  const { rows } = await sql<{ dropped: boolean }>`
    select drop_event_partition(relname::text, ${DAYS_KEPT}) as dropped
    from pg_class join pg_inherits on inhrelid = oid
    where inhparent = 'event'::regclass and relname ~ '^event_[0-9]{8}$'`.execute(db);
  await sql`
    delete from event_default e where at < current_date - ${DAYS_KEPT}::int
      and not exists (select from event_cursor c where not pg_visible_in_snapshot(e.xid, c.seen))`.execute(db);
  return rows.filter((row) => row.dropped).length;
}
