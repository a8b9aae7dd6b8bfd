import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';

/** One installation sends by one key. */
export const KEY_ROW = 'queue';

export async function findPushKey(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ cipher: string }>`select key_cipher as cipher from push_key where id = ${KEY_ROW}`.execute(db);
  return rows[0]?.cipher;
}

/** Of two nodes that make one at once, the first one's stands. */
export async function insertPushKey(db: Db, cipher: string): Promise<void> {
  await sql`insert into push_key (id, key_cipher) values (${KEY_ROW}, ${cipher}) on conflict (id) do nothing`.execute(db);
}

export type KeptSubscription = { cipher: string; pointId: string; language: string };

/** Of a visit that goes on. */
export async function findSubscription(db: Db, visitId: string): Promise<KeptSubscription | undefined> {
  const { rows } = await sql<KeptSubscription>`select p.subscription_cipher as cipher, v.point_id as "pointId", v.language
    from visit_push p join visit v on v.id = p.visit_id where p.visit_id = ${visitId}::uuid and v.ended_at is null`.execute(db);
  return rows[0];
}

/** The phone that asked last; what its page has just shown needs no telling. Nothing for a visit that has ended meanwhile. */
export async function keepSubscription(trx: Trx, visitId: string, cipher: string, shown: readonly string[]): Promise<void> {
  await sql`insert into visit_push as p (visit_id, subscription_cipher, told)
    select v.id, ${cipher}, ${shown}::text[] from (select id from visit where id = ${visitId}::uuid and ended_at is null for key share) v
    on conflict (visit_id) do update set subscription_cipher = excluded.subscription_cipher, told = p.told || excluded.told`.execute(trx);
}

/** `cipher`: only while it is still this one. */
export async function dropSubscription(db: Db, visitId: string, cipher?: string): Promise<void> {
  await sql`delete from visit_push where visit_id = ${visitId}::uuid and subscription_cipher = coalesce(${cipher ?? null}, subscription_cipher)`.execute(
    db,
  );
}

export type Happening = { visitId: string; key: string };

/** Those of them that nobody has told yet: each is told once, however many nodes come to tell it. */
export async function claimHappenings(trx: Trx, happenings: readonly Happening[]): Promise<Happening[]> {
  const [ids, keys] = [happenings.map(({ visitId }) => visitId), happenings.map(({ key }) => key)];
  const { rows } = await sql<Happening>`update visit_push p set told = array_append(p.told, n.key)
    from unnest(${ids}::uuid[], ${keys}::text[]) n (visit_id, key)
    where p.visit_id = n.visit_id and n.key <> all(p.told) returning p.visit_id as "visitId", n.key`.execute(trx);
  return rows;
}
