import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';

/** The directory's key is one for the installation. */
export const ROW = 'ptv';

export type KeyRow = { cipher: string; setAt: Temporal.Instant; setByName: string | null };

export async function findKey(db: Db): Promise<KeyRow | undefined> {
  const { rows } = await sql<KeyRow>`select k.key_cipher as cipher, k.set_at as "setAt",
    (select p.name from person p where p.id = k.set_by) as "setByName" from directory_key k where k.id = ${ROW}`.execute(db);
  return rows[0];
}

export async function putKey(trx: Trx, { cipher, by, now }: { cipher: string; by: string; now: Temporal.Instant }): Promise<void> {
  await sql`insert into directory_key (id, key_cipher, set_by, set_at) values (${ROW}, ${cipher}, ${by}::uuid, ${now}::timestamptz)
    on conflict (id) do update set key_cipher = excluded.key_cipher, set_by = excluded.set_by, set_at = excluded.set_at`.execute(trx);
}

export async function deleteKey(trx: Trx): Promise<void> {
  await sql`delete from directory_key where id = ${ROW}`.execute(trx);
}

export async function olderKeys(db: Db, presentKey: string, limit: number): Promise<{ row: string; value: string }[]> {
  const { rows } = await sql<{ row: string; value: string }>`select id as row, key_cipher as value from directory_key
    where key_cipher not like ${`${presentKey}.%`} limit ${limit}`.execute(db);
  return rows;
}

export async function replaceKey(db: Db, row: string, was: string, value: string): Promise<void> {
  await sql`update directory_key set key_cipher = ${value} where id = ${row} and key_cipher = ${was}`.execute(db);
}
