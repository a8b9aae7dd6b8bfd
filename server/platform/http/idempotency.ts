import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { type Db, inTransaction, type Trx } from '../db/transaction.ts';
import { Invalid } from '../errors.ts';
import type { IdempotencyKey } from './idempotency-key.ts';

export interface Done<T> {
  resourceId: string;
  status: number;
  value: T;
}

/**
 * The insert of the key's row as a piece of a bigger statement, for a hot path that saves a round trip. Work that does not ask for
 * it has the row written after it.
 */
export type KeyRow = (resourceId: string, status: number) => RawBuilder<unknown>;
const noKey: KeyRow = () => sql`select 1`;

/**
 * Does `work` once per key, however often and however concurrently the call arrives; a repeated call gets its first status and the
 * answer rendered anew by `replay`, since answers may hold secrets that are never stored. Without a key it is a plain transaction.
 * @throws Invalid `idempotency-key-reused` (422) when the key came before with another address or body.
 */
export async function once<T>(
  db: Kysely<Tables>,
  key: IdempotencyKey | undefined,
  work: (trx: Trx, keyRow: KeyRow) => Promise<Done<T>>,
  replay: (resourceId: string) => Promise<T>,
): Promise<Done<T>> {
  if (!key) return inTransaction(db, (trx) => work(trx, noKey));
  const done = await firstTime(db, key, work);
  if ('value' in done) return done;
  return { ...done, value: await replay(done.resourceId) };
}

/** Daily job: keys are kept 24 hours, those of devices 7 days since a device may be without network over a weekend. */
export async function forgetOldKeys(db: Db): Promise<void> {
  await sql`
    delete from idempotency
    where created_at < now() - case when caller like 'device:%' then interval '7 days' else interval '24 hours' end`.execute(db);
}

type Earlier = Omit<Done<never>, 'value'>;

/**
 * A twin waits at the key's advisory lock. Inserting the row first would make it wait too, but would give this transaction its
 * number before the work locks anything.
 */
function firstTime<T>(
  db: Kysely<Tables>,
  key: IdempotencyKey,
  work: (trx: Trx, keyRow: KeyRow) => Promise<Done<T>>,
): Promise<Done<T> | Earlier> {
  return inTransaction(db, async (trx) => {
    const earlier = await waitAndLook(trx, key);
    if (earlier) return earlier;
    let kept = false;
    const done = await work(trx, (resourceId, status) => {
      kept = true;
      return insertKey(key, resourceId, status);
    });
    if (!kept) await insertKey(key, done.resourceId, done.status).execute(trx);
    return done;
  });
}

async function waitAndLook(trx: Trx, key: IdempotencyKey): Promise<Earlier | undefined> {
  const { rows } = await sql<Earlier & { bodyHash: string }>`
    select resource_id as "resourceId", status, body_hash as "bodyHash"
    from turn_of_key(${lockNumber(key)}::bigint, ${key.caller}, ${key.route}, ${key.key})`.execute(trx);
  const [earlier] = rows;
  if (!earlier) return undefined;
  if (earlier.bodyHash !== key.bodyHash) throw new Invalid('idempotency-key-reused');
  return { resourceId: earlier.resourceId, status: earlier.status };
}

function insertKey({ caller, route, key, bodyHash }: IdempotencyKey, resourceId: string, status: number): RawBuilder<unknown> {
  return sql`insert into idempotency (caller, route, key, body_hash, status, resource_id)
    values (${caller}, ${route}, ${key}, ${bodyHash}, ${status}, ${resourceId}::uuid)`;
}

function lockNumber({ caller, route, key }: IdempotencyKey): string {
  return createHash('sha256').update(`${caller}\0${route}\0${key}`).digest().readBigInt64BE().toString();
}
