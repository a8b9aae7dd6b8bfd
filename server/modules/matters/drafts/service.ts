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

export async function keepDraft(desk: Desk, call: Call, place: string, body: Record<string, unknown>): Promise<void> {
  await sql`insert into draft (person_id, place, body) values (${call.actor.personId}::uuid, ${place}, ${JSON.stringify(body)}::jsonb)
    on conflict (person_id, place) do update set body = excluded.body, updated_at = now()`.execute(desk.db);
}

export async function dropDraft(desk: Desk, call: Call, place: string): Promise<void> {
  await sql`delete from draft where person_id = ${call.actor.personId}::uuid and place = ${place}`.execute(desk.db);
}
