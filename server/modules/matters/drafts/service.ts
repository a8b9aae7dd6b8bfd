import { sql } from 'kysely';
import type { Call, Desk } from '../types.ts';

/** What somebody was writing, kept on the server so that a crash or another computer loses nothing. Only its writer sees it. */
export async function readDraft(
  desk: Desk,
  call: Call,
  place: string,
): Promise<{ body: Record<string, unknown>; updatedAt: string } | null> {
  const found = await sql<{ body: Record<string, unknown>; updatedAt: string }>`select body, iso(updated_at) as "updatedAt" from draft
    where person_id = ${call.actor.personId}::uuid and place = ${place}`.execute(desk.db);
  return found.rows[0] ?? null;
}

/** Drafts of one person; nobody writes in as many places, and a program that does fills no disk. */
const MOST = 200;

export async function keepDraft(desk: Desk, call: Call, place: string, body: Record<string, unknown>): Promise<void> {
  const { personId } = call.actor;
  await sql`with kept as (insert into draft (person_id, place, body) values (${personId}::uuid, ${place}, ${JSON.stringify(body)}::jsonb)
      on conflict (person_id, place) do update set body = excluded.body, updated_at = now())
    delete from draft where person_id = ${personId}::uuid and place <> ${place} and place in (
      select place from draft where person_id = ${personId}::uuid and place <> ${place} order by updated_at desc offset ${MOST - 1})`.execute(
    desk.db,
  );
}

export async function dropDraft(desk: Desk, call: Call, place: string): Promise<void> {
  await sql`delete from draft where person_id = ${call.actor.personId}::uuid and place = ${place}`.execute(desk.db);
}
