import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { makeDataFolder } from '../config/data-folder.ts';
import type { Log } from '../log/log.ts';
import { StartError } from '../start-error.ts';
import { APP_ROLE } from './app-role.ts';
import { accountFor } from './embedded/account.ts';
import { installBinaries } from './embedded/binaries.ts';
import { createCluster, OWNER, type Passwords, readPasswords } from './embedded/cluster.ts';
import { isInUse, lockFolder } from './embedded/folder-lock.ts';
import { type Supervised, supervise } from './embedded/postmaster.ts';
import { findPostmaster } from './embedded/postmaster-file.ts';
import { chooseAddress, postmasterArguments, urlAt } from './embedded/settings.ts';
import { isConnectionError } from './unavailable.ts';

export type Embedded = {
  /** As the owner of the tables: for `migrate` and nothing else. */
  url: string;
  /** As the application's role. */
  appUrl: string;
  /** Fast shutdown; resolves when no process of the database is left. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Reachable by the account the database runs as; see `config`. */
  dataDir: string;
  log: Log;
  /** PostgreSQL settings over ours, e.g. `fsync: 'off'` in tests. */
  settings?: Record<string, string>;
};

const DATABASE = 'polku';
/** Recovery after a crash replays at most what `max_wal_size` holds. */
const READY_WITHIN_MS = 120_000;
const HOPELESS_DEATHS = 5;
const POLL_MS = 15;

/**
 * PostgreSQL of our own in `dataDir`, made on the first start. A database server left running by a Polku that was killed is taken
 * over as it is, and one that dies is started again while `stop` has not been called.
 * @throws when another Polku uses the folder, or the server does not start; the message says what to do.
 */
export async function startEmbedded({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  await makeDataFolder(dataDir);
  const lock = lockFolder(dataDir);
  let server: Supervised | undefined;
  const stop = async () => {
    await server?.stop();
    lock.release();
  };
  try {
    const cluster = join(dataDir, 'postgresql');
    const account = await accountFor(cluster);
    const bin = installBinaries(dataDir);
    const passwords = await createCluster(dataDir, cluster, bin, account);
    const address = { ...(await chooseAddress(cluster)), ...portInUse(cluster) };
    server = supervise({ bin, cluster, args: postmasterArguments(cluster, address, settings), account, log });
    await createDatabase(await connectWhenReady(server, dataDir, urlAt(address, OWNER, passwords.owner, 'postgres')), passwords);
    return { url: urlAt(address, OWNER, passwords.owner, DATABASE), appUrl: urlAt(address, APP_ROLE, passwords.app, DATABASE), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The database of another Polku that is running on the folder, reached as the application's role while that one runs; undefined when
 * none is. For what an operator runs beside it.
 */
export async function joinEmbedded(dataDir: string): Promise<Pick<Embedded, 'appUrl'> | undefined> {
  const cluster = join(dataDir, 'postgresql');
  if (!findPostmaster(cluster) || !isInUse(dataDir)) return undefined;
  const address = { ...(await chooseAddress(cluster)), ...portInUse(cluster) };
  return { appUrl: urlAt(address, APP_ROLE, (await readPasswords(dataDir)).app, DATABASE) };
}

function portInUse(cluster: string): { port?: number } {
  const running = findPostmaster(cluster);
  return running ? { port: running.port } : {};
}

async function connectWhenReady(server: Supervised, dataDir: string, url: string): Promise<pg.Client> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (!isConnectionError(error))
        throw new StartError('The database of the data folder refused its own password: is postgresql.json in it changed?', {
          cause: error,
        });
      if (server.deaths() >= HOPELESS_DEATHS || performance.now() > deadline) throw await doesNotStart(dataDir, error);
    }
    await delay(POLL_MS);
  }
}

async function doesNotStart(dataDir: string, cause: unknown): Promise<Error> {
  const file = join(dataDir, 'postgresql.log');
  const lines = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n').slice(-5);
  return new StartError(`The database does not start. The end of ${file}:\n${lines.join('\n')}`, { cause });
}

async function createDatabase(client: pg.Client, { app }: Passwords): Promise<void> {
  try {
    const databases = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (databases.rows.length === 0) await client.query(`create database ${DATABASE}`);
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
    if (roles.rows.length === 0) await client.query(`create role ${APP_ROLE} login password ${client.escapeLiteral(app)}`);
  } finally {
    await client.end();
  }
}
