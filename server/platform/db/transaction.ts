import { setTimeout as delay } from 'node:timers/promises';
import type { IsolationLevel, Kysely, Transaction } from 'kysely';
import { Unavailable } from '../errors.ts';
import type { Log } from '../log/log.ts';
import type { Tables } from './tables.ts';

declare const inside: unique symbol;

/** A running transaction. The brand keeps a plain `Kysely` out of functions that lock rows. */
export type Trx = Transaction<Tables> & { readonly [inside]: true };

/** Anything a query can run on. */
export type Db = Kysely<Tables> | Trx;

type Hook = (db: Kysely<Tables>) => void | Promise<void>;

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
/** At once, it would take the locks again before the other, now free to go on, has woken up. */
const RETRY_AFTER_MS = 50;

const hooks = new WeakMap<object, Hook[]>();
const logs = new WeakMap<object, Log>();

/**
 * Runs `work` in one transaction and commits it. Runs it once more from the start when PostgreSQL gave it up for another
 * (serialization failure, deadlock), so `work` must do nothing outside the database: that belongs to `afterCommit`.
 * @throws Unavailable when it was given up both times, and when the connection is lost; whether the commit was kept is then unknown
 *   (idempotency keys answer it).
 */
export async function inTransaction<T>(
  db: Kysely<Tables>,
  work: (trx: Trx) => Promise<T>,
  options: { isolation?: IsolationLevel } = {},
): Promise<T> {
  if (db.isTransaction) throw new Error('inTransaction was called inside a transaction: pass the trx on instead');
  return retried(() => runOnce(db, work, options.isolation));
}

/** For a change that is a single statement and has no transaction around it: runs it once more when PostgreSQL gave it up for another. */
export async function retried<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isRetryable(error)) throw error;
    await delay(RETRY_AFTER_MS + Math.random() * RETRY_AFTER_MS);
    return run().catch(rethrowGivenUp);
  }
}

/** Given up a second time: so many want the same that whoever asks does best to ask again in a moment. */
function rethrowGivenUp(error: unknown): never {
  throw isRetryable(error) ? new Unavailable('database-unavailable', { cause: error }) : error;
}

/** Has `hook` run once after this transaction has committed, in order; never after a rollback. A hook that fails is logged: the work stands. */
export function afterCommit(trx: Trx, hook: Hook): void {
  const registered = hooks.get(trx);
  if (!registered) throw new Error('afterCommit takes the trx that inTransaction gave');
  registered.push(hook);
}

/** Where failures of this database's after-commit hooks are told. */
export function logHooksOf(db: Kysely<Tables>, log: Log): void {
  logs.set(db, log);
}

async function runOnce<T>(db: Kysely<Tables>, work: (trx: Trx) => Promise<T>, isolation?: IsolationLevel): Promise<T> {
  const toRun: Hook[] = [];
  const begin = isolation ? db.transaction().setIsolationLevel(isolation) : db.transaction();
  const result = await begin.execute((transaction) => {
    hooks.set(transaction, toRun);
    return work(transaction as Trx);
  });
  for (const hook of toRun) await runHook(db, hook);
  return result;
}

async function runHook(db: Kysely<Tables>, hook: Hook): Promise<void> {
  try {
    await hook(db);
  } catch (error) {
    logs.get(db)?.error('after-commit hook failed', { error });
  }
}

function isRetryable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}
