import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/transaction.ts';
import type { PublishedEvent } from '../events/event.ts';

/**
 * Where a stream can be taken up again, as `epoch.xid.seq`: `seq` is the last event delivered and `xid` the oldest transaction that was
 * still to come then, so that another node can find everything after it (perhaps a little twice).
 */
export interface ResumePoint {
  floor: string;
  seq: number;
}

/** Events replayed to one stream at most; beyond that fetching anew is cheaper for everyone. */
export const MAX_REPLAY = 1_000;

export function formatResumePoint(epoch: string, { floor, seq }: ResumePoint): string {
  return `${epoch}.${floor}.${seq}`;
}

/** Undefined when it is not ours: another database, one restored from a back-up, or made up. */
export function parseResumePoint(epoch: string, text: string): ResumePoint | undefined {
  const match = /^([\w-]{1,20})\.(\d{1,19})\.(\d{1,15})$/.exec(text);
  if (match?.[1] !== epoch) return undefined;
  return { floor: match[2] as string, seq: Number(match[3]) };
}

/** Differs for every database cluster and every history of one: after a restore, numbers may come again for other events. */
export async function readEpoch(db: Db): Promise<string> {
  const { rows } = await sql<{ identity: string }>`
    select concat_ws(':', (select system_identifier from pg_control_system()), (select timeline_id from pg_control_checkpoint()),
      (select oid from pg_database where datname = current_database())) as identity`.execute(db);
  return createHash('sha256')
    .update(rows[0]?.identity ?? '')
    .digest('base64url')
    .slice(0, 8);
}

/** Everything that may have come after the point, in the order written; undefined when that is too much, too old or unknown. */
export async function readAfterPoint(db: Db, { floor, seq }: ResumePoint): Promise<PublishedEvent[] | undefined> {
  const { rows: known } = await sql<{ known: boolean }>`
    select ${floor}::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
      and coalesce((select xid from event order by xid, seq limit 1) <= ${floor}::xid8, true) as known`.execute(db);
  if (!known[0]?.known) return undefined;
  const { rows } = await sql<PublishedEvent>`
    select xid, seq, at, type, subject, data from event
    where xid >= ${floor}::xid8 and seq <> ${seq}::bigint
    order by seq
    limit ${MAX_REPLAY + 1}`.execute(db);
  return rows.length > MAX_REPLAY ? undefined : rows;
}
