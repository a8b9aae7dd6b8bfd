import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';

export type IdentityKind = 'identity-code' | 'foreign' | 'business';
export type Learned = 'signed-in' | 'document-seen' | 'mandate';

/** By any of the hashes, one for each key of the ring. */
export async function customerByHash(db: Db, kind: IdentityKind, hashes: string[]): Promise<string | undefined> {
  const { rows } = await sql<{ customerId: string }>`select customer_id as "customerId" from customer_identity
    where kind = ${kind} and hash = any(${hashes}::text[])`.execute(db);
  return rows[0]?.customerId;
}

/** Two sign-ins at once of somebody new make one customer: the other one waits here. */
export async function takeTurn(trx: Trx, hash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 11))`.execute(trx);
}

export async function insertIdentified(
  trx: Trx,
  customer: { id: string; kind: 'person' | 'company'; givenName: string; familyName: string; language: string },
): Promise<void> {
  await sql`insert into customer (id, known, kind, given_name, family_name, language)
    values (${customer.id}::uuid, true, ${customer.kind}, ${customer.givenName}, ${customer.familyName}, ${customer.language})`.execute(
    trx,
  );
}

/** A customer whose document was seen but whom nobody named has the name that the register vouches for. A name once told stays. */
export async function nameUnnamed(
  trx: Trx,
  id: string,
  { givenName, familyName }: { givenName: string; familyName: string },
): Promise<void> {
  await sql`update customer set known = true, given_name = ${givenName}, family_name = ${familyName}, version = version + 1
    where id = ${id}::uuid and not known and ${givenName + familyName} <> ''`.execute(trx);
}

export type NewIdentity = {
  id: string;
  customerId: string;
  kind: IdentityKind;
  hash: string;
  keyId: string;
  cipher: string;
  learned: Learned;
};

export async function insertIdentity(trx: Trx, { id, customerId, kind, hash, keyId, cipher, learned }: NewIdentity): Promise<void> {
  await sql`insert into customer_identity (id, customer_id, kind, hash, key_id, cipher, learned)
    values (${id}::uuid, ${customerId}::uuid, ${kind}, ${hash}, ${keyId}, ${cipher}, ${learned})`.execute(trx);
}

export type KeptIdentity = { id: string; kind: IdentityKind; cipher: string; learned: Learned; createdAt: Temporal.Instant };

export async function identitiesOf(db: Db, customerId: string): Promise<KeptIdentity[]> {
  const { rows } = await sql<KeptIdentity>`select id, kind, cipher, learned, created_at as "createdAt" from customer_identity
    where customer_id = ${customerId}::uuid order by created_at`.execute(db);
  return rows;
}

export async function kindOf(db: Db, id: string): Promise<IdentityKind | undefined> {
  const { rows } = await sql<{ kind: IdentityKind }>`select kind from customer_identity where id = ${id}::uuid`.execute(db);
  return rows[0]?.kind;
}

export async function olderIdentities(db: Db, presentKey: string, limit: number): Promise<{ row: string; value: string }[]> {
  const { rows } = await sql<{ row: string; value: string }>`select id as row, cipher as value from customer_identity
    where key_id <> ${presentKey} order by id limit ${limit}`.execute(db);
  return rows;
}

export async function replaceIdentity(
  db: Db,
  id: string,
  was: string,
  now: { cipher: string; hash: string; keyId: string },
): Promise<void> {
  await sql`update customer_identity set cipher = ${now.cipher}, hash = ${now.hash}, key_id = ${now.keyId}
    where id = ${id}::uuid and cipher = ${was}`.execute(db);
}
