import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMatter } from '../server/modules/matters/reading/service.ts';
import { search } from '../server/modules/matters/search/service.ts';
import { systemClock } from '../server/platform/clock/clock.ts';
import { APP_ROLE } from '../server/platform/db/app-role.ts';
import { migrate } from '../server/platform/db/migrate.ts';
import { createDb, type Database } from '../server/platform/db/pool.ts';
import { createLog } from '../server/platform/log/log.ts';
import { aMatter, aTown } from '../server/testing/town.ts';

const BIN = '/usr/lib/postgresql/15/bin';
/** PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
const account = isRoot ? NOBODY : {};
const log = createLog('error');

let folder: string;
let database: Database;

/** The oldest PostgreSQL we promise to run on, as an operator's `DATABASE_URL` would name it. */
beforeAll(async () => {
  folder = mkdtempSync('/var/tmp/polku-pg15-');
  if (isRoot) chownSync(folder, NOBODY.uid, NOBODY.gid);
  const run = (program: string, ...args: string[]) => execFileSync(join(BIN, program), args, { ...account, cwd: folder, stdio: 'ignore' });
  run(
    'initdb',
    '-D',
    join(folder, 'cluster'),
    '-U',
    'polku',
    '-E',
    'UTF8',
    '--no-sync',
    '--auth=trust',
    '--locale-provider=icu',
    '--icu-locale=fi-FI',
  );
  run('pg_ctl', '-D', join(folder, 'cluster'), '-w', '-o', `-k ${folder} -c listen_addresses=''`, '-l', join(folder, 'log'), 'start');
  const url = `postgresql://polku@/postgres?host=${encodeURIComponent(folder)}`;
  await migrate(url, { log });
  database = createDb(url, { log, role: APP_ROLE });
}, 60_000);

afterAll(async () => {
  await database?.close();
  execFileSync(join(BIN, 'pg_ctl'), ['-D', join(folder, 'cluster'), '-w', '-m', 'fast', 'stop'], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  });
  rmSync(folder, { recursive: true, force: true });
});

test('on PostgreSQL 15 the migrations run, and a matter is opened, read and found as the application’s role', async () => {
  const town = await aTown(database.kysely, systemClock);
  const opened = await aMatter(town, town.aino, { title: 'Moving house', customer: { givenName: 'Kerttu', familyName: 'Aaltola' } });
  const page = await readMatter(town.desk, town.aino, opened.id);
  expect(page).toMatchObject({ title: 'Moving house', customer: { familyName: 'Aaltola' } });
  expect((await search(town.desk, town.aino, 'Aaltola')).matters.map((matter) => matter.id)).toEqual([opened.id]);
  const version = await database.pool.query<{ server_version_num: string }>('show server_version_num');
  expect(Math.floor(Number(version.rows[0]?.server_version_num) / 10_000)).toBe(15);
});

test('there too the audit log takes inserts only', async () => {
  await expect(database.pool.query('delete from audit_entry')).rejects.toThrow(/permission denied|append-only/);
  await expect(database.pool.query('truncate audit_entry')).rejects.toThrow(/permission denied|append-only|must be owner/);
});
