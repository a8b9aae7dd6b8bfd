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

export async function setMostBetween(db: Db, pointId: string, minutes: number): Promise<void> {
  await sql`insert into visit_setting (point_id, most_between) values (${pointId}::uuid, ${minutes})
    on conflict (point_id) do update set most_between = excluded.most_between`.execute(db);
}
