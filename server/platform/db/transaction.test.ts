import { sql } from 'kysely';
import { expect, expectTypeOf, test } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { Unavailable } from '../errors.ts';
import { afterCommit, inTransaction, type Trx } from './transaction.ts';

const database = await testDatabase();
const { kysely } = database.db;
await asOwner(database, (owner) => owner.query('create table tally_mark (name text primary key, n int not null)'));
await asOwner(database, (owner) => owner.query(`grant all on tally_mark to polku_app; insert into tally_mark values ('a', 0), ('b', 0)`));

const add = (trx: Trx, name: string) => sql`update tally_mark set n = n + 1 where name = ${name}`.execute(trx);

async function marks(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; n: number }>`select name, n from tally_mark`.execute(kysely);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

test('work is committed and its result returned; hooks run after the commit, in order', async () => {
  const seen: unknown[] = [];
  const before = await marks();
  const result = await inTransaction(kysely, async (trx) => {
    afterCommit(trx, async () => void seen.push(['first', (await marks()).a]));
    afterCommit(trx, () => void seen.push(['second']));
    await add(trx, 'a');
    seen.push(['inside', (await marks()).a]);
    return 'done';
  });
  expect(result).toBe('done');
  expect(seen).toEqual([['inside', before.a], ['first', (before.a ?? 0) + 1], ['second']]);
});

test('an error rolls back, is passed on, and runs no hook', async () => {
  const before = await marks();
  let hooked = false;
  const failing = inTransaction(kysely, async (trx) => {
    afterCommit(trx, () => {
      hooked = true;
    });
    await add(trx, 'a');
    throw new RangeError('no');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(await marks()).toEqual(before);
  expect(hooked).toBe(false);
});

test('a commit that PostgreSQL turned into a rollback is no success', async () => {
  const swallowed = inTransaction(kysely, async (trx) => {
    await add(trx, 'a');
    await sql`select 1 / 0`.execute(trx).catch(() => {});
  });
  await expect(swallowed).rejects.toThrow();
});

test('a hook that fails leaves the work standing and does not keep the next one from running', async () => {
  let ran = false;
  await inTransaction(kysely, async (trx) => {
    afterCommit(trx, () => Promise.reject(new Error('hook')));
    afterCommit(trx, () => {
      ran = true;
    });
  });
  expect(ran).toBe(true);
});

test('two that deadlock both get through; the retried one runs its hooks once', async () => {
  const before = await marks();
  const gate = Promise.withResolvers<void>();
  let inside = 0;
  let hooks = 0;
  const crossing = (first: string, second: string) =>
    inTransaction(kysely, async (trx) => {
      afterCommit(trx, () => {
        hooks += 1;
      });
      await add(trx, first);
      inside += 1;
      if (inside === 2) gate.resolve();
      await gate.promise;
      await add(trx, second);
    });
  await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
  expect(inside).toBe(3);
  expect(hooks).toBe(2);
  expect(await marks()).toEqual({ a: (before.a ?? 0) + 2, b: (before.b ?? 0) + 2 });
});

test('a serialization failure is tried again once', async () => {
  const before = await marks();
  const gate = Promise.withResolvers<void>();
  let attempts = 0;
  const copying = (from: string, to: string) =>
    inTransaction(
      kysely,
      async (trx) => {
        attempts += 1;
        await sql`select n from tally_mark where name = ${from}`.execute(trx);
        if (attempts === 2) gate.resolve();
        await gate.promise;
        await add(trx, to);
      },
      { isolation: 'serializable' },
    );
  await Promise.all([copying('a', 'b'), copying('b', 'a')]);
  expect(attempts).toBe(3);
  expect(await marks()).toEqual({ a: (before.a ?? 0) + 1, b: (before.b ?? 0) + 1 });
});

test.each(['40001', '40P01'])(
  'given up twice it is unavailable for a moment, with its cause, and nothing of it is kept: %s',
  async (code) => {
    const before = await marks();
    let runs = 0;
    const work = inTransaction(kysely, async (trx) => {
      runs += 1;
      await add(trx, 'a');
      await sql.raw(`do $$ begin raise exception 'given up' using errcode = '${code}'; end $$`).execute(trx);
    });
    await expect(work).rejects.toMatchObject({ status: 503, code: 'database-unavailable', cause: { code } });
    expect([runs, await marks()]).toEqual([2, before]);
  },
);

test('a connection lost in the middle is unavailable, not tried again, and rolled back', async () => {
  const before = await marks();
  let attempts = 0;
  const cut = inTransaction(kysely, async (trx) => {
    attempts += 1;
    await add(trx, 'a');
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await asOwner(database, (owner) => owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
    await add(trx, 'a');
  });
  await expect(cut).rejects.toThrow(Unavailable);
  expect(attempts).toBe(1);
  expect(await marks()).toEqual(before);
});

test('a plain database is no transaction, and a transaction is not opened inside another', async () => {
  const lockSomething = async (_: Trx) => {};
  // @ts-expect-error lock functions take a transaction only
  await lockSomething(kysely);
  expectTypeOf<Trx>().toExtend<typeof kysely>();
  const nested = inTransaction(kysely, (trx) => inTransaction(trx, async () => {}));
  await expect(nested).rejects.toThrow('inside a transaction');
});

test('a first statement that fails fails its transaction and leaves the connection fit for the next', async () => {
  const before = await marks();
  await kysely.connection().execute(async (one) => {
    const first = one.transaction().execute((trx) => sql`select 1 / ${0}::int`.execute(trx));
    await expect(first).rejects.toThrow('division by zero');
    await one.transaction().execute((trx) => sql`update tally_mark set n = n + 1 where name = 'b'`.execute(trx));
  });
  expect(await marks()).toEqual({ ...before, b: (before.b ?? 0) + 1 });
});

test('a transaction that asks nothing is none', async () => {
  expect(await inTransaction(kysely, async () => 'nothing')).toBe('nothing');
  expect(await marks()).toBeTypeOf('object');
});
