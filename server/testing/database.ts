import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createDb, type Database } from '../platform/db/pool.ts';
import { createLog } from '../platform/log/log.ts';

export type TestDatabase = {
  /** As the application's role, with what that role may do and no more. */
  db: Database;
  appUrl: string;
  /** As the owner of the tables, for what only a migration or an operator does. */
  ownerUrl: string;
};

/**
 * A migrated database of this test file's own, cloned from the run's template and dropped at the end of the file. Call it once at
 * the top of the file: `const { db } = await testDatabase()`.
 */
export async function testDatabase({ empty = false }: { empty?: boolean } = {}): Promise<TestDatabase> {
  const template = inject('template');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Files are copied, as nothing of a copy need be written to the log first: a fifth of the time.
  await administer(
    template.ownerUrl,
    `create database ${name} template ${empty ? 'template0' : databaseOf(template.ownerUrl)} strategy file_copy`,
  );
  const [appUrl, ownerUrl] = [withDatabase(template.appUrl, name), withDatabase(template.ownerUrl, name)];
  const db = createDb(appUrl, { max: 10, log: createLog('error') });
  afterAll(async () => {
    await db.close();
    await administer(template.ownerUrl, `drop database ${name} with (force)`);
  });
  return { db, appUrl, ownerUrl };
}

/** Runs statements as the tables' owner. */
export async function asOwner<T>({ ownerUrl }: Pick<TestDatabase, 'ownerUrl'>, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Not from the template itself, which nobody may be connected to while it is cloned. */
async function administer(url: string, statement: string): Promise<void> {
  await asOwner({ ownerUrl: withDatabase(url, 'postgres') }, (client) => client.query(statement));
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = database;
  return changed.href;
}
