import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { inTransaction, type Trx } from '../db/transaction.ts';
import { createLog } from '../log/log.ts';
import { type Feed, startFeed } from './feed.ts';
import { publishAll } from './publish.ts';
import { type Reaction, type Reactions, startReactions } from './reactions.ts';

const database = await testDatabase();
const db = database.db.kysely;
await asOwner(database, (owner) =>
  owner.query('create table effect (place bigint generated always as identity, reaction text, n int); grant all on effect to polku_app'),
);

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop();
  await sql`delete from effect`.execute(db);
});

async function node(reactions: Reaction[]): Promise<Reactions> {
  const log = createLog('silent');
  const feed: Feed = await startFeed({ db, url: database.appUrl, log });
  const started = await startReactions({ db, feed, reactions, log, maxTries: 3, firstRetryMs: 5 });
  running.push(feed, started);
  return started;
}

const publishNumbers = (type: string, numbers: number[]) =>
  inTransaction(db, (trx) =>
    publishAll(
      trx,
      numbers.map((n) => ({ type, data: { n } })),
    ),
  );

const note = (reaction: string) => async (trx: Trx, event: { data: Record<string, unknown> }) => {
  await sql`insert into effect (reaction, n) values (${reaction}, ${event.data.n as number}::int)`.execute(trx);
};

const effectsOf = async (reaction: string) => {
  const { rows } = await sql<{ n: number }>`select n from effect where reaction = ${reaction} order by place`.execute(db);
  return rows.map((row) => row.n);
};

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('each reaction handles its own kinds of event once, in order, also those from before it started', async () => {
  await publishNumbers('a.one', upTo(250));
  const reactions = await node([
    { name: 'first', types: ['a.one'], handle: note('first') },
    { name: 'second', types: ['a.two'], handle: note('second') },
    { name: 'new-only', types: ['a.one'], handle: note('new-only'), from: 'now' },
  ]);
  await publishNumbers('a.two', [7]);
  await publishNumbers('a.one', [251]);
  await reactions.settled();
  expect(await effectsOf('first')).toEqual(upTo(251));
  expect(await effectsOf('second')).toEqual([7]);
  expect(await effectsOf('new-only')).toEqual([251]);
});

test('a poisonous event is laid aside after its tries, and leaves no half effect; the rest goes on', async () => {
  const handle = note('careful');
  const tries: number[] = [];
  const reactions = await node([
    {
      name: 'careful',
      types: ['b.one'],
      handle: async (trx, event) => {
        await handle(trx, event);
        if (event.data.n !== 3) return;
        tries.push(3);
        throw new TypeError('cannot read the name of Matti');
      },
    },
    { name: 'other', types: ['b.one'], handle: note('other') },
  ]);
  await publishNumbers('b.one', upTo(6));
  await reactions.settled();
  expect(await effectsOf('careful')).toEqual([1, 2, 4, 5, 6]);
  expect(await effectsOf('other')).toEqual(upTo(6));
  expect(tries).toHaveLength(3);
  const { rows } = await sql<{ error: string; tries: number; data: unknown }>`
    select error, tries, data from event_dead_letter where reaction = 'careful'`.execute(db);
  expect(rows).toEqual([{ error: 'TypeError', tries: 3, data: { n: 3 } }]);
});

test('a passing failure is tried again and then has its effect once', async () => {
  let failures = 2;
  const handle = note('patient');
  const reactions = await node([
    {
      name: 'patient',
      types: ['c.one'],
      handle: async (trx, event) => {
        await handle(trx, event);
        if (event.data.n === 2 && failures-- > 0) throw new Error('not now');
      },
    },
  ]);
  await publishNumbers('c.one', upTo(4));
  await reactions.settled();
  expect(await effectsOf('patient')).toEqual(upTo(4));
});

test('three nodes share the work without doing anything twice', async () => {
  const shared = (): Reaction[] => [
    { name: 'shared', types: ['d.one'], handle: note('shared') },
    { name: 'shared-too', types: ['d.one'], handle: note('shared-too') },
  ];
  const nodes = [await node(shared()), await node(shared()), await node(shared())];
  for (let round = 0; round < 20; round++)
    await publishNumbers(
      'd.one',
      upTo(10).map((n) => round * 10 + n),
    );
  await Promise.all(nodes.map((each) => each.settled()));
  expect(await effectsOf('shared')).toEqual(upTo(200));
  expect(await effectsOf('shared-too')).toEqual(upTo(200));
});

test('changes to one subject are handled in the order they were committed, whoever got a transaction number first', {
  timeout: 30_000,
}, async () => {
  await asOwner(database, (owner) =>
    owner.query('create table counted (id int primary key, n int not null); grant all on counted to polku_app'),
  );
  await sql`insert into counted select n, 0 from generate_series(1, 3) n`.execute(db);
  const orders = new Map<unknown, number[]>();
  const reactions = await node([
    {
      name: 'orderly',
      types: ['e.one'],
      handle: async (_, { data }) => void orders.set(data.counter, [...(orders.get(data.counter) ?? []), data.n as number]),
    },
  ]);
  // The update takes its transaction number and only then waits for the row.
  const add = (counter: number) =>
    inTransaction(db, async (trx) => {
      const { rows } = await sql<{ n: number }>`update counted set n = n + 1 where id = ${counter} returning n`.execute(trx);
      await publishAll(trx, [{ type: 'e.one', data: { counter, n: rows[0]?.n } }]);
    });
  const writer = async (number: number) => {
    for (let round = 0; round < 100; round++) await add(1 + ((number + round) % 3));
  };
  await Promise.all([1, 2, 3, 4, 5, 6].map(writer));
  await reactions.settled();
  expect([...orders.values()]).toEqual([upTo(200), upTo(200), upTo(200)]);
});

test('two reactions of one name do not start', async () => {
  const twin = { name: 'twin', types: ['x'], handle: async () => {} };
  await expect(node([twin, twin])).rejects.toThrow('two reactions are named twin');
});
