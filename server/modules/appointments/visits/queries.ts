import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';

const USUAL_MINUTES = 15;

/** How many minutes a customer of the point may have between two services of one visit. */
export async function mostBetweenAt(db: Db, pointId: string): Promise<number> {
  const { rows } = await sql<{
    minutes: number;
  }>`select most_between as minutes from visit_setting where point_id = ${pointId}::uuid`.execute(db);
  return rows[0]?.minutes ?? USUAL_MINUTES;
}

/** Who and what an appointment, or each part of a whole, took at those times before it was moved away. */
export async function hadOf(db: Db, id: string, times: readonly { at: number }[]): Promise<string[]> {
  const moments = times.map(({ at }) => at / 1000);
  const { rows } = await sql<{ id: string }>`select distinct ar.resource_id as id from appointment a
      join appointment_resource ar on ar.appointment_id = a.id and not ar.live
    where (a.id = ${id}::uuid or a.joint_id = ${id}::uuid) and exists (select from unnest(${moments}::float8[]) as t (at) where ar.during @> to_timestamp(t.at))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export async function setMostBetween(db: Db, pointId: string, minutes: number): Promise<void> {
  await sql`insert into visit_setting (point_id, most_between) values (${pointId}::uuid, ${minutes})
    on conflict (point_id) do update set most_between = excluded.most_between`.execute(db);
}
