import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Log } from '../log/log.ts';
import { statementName } from './prepared.ts';
import type { Tables } from './tables.ts';
import { logHooksOf } from './transaction.ts';
import { clientTypes } from './types.ts';
import { asUnavailable, isConnectionError } from './unavailable.ts';

export type Database = {
  pool: pg.Pool;
  kysely: Kysely<Tables>;
  /** Whether a statement gets through within a second. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
};

export type DbOptions = {
  /** Connections at most; 20 unless told. */
  max?: number;
  log: Log;
  /** The role to act as, where the URL's user is the tables' owner; see migrate.ts. */
  role?: string;
};

/** Opened only when asked for. */
const ASIDE = 2;
const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
/** A name with one letter wrong in its middle is half alike; the default of 0.6 finds none such. */
const SESSION = ['-c timezone=UTC', '-c intervalstyle=iso_8601', '-c pg_trgm.word_similarity_threshold=0.45'];
const CONNECT_TIMEOUT_MS = 3_000;
const HEALTH_TIMEOUT_MS = 1_000;

/** The application's one pool. A connection error reaches its callers as `Unavailable`, never with an address in it. */
export function createDb(url: string, { max = 20, log, role }: DbOptions): Database {
  const options = {
    ...connectionOptions(url, role),
    Client: QueryingClient,
    pipeline: true,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  };
  const pool = new pg.Pool(options as pg.PoolConfig);
  surviveLostConnections(pool, log);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: reportingPool(pool) }) });
  logHooksOf(kysely, log);
  const aside = new pg.Pool({ ...options, max: ASIDE } as pg.PoolConfig);
  surviveLostConnections(aside, log);
  asides.set(kysely, new Kysely<Tables>({ dialect: new PostgresDialect({ pool: reportingPool(aside) }) }));
  const close = async () => {
    await Promise.all([pool.end(), aside.end()]);
  };
  return { pool, kysely, healthy: () => answers(pool), close };
}

const asides = new WeakMap<Kysely<Tables>, Kysely<Tables>>();

/**
 * For what several running transactions wait for together, such as what is remembered and read anew: over the pool, transactions that hold
 * all of its connections would wait for one more, and none of them would ever end.
 */
export const besidePool = (db: Kysely<Tables>): Kysely<Tables> => asides.get(db) ?? db;

/** Without listeners, a connection that dies while idle, or while a transaction thinks, would end the process. */
export function surviveLostConnections(pool: pg.Pool, log: Log): void {
  pool.on('error', () => {}); // the pool passes on what its idle clients have told already
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      if (!pool.ending) log.warn('database connection lost', { error });
    });
  });
}

/** The settings that every connection of ours shares, pooled or not. */
export function connectionOptions(url: string, role?: string): pg.ClientConfig {
  const settings = [...SESSION, ...(role ? [`-c role=${role}`] : [])];
  return { connectionString: url, types: clientTypes, application_name: 'polku', options: settings.join(' '), keepAlive: true };
}

const BEGUN = { command: 'BEGIN', rowCount: null, rows: [] };

class QueryingClient extends pg.Client {
  #begins = false;

  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads, all of which pass through here.
  override query(config: any, values?: any, callback?: any): any {
    if (typeof config !== 'string' || callback || typeof values === 'function') return super.query(config, values, callback);
    if (config === 'begin') {
      this.#begins = true;
      return Promise.resolve(BEGUN);
    }
    const name = values?.length > 0 ? statementName(config) : undefined;
    const query = name ? { name, text: config, values } : { text: config, values };
    return (this.#begins ? this.#beginWith(query) : super.query(query)).catch((error) => this.#giveUp(error));
  }

  /** `begin` travels with the transaction's first statement: a round trip less for every transaction. */
  #beginWith(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const { stream } = this.connection;
    this.#begins = false;
    stream.cork();
    // Fails only with the connection, and then the statement behind it does too.
    super.query('begin').catch(() => {});
    const sent = super.query(query);
    stream.uncork();
    return sent;
  }

  /** The server's last words come before the end of the connection: released between the two, it would fail its next user as well. */
  #giveUp(error: unknown): never {
    if (isConnectionError(error)) void this.end().catch(() => {});
    return rethrow(error);
  }
}

function reportingPool(pool: pg.Pool): PostgresPool {
  const wrapped = { options: pool.options, connect: () => pool.connect().catch(rethrow), end: () => pool.end() };
  return wrapped as unknown as PostgresPool;
}

function rethrow(error: unknown): never {
  throw asUnavailable(error);
}

async function answers(pool: pg.Pool): Promise<boolean> {
  const signal = AbortSignal.timeout(HEALTH_TIMEOUT_MS);
  const late = new Promise<false>((resolve) => signal.addEventListener('abort', () => resolve(false)));
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
