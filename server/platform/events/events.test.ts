import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { inTransaction } from '../db/transaction.ts';
import { createLog } from '../log/log.ts';
import type { PublishedEvent } from './event.ts';
import { startFeed } from './feed.ts';
import { tendEventPartitions } from './partitions.ts';
import { insertEvents, publish, publishAll, wakeReadersAfterCommit } from './publish.ts';
import { BEGINNING, type Cursor, chooseTarget, currentCursor, cursorAfter, readTowards } from './read.ts';

const database = await testDatabase();
const db = database.db.kysely;
const log = createLog('error');
const feed = await startFeed({ db, url: database.appUrl, log });
afterAll(() => feed.stop());

const WRITERS = 8;
const EACH = 500;
const subjects = Array.from({ length: 20 }, () => crypto.randomUUID());

/** One change to a subject whose update gets its transaction number before it waits for the row. Every seventh is rolled back. */
async function change(writer: number, round: number): Promise<string | undefined> {
  const subject = subjects[(writer * 7 + round * 3) % subjects.length] as string;
  const mark = `${writer}.${round}`;
  const abandoned = round % 7 === 3;
  const work = inTransaction(db, async (trx) => {
    const { rows } = await sql<{ n: number }>`update counted set n = n + 1 where id = ${subject}::uuid returning n`.execute(trx);
    await publish(trx, { type: 'test.changed', subject, data: { mark, n: rows[0]?.n ?? 0 } });
    // A transaction may stay open for a while after its event has its number.
    if (round % 5 === writer % 5) await pause(Math.random() * 8);
    if (abandoned) throw new Error('abandoned');
  });
  const kept = await work.then(
    () => true,
    () => false,
  );
  return kept ? mark : undefined;
}

test('8 writers at once: a reader loses none, sees each once, and in order per subject', { timeout: 60_000 }, async () => {
  await asOwner(database, (owner) =>
    owner.query('create table counted (id uuid primary key, n int not null default 0); grant all on counted to polku_app'),
  );
  await sql`insert into counted (id) select unnest(${subjects}::uuid[])`.execute(db);
  const seen: PublishedEvent[] = [];
  feed.subscribe(({ events }) => void seen.push(...events.filter((event) => event.type === 'test.changed')));

  const writer = async (number: number) => {
    const kept: string[] = [];
    for (let round = 0; round < EACH; round++) {
      const mark = await change(number, round);
      if (mark) kept.push(mark);
    }
    return kept;
  };
  const kept = (await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)))).flat();
  await feed.caughtUp();

  expect(kept.length).toBeGreaterThan(WRITERS * EACH * 0.8);
  expect(kept.length).toBeLessThan(WRITERS * EACH);
  expect(seen.map((event) => event.data.mark).sort()).toEqual(kept.sort());
  for (const subject of subjects) {
    const counts = seen.filter((event) => event.subject === subject).map((event) => event.data.n as number);
    expect(counts).toEqual(Array.from({ length: counts.length }, (_, index) => index + 1));
  }
});

test('an event of an older transaction that commits late is not stepped over', async () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const before = await currentCursor(db);
  const late = inTransaction(db, async (trx) => {
    await publish(trx, { type: 'test.late' });
    open();
    await mayEnd;
  });
  await opened;
  await inTransaction(db, (trx) => publish(trx, { type: 'test.early' }));
  const read = async (from: Cursor) => {
    const target = await chooseTarget(db, from);
    const events = await readTowards(db, from, target, 10);
    return { types: events.map((event) => event.type), cursor: cursorAfter(from, target, events, 10) };
  };
  const first = await read(before);
  expect(first.types).toEqual(['test.early']);
  end();
  await late;
  const second = await read(first.cursor);
  expect(second.types).toEqual(['test.late']);
  expect((await read(second.cursor)).types).toEqual([]);
});

test('a long backlog is walked in steps without loss', async () => {
  const subject = crypto.randomUUID();
  for (let batch = 0; batch < 9; batch++) {
    await inTransaction(db, (trx) =>
      publishAll(
        trx,
        Array.from({ length: 500 }, (_, n) => ({ type: 'test.many', subject, data: { n: batch * 500 + n } })),
      ),
    );
  }
  await behindAll(subject);
  const numbers: unknown[] = [];
  let targets = 0;
  for (let cursor = BEGINNING, more = true; more; ) {
    const target = await chooseTarget(db, cursor);
    if (!cursor.target) targets++;
    const events = await readTowards(db, cursor, target, 300, ['test.many']);
    numbers.push(...events.map((event) => event.data.n));
    more = !target.isLast || events.length === 300;
    cursor = cursorAfter(cursor, target, events, 300);
  }
  expect(numbers).toEqual(Array.from({ length: 4500 }, (_, n) => n));
  expect(targets).toBeGreaterThan(2);
});

/** Steps end before the oldest transaction still under way, and another test's may be: until all of these are older than any. */
async function behindAll(subject: string): Promise<void> {
  const behind = async () =>
    (
      await sql<{
        is: boolean;
      }>`select max(xid) < pg_snapshot_xmin(pg_current_snapshot()) as is from event where subject = ${subject}::uuid`.execute(db)
    ).rows[0]?.is;
  await expect.poll(behind, { timeout: 20_000 }).toBe(true);
}

test('several at once keep their order, and a bigger statement may carry one', async () => {
  const subject = crypto.randomUUID();
  await inTransaction(db, async (trx) => {
    await publishAll(trx, [
      { type: 'test.one', subject },
      { type: 'test.two', subject, data: { count: 2 } },
    ]);
    const insert = insertEvents([{ type: 'test.three', subject: sql`(select id from m)`, data: sql`jsonb_build_object('of', 'm')` }]);
    await sql`with m as (select ${subject}::uuid as id), e as (${insert}) select 1`.execute(trx);
    wakeReadersAfterCommit(trx);
  });
  const { rows } = await sql<PublishedEvent>`select type, data from event where subject = ${subject}::uuid order by xid, seq`.execute(db);
  expect(rows).toEqual([
    { type: 'test.one', data: {} },
    { type: 'test.two', data: { count: 2 } },
    { type: 'test.three', data: { of: 'm' } },
  ]);
});

test('the feed wakes well before its next look, through the notification', async () => {
  const { promise: heard, resolve } = Promise.withResolvers<number>();
  feed.subscribe(({ events }) => {
    if (events.some((event) => event.type === 'test.wake')) resolve(performance.now());
  });
  const delays: number[] = [];
  const committed = await inTransaction(db, (trx) => publish(trx, { type: 'test.wake' })).then(() => performance.now());
  delays.push((await heard) - committed);
  expect(delays[0]).toBeLessThan(500);
});

test('the feed goes on after the database has cut its listening connection', async () => {
  const heard = Promise.withResolvers<void>();
  feed.subscribe(({ events }) => {
    if (events.some((event) => event.type === 'test.after-cut')) heard.resolve();
  });
  await asOwner(database, (owner) =>
    owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`),
  );
  await inTransaction(db, (trx) => publish(trx, { type: 'test.after-cut' }));
  await heard.promise;
});

test('events cannot be changed or removed', async () => {
  await expect(sql`update event set type = 'x'`.execute(db)).rejects.toThrow('append-only');
  await expect(sql`delete from event`.execute(db)).rejects.toThrow('append-only');
});

test('old days are dropped once all reactions have read them; the coming week has its partitions', async () => {
  await asOwner(database, async (owner) => {
    await owner.query(`
      create table event_20200101 (like event including defaults);
      alter table event attach partition event_20200101 for values from ('2020-01-01Z') to ('2020-01-02Z');
      insert into event (at, type) values ('2020-01-01T10:00Z', 'test.old');
      insert into event_cursor (reaction, seen) values ('slow', '1:1:')`);
  });
  expect(await tendEventPartitions(db)).toBe(0);
  await sql`update event_cursor set seen = '9000000000:9000000000:' where reaction = 'slow'`.execute(db);
  expect(await tendEventPartitions(db)).toBe(1);
  const { rows } = await sql<{ days: number }>`
    select count(*)::int as days from pg_inherits join pg_class on oid = inhrelid
    where inhparent = 'event'::regclass and relname ~ '^event_[0-9]{8}$'
      and relname >= to_char(now() at time zone 'UTC', '"event_"YYYYMMDD')`.execute(db);
  expect(rows[0]?.days).toBe(8);
});
