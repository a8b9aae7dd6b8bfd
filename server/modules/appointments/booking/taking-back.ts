import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';

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

/** Whether it was at that time, in epoch milliseconds, before it was last moved: going there again is no news to the customer. */
export async function wasAt(trx: Trx, id: string, at: number): Promise<boolean> {
  const { rows } = await sql`
    select from appointment where id = ${id}::uuid and moved_from = to_timestamp(${at}::float8 / 1000)`.execute(trx);
  return rows.length > 0;
}
