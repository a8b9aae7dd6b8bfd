import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { Presence, PresenceInput } from './schema.ts';

const columns = sql`a.id, a.point_id as "pointId", a.organisation_id as "organisationId", a.opening, a.direction, a.place, a.version`;

export async function presencesOf(db: Db, pointId: string): Promise<Presence[]> {
  const { rows } =
    await sql<Presence>`select ${columns} from authority_presence a where a.point_id = ${pointId}::uuid order by a.id`.execute(db);
  return rows;
}

export async function lockPresence(trx: Trx, id: string): Promise<Presence | undefined> {
  return (await sql<Presence>`select ${columns} from authority_presence a where a.id = ${id}::uuid for update`.execute(trx)).rows[0];
}

/** @returns undefined where this authority's presence has been written already */
export async function insertPresence(trx: Trx, pointId: string, it: PresenceInput): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into authority_presence (point_id, organisation_id, opening, direction, place)
    values (${pointId}::uuid, ${it.organisationId}::uuid, ${json(it.opening)}, ${it.direction}, ${json(it.place)})
    on conflict (point_id, organisation_id) do nothing returning id`.execute(trx);
  return rows[0]?.id;
}

export async function updatePresence(trx: Trx, id: string, it: Omit<PresenceInput, 'organisationId'>): Promise<void> {
  await sql`update authority_presence set opening = ${json(it.opening)}, direction = ${it.direction}, place = ${json(it.place)}, version = version + 1
    where id = ${id}::uuid`.execute(trx);
}

export async function deletePresence(trx: Trx, id: string): Promise<void> {
  await sql`delete from authority_presence where id = ${id}::uuid`.execute(trx);
}

export async function counterNames(db: Db, pointId: string): Promise<Names[]> {
  const { rows } = await sql<{ name: Names }>`select name from counter where point_id = ${pointId}::uuid`.execute(db);
  return rows.map(({ name }) => name);
}

const json = (value: unknown): RawBuilder<unknown> => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
