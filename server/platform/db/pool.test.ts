import { sql } from 'kysely';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { Unavailable } from '../errors.ts';
import { createLog } from '../log/log.ts';
import { createDb } from './pool.ts';
import { PLANNED_ANEW } from './prepared.ts';
import { inTransaction } from './transaction.ts';
import { isConnectionError } from './unavailable.ts';

const database = await testDatabase();
const { kysely, pool } = database.db;

async function value(expression: ReturnType<typeof sql>): Promise<unknown> {
  const { rows } = await sql<{ v: unknown }>`select ${expression} as v`.execute(kysely);
  return rows[0]?.v;
}

test('values come as the types of tables.ts', async () => {
  const instant = await value(sql`timestamptz '2026-03-29 03:30:00.123456+02'`);
  expect(instant).toBeInstanceOf(Temporal.Instant);
  expect(String(instant)).toBe('2026-03-29T01:30:00.123456Z');
  expect(String(await value(sql`date '2026-02-28'`))).toBe('2026-02-28');
  expect(await value(sql`date '2026-02-28'`)).toBeInstanceOf(Temporal.PlainDate);
  expect(await value(sql`time '09:15'`)).toEqual(Temporal.PlainTime.from('09:15'));
  expect(await value(sql`timestamp '2026-02-28 09:15'`)).toEqual(Temporal.PlainDateTime.from('2026-02-28T09:15'));
  expect(String(await value(sql`interval '1 month 2 days 03:00:01.5'`))).toBe('P1M2DT3H1.5S');
  expect(await value(sql`9007199254740991::bigint`)).toBe(Number.MAX_SAFE_INTEGER);
  expect(await value(sql`12.50::numeric`)).toBe('12.50');
  expect(await value(sql`'42'::xid8`)).toBe('42');
  expect(await value(sql`array[1, null, 3]::bigint[]`)).toEqual([1, null, 3]);
  expect(String(await value(sql`array[timestamptz '2026-01-01 00:00Z']`))).toBe('2026-01-01T00:00:00Z');
  expect(await value(sql`array['{"a": 1}'::jsonb]`)).toEqual([{ a: 1 }]);
});

test('a bigint that a number cannot hold is an error, not another number', async () => {
  await expect(value(sql`9007199254740993::bigint`)).rejects.toThrow(RangeError);
  expect(await value(sql`1`)).toBe(1);
});

test('Temporal values go out as parameters, alone and in arrays', async () => {
  const at = Temporal.Instant.from('2026-10-25T00:30:00.5Z');
  const day = Temporal.PlainDate.from('2026-12-06');
  expect(await value(sql`${at}::timestamptz`)).toEqual(at);
  expect(await value(sql`${day}::date`)).toEqual(day);
  expect(await value(sql`${[day, day.add({ days: 1 })]}::date[]`)).toEqual([day, day.add({ days: 1 })]);
  expect(await value(sql`${Temporal.PlainTime.from('23:59')}::time`)).toEqual(Temporal.PlainTime.from('23:59'));
  expect(await value(sql`${Temporal.Duration.from('PT90M')}::interval`)).toEqual(Temporal.Duration.from('PT1H30M'));
  expect(await value(sql`${{ at, words: 'ä' }}::jsonb`)).toEqual({ at: at.toString(), words: 'ä' });
});

test('a statement that comes again and again is prepared; one met once is not, nor one that is to be planned anew', async () => {
  const prepared = (text: string) =>
    sql<{ n: number }>`select count(*) as n from pg_prepared_statements where statement like ${`%${text}%`}`;
  await kysely.connection().execute(async (one) => {
    for (let i = 0; i < 6; i++) await sql`select ${i}::int as often`.execute(one);
    for (let i = 0; i < 6; i++) await sql`${sql.raw(PLANNED_ANEW)} select ${i}::int as anew`.execute(one);
    await sql`select ${1}::int as once`.execute(one);
    expect((await prepared('as often').execute(one)).rows[0]?.n).toBe(1);
    expect((await prepared('as once').execute(one)).rows[0]?.n).toBe(0);
    expect((await prepared('as anew').execute(one)).rows[0]?.n).toBe(0);
  });
});

test('the application role may not change a table, nor the audit it has written', async () => {
  expect(await value(sql`current_user::text`)).toBe('polku_app');
  for (const statement of ['drop table audit_entry', 'alter table audit_entry disable trigger all', 'create table mine (id int)']) {
    await expect(sql.raw(statement).execute(kysely)).rejects.toThrow(/must be owner|permission denied/);
  }
  for (const statement of [
    'update audit_entry set purpose = null',
    'delete from audit_entry',
    'truncate audit_entry',
    'delete from migration',
  ]) {
    await expect(sql.raw(statement).execute(kysely)).rejects.toThrow('permission denied');
  }
});

test('a lost connection is told as unavailable, without an address, and the next statement works', async () => {
  const lost = kysely.connection().execute(async (one) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one);
    await asOwner(database, (owner) => owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
    await sql`select 1`.execute(one);
  });
  const error = await lost.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Unavailable);
  expect(error).toMatchObject({ status: 503, message: 'database-unavailable', details: {} });
  expect(await value(sql`1`)).toBe(1);
});

test('nobody listening, and a pool that is empty for too long, are unavailable too', async () => {
  const nowhere = createDb('postgresql://u:p@127.0.0.1:1/none', { log: createLog('silent') });
  await expect(sql`select 1`.execute(nowhere.kysely)).rejects.toThrow(Unavailable);
  expect(await nowhere.healthy()).toBe(false);
  const missing = createDb('postgresql://u:p@127.0.0.1/none?host=/nonexistent', { log: createLog('silent') });
  await expect(sql`select 1`.execute(missing.kysely)).rejects.toThrow(Unavailable);
  const narrow = createDb(database.appUrl, { max: 1, log: createLog('silent') });
  const held = await narrow.pool.connect();
  await expect(sql`select 1`.execute(narrow.kysely)).rejects.toThrow(Unavailable);
  held.release();
  expect(await narrow.healthy()).toBe(true);
  await narrow.close();
  await expect(sql`select 1`.execute(narrow.kysely)).rejects.toThrow(Unavailable);
});

test('a connection that dies while nobody uses it is logged and ends nothing', async () => {
  const lines: string[] = [];
  const idle = createDb(database.appUrl, { max: 1, log: createLog('debug', (line) => lines.push(line)) });
  const { rows } = await idle.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  await asOwner(database, (owner) => owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
  await vi.waitFor(() => expect(lines.join()).toContain('database connection lost'), 3_000);
  expect(lines.join()).toContain('57P01');
  expect(lines).toHaveLength(1);
  expect(await idle.healthy()).toBe(true);
  await idle.close();
});

test.each([
  ['55P03', "set local lock_timeout = '50ms'", 'select pg_advisory_xact_lock(4711)'],
  ['57014', "set local statement_timeout = '50ms'", 'select pg_sleep(60)'],
])(
  'what is waited for too long is unavailable for a moment, with its cause, and its connection goes on: %s',
  async (code, limit, query) => {
    const holder = await pool.connect();
    await holder.query('select pg_advisory_lock(4711)');
    const waiting = inTransaction(kysely, async (trx) => {
      await sql.raw(limit).execute(trx);
      await sql.raw(query).execute(trx);
    });
    await expect(waiting).rejects.toMatchObject({ code: 'database-unavailable', status: 503, cause: { code } });
    await holder.query('select pg_advisory_unlock(4711)');
    holder.release();
    await expect(inTransaction(kysely, (trx) => sql`select 1`.execute(trx))).resolves.toBeDefined();
  },
);

test('an error of the statement itself stays what it is', async () => {
  const error = await sql`select 1 / ${0}::int`.execute(kysely).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(pg.DatabaseError);
  expect(isConnectionError(error)).toBe(false);
});

test('with an owner URL, every connection takes the application role from its first statement', async () => {
  const owned = createDb(database.ownerUrl, { role: 'polku_app', log: createLog('silent') });
  const { rows } = await owned.pool.query('select current_user, session_user');
  expect(rows).toEqual([{ current_user: 'polku_app', session_user: 'polku' }]);
  await owned.close();
  expect(pool.totalCount).toBeLessThanOrEqual(10);
});
