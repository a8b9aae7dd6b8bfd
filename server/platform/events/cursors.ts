import { sql } from 'kysely';
import type { Db, Trx } from '../db/transaction.ts';
import type { Reaction } from './reactions.ts';
import { BEGINNING, type Cursor, currentCursor } from './read.ts';

/** A row of `event_cursor`. */
export interface ReactionCursor extends Cursor {
  reaction: string;
  tries: number;
}

export async function addReactionCursors(db: Db, reactions: readonly Reaction[]): Promise<void> {
  const now = await currentCursor(db);
  for (const { name, from } of reactions) {
    const { seen, at } = from === 'now' ? now : BEGINNING;
    await sql`
      insert into event_cursor (reaction, seen, at) values (${name}, ${seen}::pg_snapshot, ${at}::timestamptz)
      on conflict (reaction) do nothing`.execute(db);
  }
}

/** The reactions with an event of their types still to handle from a transaction before `xid`. */
export async function unreadBefore(db: Db, reactions: readonly Reaction[], xid: string): Promise<string[]> {
  const wanted = JSON.stringify(reactions.map(({ name, types }) => ({ reaction: name, types })));
  const { rows } = await sql<{ reaction: string }>`
    select c.reaction
    from event_cursor c
    join jsonb_to_recordset(${wanted}::jsonb) as w (reaction text, types text[]) using (reaction)
    where exists (
      select from event e
      where e.xid >= pg_snapshot_xmin(c.seen) and e.xid < ${xid}::xid8 and not pg_visible_in_snapshot(e.xid, c.seen)
        and not coalesce(pg_visible_in_snapshot(e.xid, c.target) and e.seq <= c.seq, false)
        and e.type = any(w.types))`.execute(db);
  return rows.map((row) => row.reaction);
}

/** The cursor, locked; undefined while another node has it or its next try is not due. */
export async function lockCursor(trx: Trx, reaction: string): Promise<ReactionCursor | undefined> {
  const { rows } = await sql<ReactionCursor>`
    select reaction, seen::text, target::text, seq, at::text, tries
    from event_cursor
    where reaction = ${reaction} and coalesce(retry_at <= clock_timestamp(), true)
    for update skip locked`.execute(trx);
  return rows[0];
}

export async function moveCursor(trx: Trx, reaction: string, to: Cursor): Promise<void> {
  await sql`
    update event_cursor
    set seen = ${to.seen}::pg_snapshot, target = ${to.target}::pg_snapshot, seq = ${to.seq}::bigint, at = ${to.at}::timestamptz,
        tries = 0, retry_at = null, updated_at = now()
    where reaction = ${reaction}`.execute(trx);
}
