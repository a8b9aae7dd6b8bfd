import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Log } from '../log/log.ts';
import { StartError } from '../start-error.ts';
import { grantToApp } from './app-role.ts';
import { type Applied, type Migration, pendingMigrations, readMigrations } from './migration-files.ts';
import { connectionOptions } from './pool.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

const MIN_SERVER_VERSION = 150_000;
/** Any fixed number: nodes that start at once take turns on it. */
const LOCK = 7_655_801;
/** A migration waits this long for a table in use, then fails rather than stop the traffic queueing behind it. */
const LOCK_TIMEOUT = '5s';

/**
 * Brings the database of `ownerUrl` (its user owns the tables) to this version: the job queue's own schema, each new file of
 * `folder` in a transaction of its own, then the grants of the application's role.
 * @returns how many files were applied.
 */
export async function migrate(ownerUrl: string, { folder = migrationsFolder, log }: { folder?: string; log: Log }): Promise<number> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client(connectionOptions(ownerUrl));
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
    const pending = pendingMigrations(migrations, await readApplied(client));
    for (const migration of pending) {
      await apply(client, migration);
      log.info('migration applied', { migration: migration.name });
    }
    await grantToApp(client);
    return pending.length;
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  if (Number(rows[0]?.version) < MIN_SERVER_VERSION) throw new StartError('Polku needs PostgreSQL 15 or newer');
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  await client.query(`create table if not exists migration (
    number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<Applied>('select number, name, checksum from migration order by number');
  return rows;
}

async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query(sql);
    await client.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [number, name, checksum]);
    await client.query('commit');
  } catch (error) {
    throw new StartError(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
