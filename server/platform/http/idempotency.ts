import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { type Db, inTransaction, retried, type Trx } from '../db/transaction.ts';
import { Invalid } from '../errors.ts';
import type { IdempotencyKey } from './idempotency-key.ts';

export interface Done<T> {
  resourceId: string;
  status: number;
  value: T;
}

/**
 * The insert of the key's row as a piece of a bigger statement, for a hot path that saves a round trip. Work that does not ask for
 * it has the row written after it. `from`: a piece of the same statement, without whose row no key's is written.
 */
export type KeyRow = (resourceId: string, status: number, from?: RawBuilder<unknown>) => RawBuilder<unknown>;
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

/** What a statement that is the whole change tells: of the call that was answered before, or what it brought about; neither: nothing was changed. */
export type Told<T> = { earlier: EarlierRow | null; done: Done<T> | undefined };
export type EarlierRow = Earlier & { bodyHash: string };

/**
 * The same for a change that is one statement, without a transaction around it: two round trips less. The statement begins by `earlier`,
 * which has a row when the call was answered before, and must then change nothing; it may fail for a lost race by changing nothing either.
 * @returns undefined when nothing was changed. @throws Invalid `idempotency-key-reused`
 */
export async function onceInOne<T>(
  key: IdempotencyKey | undefined,
  change: (earlier: RawBuilder<unknown>, keyRow: KeyRow) => Promise<Told<T>>,
  replay: (resourceId: string) => Promise<T>,
): Promise<Done<T> | undefined> {
  const keyRow: KeyRow = key ? (resourceId, status, from) => insertKey(key, resourceId, status, from) : noKey;
  const told = await retried(() => change(key ? turnOf(key) : noTurn, keyRow));
  if (!told.earlier || !key) return told.done;
  const earlier = sameCall(key, told.earlier);
  return { ...earlier, value: await replay(earlier.resourceId) };
}

/** Making a thing that is answered by its id alone: 201 the first time, and the same again for each repeat of the call. */
export async function createdOnce(
  db: Kysely<Tables>,
  key: IdempotencyKey | undefined,
  create: (trx: Trx) => Promise<{ id: string }>,
): Promise<{ status: 201; body: { id: string } }> {
  const work = async (trx: Trx) => {
    const value = await create(trx);
    return { resourceId: value.id, status: 201, value };
  };
  const done = await once(db, key, work, async (id) => ({ id }));
  return { status: 201, body: done.value };
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

/** As many go on at once; then others have a turn: hundreds of answers in one go would keep them waiting. */
const AT_ONCE = 20;

type Asking = { key: IdempotencyKey; resolve: (earlier: EarlierRow | undefined | Promise<EarlierRow | undefined>) => void };
const asking = new WeakMap<Kysely<Tables>, Asking[]>();

/**
 * Whether a call with this key has been answered; waits for a twin under way. Those asked of in the same moment, as hundreds are when all
 * who wanted one time learn that it is taken, are one message to the database.
 * @throws Invalid `idempotency-key-reused`
 */
export async function isAnswered(db: Kysely<Tables>, key: IdempotencyKey): Promise<boolean> {
  const earlier = await new Promise<EarlierRow | undefined>((resolve) => {
    const all = asking.get(db) ?? askSoon(db);
    all.push({ key, resolve });
  });
  return earlier !== undefined && sameCall(key, earlier) !== undefined;
}

function askSoon(db: Kysely<Tables>): Asking[] {
  const all: Asking[] = [];
  asking.set(db, all);
  setImmediate(() => {
    asking.delete(db);
    // One whose twin takes too long is no reason for the others to fail: then each asks alone.
    waitAndLookAtAll(db, all).catch(() => {
      for (const { key, resolve } of all) resolve(rowOf(db, key));
    });
  });
  return all;
}

/** One after another in the order of their locks: two who look at many at once never wait for each other in a ring. */
async function waitAndLookAtAll(db: Kysely<Tables>, all: readonly Asking[]): Promise<void> {
  const sorted = all.map((one) => ({ ...one, turn: lockNumber(one.key) })).sort((a, b) => (BigInt(a.turn) < BigInt(b.turn) ? -1 : 1));
  const { rows } = await sql<
    EarlierRow & { n: number }
  >`select k.n::int as n, i.resource_id as "resourceId", i.status, i.body_hash as "bodyHash"
    from unnest(${sorted.map(({ turn }) => turn)}::bigint[], ${sorted.map(({ key }) => key.caller)}::text[], ${sorted.map(({ key }) => key.route)}::text[],
      ${sorted.map(({ key }) => key.key)}::text[]) with ordinality as k (turn, caller, route, key, n)
    cross join lateral turn_of_key(k.turn, k.caller, k.route, k.key) as i`.execute(db);
  const found = new Map(rows.map((row) => [row.n, row]));
  for (const [at, { resolve }] of sorted.entries()) {
    resolve(found.get(at + 1));
    if (at % AT_ONCE === AT_ONCE - 1) await breath();
  }
}

async function waitAndLook(trx: Trx, key: IdempotencyKey): Promise<Earlier | undefined> {
  const earlier = await rowOf(trx, key);
  return earlier && sameCall(key, earlier);
}

const rowOf = async (db: Db, key: IdempotencyKey): Promise<EarlierRow | undefined> =>
  (await sql<EarlierRow>`${turnOf(key)}`.execute(db)).rows[0];

const turnOf = (key: IdempotencyKey) => sql`select resource_id as "resourceId", status, body_hash as "bodyHash"
  from turn_of_key(${lockNumber(key)}::bigint, ${key.caller}, ${key.route}, ${key.key})`;
const noTurn = sql`select null::uuid as "resourceId", null::int as status, null::text as "bodyHash" where false`;

function sameCall(key: IdempotencyKey, { resourceId, status, bodyHash }: EarlierRow): Earlier {
  if (bodyHash !== key.bodyHash) throw new Invalid('idempotency-key-reused');
  return { resourceId, status };
}

function insertKey(
  { caller, route, key, bodyHash }: IdempotencyKey,
  resourceId: string,
  status: number,
  from?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into idempotency (caller, route, key, body_hash, status, resource_id)
    select ${caller}, ${route}, ${key}, ${bodyHash}, ${status}::int, ${resourceId}::uuid${from ? sql` from ${from}` : sql``}`;
}

function lockNumber({ caller, route, key }: IdempotencyKey): string {
  return createHash('sha256').update(`${caller}\0${route}\0${key}`).digest().readBigInt64BE().toString();
}
