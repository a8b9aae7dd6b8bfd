import { sql } from 'kysely';
import type { Db } from '../db/transaction.ts';
import type { PublishedEvent } from './event.ts';

/**
 * How far a reader has come: it has read every transaction that had ended in the snapshot `seen`, and of those that ended between
 * `seen` and `target` the events up to `seq`. Reading by sequence alone steps over a writer that commits late; reading by
 * transaction number loses none but turns round two changes of one subject when the second writer got its number and then waited
 * for the first one's lock. From snapshot to snapshot neither happens, and nobody waits for an unrelated slow transaction.
 */
export interface Cursor {
  /** As PostgreSQL writes a snapshot: `xmin:xmax:running,...`. */
  seen: string;
  target: string | null;
  seq: number;
  /** No event after the cursor is more than a day older than this (no transaction stays open for a day), which spares older partitions. */
  at: string;
}

export interface Target {
  snapshot: string;
  /** The cursor's `at` for when the target has been reached. */
  at: string;
  /** Whether nothing is left to read beyond it, as things stood when it was chosen. */
  isLast: boolean;
}

/** Events looked through towards one target at most: a long backlog is walked in steps, or each batch would sort all of it. */
const STEP = 2_000;

/** Before the first event ever. */
export const BEGINNING: Cursor = { seen: '1:1:', target: null, seq: 0, at: '-infinity' };

/** The place of a reader who wants only what commits from now on. */
export async function currentCursor(db: Db): Promise<Cursor> {
  const { rows } = await sql<{ seen: string; at: string }>`select pg_current_snapshot()::text as seen, now()::text as at`.execute(db);
  return { ...only(rows), target: null, seq: 0 };
}

/** Where the next batch is heading; a target once taken is kept until reached, so that `seq` keeps its meaning. */
export async function chooseTarget(db: Db, cursor: Cursor): Promise<Target> {
  if (cursor.target) return { snapshot: cursor.target, at: cursor.at, isLast: false };
  const { rows } = await sql<Target>`
    with step as (
      select xid, at from event
      where xid >= pg_snapshot_xmax(${cursor.seen}::pg_snapshot) and at >= ${cursor.at}::timestamptz - interval '1 day'
      order by xid, seq offset ${STEP} limit 1)
    select
      case when step.xid is null then now.snapshot::text else format('%s:%s:', step.xid, step.xid) end as snapshot,
      coalesce(step.at, now())::text as at, step.xid is null as "isLast"
    from (select pg_current_snapshot() as snapshot) now left join step on step.xid < pg_snapshot_xmin(now.snapshot)`.execute(db);
  return only(rows);
}

/** What ended between the two snapshots, in the order it was written; of one subject that is the order of its commits. */
export async function readTowards(
  db: Db,
  cursor: Cursor,
  target: Target,
  limit: number,
  types?: readonly string[],
): Promise<PublishedEvent[]> {
  const { rows } = await sql<PublishedEvent>`
    select xid, seq, at, type, subject, data
    from event
    where xid >= pg_snapshot_xmin(${cursor.seen}::pg_snapshot) and xid < pg_snapshot_xmax(${target.snapshot}::pg_snapshot)
      and at >= ${cursor.at}::timestamptz - interval '1 day'
      and not pg_visible_in_snapshot(xid, ${cursor.seen}::pg_snapshot)
      and pg_visible_in_snapshot(xid, ${target.snapshot}::pg_snapshot)
      and seq > ${cursor.seq}::bigint
      ${types ? sql`and type = any(${types}::text[])` : sql``}
    order by seq
    limit ${limit}`.execute(db);
  return rows;
}

/** The cursor after a batch of at most `limit`: at its last event when there may be more, else at the target. */
export function cursorAfter(cursor: Cursor, target: Target, events: readonly PublishedEvent[], limit: number): Cursor {
  const last = events.at(-1);
  if (last && events.length === limit) return { ...cursor, target: target.snapshot, seq: last.seq };
  return { seen: target.snapshot, target: null, seq: 0, at: target.at };
}

/** The oldest transaction that was still to be read: whatever comes after the cursor has this number or a higher one. */
export const floorOf = (cursor: Cursor): string => cursor.seen.slice(0, cursor.seen.indexOf(':'));

/** The number of the first transaction that has not begun yet. */
export async function firstUnstarted(db: Db): Promise<string> {
  const { rows } = await sql<{ xid: string }>`select pg_snapshot_xmax(pg_current_snapshot()) as xid`.execute(db);
  return only(rows).xid;
}

/** Whether a committed event of a transaction before `xid` is still to be read. */
export async function isUnreadBefore(db: Db, cursor: Cursor, xid: string): Promise<boolean> {
  const { rows } = await sql<{ unread: boolean }>`
    select exists (
      select from event
      where xid >= pg_snapshot_xmin(${cursor.seen}::pg_snapshot) and xid < ${xid}::xid8
        and not pg_visible_in_snapshot(xid, ${cursor.seen}::pg_snapshot)
        and at >= ${cursor.at}::timestamptz - interval '1 day') as unread`.execute(db);
  return only(rows).unread;
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('the database gave no row');
  return row;
}
