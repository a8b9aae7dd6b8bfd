import { expect, test } from 'vitest';
import { isTest, sourceFiles } from './imports.ts';
import { ownerOf, tablesOf, tablesWrittenBy, tablesWrittenByTriggers, writersOf } from './table-writers.ts';

const migrations = sourceFiles(['server/migrations'], ['.sql']);
const tables = tablesOf(migrations.map(({ text }) => text));
// The demo fills an empty database before the service runs; it is no module and changes nothing afterwards.
const files = sourceFiles(['server', 'bin'], ['.ts']).filter(({ path }) => !isTest(path));
const writers = writersOf(files, tables);

test('the check reads the migrations and the code', () => {
  expect(tables).toEqual(expect.arrayContaining(['event', 'idempotency', 'matter', 'person', 'organisation']));
  expect([...writers.values()].filter((owners) => owners.size > 0).length).toBeGreaterThan(20);
});

test('every table is written by one owner', () => {
  const shared = [...writers]
    .filter(([, owners]) => owners.size > 1)
    .map(([table, owners]) => `${table}: ${[...owners].sort().join(', ')}`);
  expect(shared).toEqual([]);
});

test('every table is written by someone', () => {
  const counted = tablesWrittenByTriggers(migrations, new Set(tables));
  const unwritten = [...writers].filter(([table, owners]) => owners.size === 0 && !counted.includes(table));
  expect(unwritten.map(([table]) => table)).toEqual([]);
});

test('what a trigger counts up is written by it', () => {
  const text =
    'create function c() returns trigger language plpgsql as $$ begin update need set n = 1; return null; end $$;\nupdate share set n = 2;';
  expect(tablesWrittenByTriggers([{ path: 'server/migrations/1.sql', text }], new Set(['need', 'share']))).toEqual(['need']);
});

const sample = (text: string) => tablesWrittenBy({ path: 'server/modules/a/queries.ts', text }, new Set(['need', 'matter', 'share']));

test('every way of writing is seen, and reading is not', () => {
  expect(sample("db.insertInto('need').values({})")).toEqual(['need']);
  expect(sample("trx.updateTable('need').set({})")).toEqual(['need']);
  expect(sample("trx.deleteFrom('need')")).toEqual(['need']);
  expect(sample('sql`with m as (insert into matter (id) values (1)), n as (INSERT INTO need select 1) select 1`')).toEqual([
    'matter',
    'need',
  ]);
  expect(sample('sql`update need n set state = 1 where id in (select id from matter)`')).toEqual(['need']);
  expect(sample('sql`update need as n\n set state = 1`')).toEqual(['need']);
  expect(sample('sql`delete from share using need`')).toEqual(['share']);
  expect(sample('sql`merge into need using share on true when matched then update set x = 1`')).toEqual(['need']);
  expect(sample('sql`insert into share values (1) on conflict (id) do update set until = null`')).toEqual(['share']);
  expect(sample("sql`select from matter for update of matter`; db.selectFrom('need').forUpdate()")).toEqual([]);
  expect(sample('// insert into need\nconst words = "insert into the queue";')).toEqual([]);
});

test('a second writer is seen', () => {
  const two = ['server/modules/matters/queries.ts', 'server/modules/customers/queries.ts'].map((path) => ({
    path,
    text: "trx.updateTable('need')",
  }));
  expect([...(writersOf(two, ['need']).get('need') ?? [])]).toEqual(['matters', 'customers']);
  expect(['server/modules/channels/email/parse/x.ts', 'server/platform/http/x.ts', 'demo/seed/x.ts'].map(ownerOf)).toEqual([
    'channels/email',
    'server/platform/http',
    'demo/seed',
  ]);
  expect(tablesOf(['create table need (\n);\ncreate table need_old partition of need default;'])).toEqual(['need']);
});
