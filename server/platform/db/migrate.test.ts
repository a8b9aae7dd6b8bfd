import { mkdir, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { createLog } from '../log/log.ts';
import { StartError } from '../start-error.ts';
import { migrate } from './migrate.ts';
import { createDb } from './pool.ts';

const database = await testDatabase({ empty: true });
const log = createLog('silent');
const folder = await mkdtemp(join(tmpdir(), 'polku-migrations-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const FIRST = 'create table thing (id int primary key, name text); insert into thing values (1, $$a$$);';

beforeEach(async () => {
  await asOwner(database, (owner) =>
    owner.query('drop schema public cascade; create schema public; drop schema if exists graphile_worker cascade'),
  );
  await rm(folder, { recursive: true });
  await write({ '0001_thing.sql': FIRST });
});

async function write(files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

const run = (url = database.ownerUrl) => migrate(url, { folder, log });
const rows = (text: string) => asOwner(database, async (owner) => (await owner.query(text)).rows);

test('files are applied in order, once', async () => {
  await write({ '0002_more.sql': 'alter table thing add column at timestamptz', 'README.md': 'not one' });
  expect(await run()).toBe(2);
  expect(await run()).toBe(0);
  await write({ '0003_third.sql': 'update thing set name = $$b$$' });
  expect(await run()).toBe(1);
  expect(await rows('select * from thing')).toEqual([{ id: 1, name: 'b', at: null }]);
  expect(await rows('select name from migration order by number')).toHaveLength(3);
});

test('a file that fails leaves nothing behind and is named; those before it stand', async () => {
  await write({ '0002_broken.sql': 'create table half (id int); select nonsense;' });
  await expect(run()).rejects.toThrow(/Migration 0002_broken.sql failed: column "nonsense" does not exist/);
  expect(await rows(`select to_regclass('half') as half, to_regclass('thing')::text as thing`)).toEqual([{ half: null, thing: 'thing' }]);
  await write({ '0002_broken.sql': 'create table half (id int)' });
  expect(await run()).toBe(1);
});

test('an applied file that was changed is refused, apart from its line ends', async () => {
  await run();
  await write({ '0001_thing.sql': FIRST.replaceAll('\n', '\r\n') });
  expect(await run()).toBe(0);
  await write({ '0001_thing.sql': `${FIRST} -- better` });
  await expect(run()).rejects.toThrow('0001_thing.sql has been changed after it was applied');
});

test('a database newer than the program is refused', async () => {
  await write({ '0002_more.sql': 'select 1' });
  await run();
  await unlink(join(folder, '0002_more.sql'));
  await expect(run()).rejects.toThrow('start the newer version');
});

test.each([
  ['0003_gap.sql', 'out of order: number 2 was expected'],
  ['0001_again.sql', 'out of order'],
  ['2_short.sql', 'is not named like'],
])('%s is refused before anything runs', async (name, message) => {
  await write({ [name]: 'create table never (id int)' });
  await expect(run()).rejects.toThrow(message);
  expect(await rows(`select to_regclass('never') as never, to_regclass('thing') as thing`)).toEqual([{ never: null, thing: null }]);
});

test('two nodes that start at once apply each file once', async () => {
  await write({ '0002_slow.sql': 'select pg_sleep(0.2); insert into thing values (2, $$once$$)' });
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.toSorted()).toEqual([0, 0, 2]);
});

test('a migration does not wait for ever for a table in use', async () => {
  await write({ '0002_timeout.sql': `create table waited as select current_setting('lock_timeout') as at_most` });
  await run();
  expect(await rows('select at_most from waited')).toEqual([{ at_most: '5s' }]);
});

test('the application role reads and writes, owns nothing, and only adds to the audit', async () => {
  await write({
    '0002_audit.sql': 'create table audit_entry (id bigint generated always as identity, what text)',
    '0003_counted.sql': 'create table counted (id serial primary key)',
  });
  await run();
  const app = createDb(database.appUrl, { log });
  const may = (statement: string) =>
    sql
      .raw(statement)
      .execute(app.kysely)
      .then(
        () => true,
        (error: Error) => !error.message.includes('permission denied'),
      );
  const allowed: Record<string, boolean> = {};
  const statements = [
    'insert into thing values (7)',
    'update thing set name = null',
    'delete from thing',
    'insert into counted default values',
    `insert into audit_entry (what) values ('x')`,
    'select * from audit_entry',
    'update audit_entry set what = null',
    'delete from audit_entry',
    'truncate thing',
    'select * from migration',
    'update migration set name = null',
    'insert into migration values (9)',
    `select graphile_worker.add_job('x')`,
    'create table public.mine ()',
  ];
  for (const statement of statements) allowed[statement] = await may(statement);
  await app.close();
  const refused = Object.keys(allowed).filter((statement) => !allowed[statement]);
  expect(refused).toEqual([
    'update audit_entry set what = null',
    'delete from audit_entry',
    'truncate thing',
    'update migration set name = null',
    'insert into migration values (9)',
    'create table public.mine ()',
  ]);
});

test('an owner that is no superuser migrates when an administrator has made it a member of the role, and is told so before', async () => {
  await rows(`create role plain_owner login password 'x'`);
  const plain = new URL(database.ownerUrl);
  plain.username = 'plain_owner';
  plain.password = 'x';
  await rows('alter schema public owner to plain_owner');
  await rows(`grant create on database ${plain.pathname.slice(1)} to plain_owner`);
  try {
    const refused = await run(plain.href).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartError);
    expect(String(refused)).toContain('grant polku_app to');
    await rows('grant polku_app to plain_owner');
    await run(plain.href);
    const app = createDb(plain.href, { role: 'polku_app', log });
    expect((await sql`select * from thing`.execute(app.kysely)).rows).toHaveLength(1);
    await expect(sql`drop table thing`.execute(app.kysely)).rejects.toThrow('must be owner');
    await app.close();
  } finally {
    await rows('reassign owned by plain_owner to polku; drop owned by plain_owner; drop role plain_owner');
  }
});
