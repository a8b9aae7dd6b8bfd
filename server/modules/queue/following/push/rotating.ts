import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';

type Value = { row: string; value: string };

export async function olderKeys(db: Db, presentKey: string, limit: number): Promise<Value[]> {
  const { rows } = await sql<Value>`select id as row, key_cipher as value from push_key
    where key_cipher not like ${`${presentKey}.%`} limit ${limit}`.execute(db);
  return rows;
}

export async function replaceKey(db: Db, row: string, was: string, value: string): Promise<void> {
  await sql`update push_key set key_cipher = ${value} where id = ${row} and key_cipher = ${was}`.execute(db);
}

export async function olderSubscriptions(db: Db, presentKey: string, limit: number): Promise<Value[]> {
  const { rows } = await sql<Value>`select visit_id as row, subscription_cipher as value from visit_push
    where subscription_cipher not like ${`${presentKey}.%`} limit ${limit}`.execute(db);
  return rows;
}

export async function replaceSubscription(db: Db, row: string, was: string, value: string): Promise<void> {
  await sql`update visit_push set subscription_cipher = ${value} where visit_id = ${row}::uuid and subscription_cipher = ${was}`.execute(
    db,
  );
}
