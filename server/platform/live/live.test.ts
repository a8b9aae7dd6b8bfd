import { connect } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asOwner, testDatabase } from '../../testing/database.ts';
import { inTransaction } from '../db/transaction.ts';
import { Unauthenticated } from '../errors.ts';
import { startFeed } from '../events/feed.ts';
import { publish, publishAll } from '../events/publish.ts';
import type { Access } from '../http/access.ts';
import { createApp } from '../http/app.ts';
import { createLog } from '../log/log.ts';
import type { Derivation } from './derivation.ts';
import { startLive } from './live.ts';
import { liveRoute } from './route.ts';
import { follow } from './testing/follow.ts';
import { snapshotPlusEventsEqualsFresh } from './testing/snapshot-check.ts';

const database = await testDatabase();
const db = database.db.kysely;
const log = createLog('silent');
await asOwner(database, (owner) =>
  owner.query(`create table may_see (person text, subject uuid); create table thing (id uuid primary key, words text, version int);
    grant all on may_see, thing to polku_app`),
);

interface Person {
  name: string;
}
const person: Access<Person | undefined> = {
  name: 'person',
  admit: async (request) => {
    const name = request.headers.authorization;
    if (name === 'disabled') throw new Unauthenticated();
    return name ? { name } : undefined;
  },
  key: (caller) => (caller ? `person:${caller.name}` : (undefined as unknown as string)),
};

const questions: string[] = [];
const derivations: Derivation<Person | undefined>[] = [
  {
    types: ['thing.changed'],
    derive: ({ subject }) => [{ topic: `thing:${subject}`, id: subject ?? '' }],
    audience: async (on, callers, { subject }) => {
      questions.push(subject ?? '');
      const names = callers.flatMap((caller) => caller?.name ?? []);
      const { rows } = await sql<{ person: string }>`
        select person from may_see where subject = ${subject}::uuid and person = any(${names}::text[])`.execute(on);
      return callers.filter((caller) => rows.some((row) => row.person === caller?.name));
    },
  },
  { types: ['queue.moved'], derive: ({ data }) => [{ topic: 'queue:main', id: 'main', payload: data }], audience: 'public' },
  { types: ['queue.twice'], derive: () => [1, 2].map((n) => ({ topic: 'queue:main', id: `part-${n}` })), audience: 'public' },
  { types: ['queue.broken'], derive: () => [{ topic: 'queue:main', id: 'x' }], audience: async () => Promise.reject(new Error('no')) },
];

/** A node: its own reader, streams and port, on the shared database. */
async function node() {
  const feed = await startFeed({ db, url: database.appUrl, log });
  const live = await startLive({ db, feed, derivations, log, caps: { caller: 3 }, heartbeatMs: 60_000 });
  const app = await createApp({ config: { publicUrl: 'http://localhost' }, log });
  liveRoute(app, { url: '/api/live', access: person, live });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  afterAll(async () => {
    await app.close();
    await feed.stop();
  });
  const url = (...topics: string[]) => `${address}/api/live?${topics.map((topic) => `topic=${topic}`).join('&')}`;
  return { feed, live, app, url, address };
}

const first = await node();
const as = (name: string) => ({ headers: { authorization: name } });
const move = (n: number) => inTransaction(db, (trx) => publish(trx, { type: 'queue.moved', data: { n } }));
const numbers = (heard: readonly { data: { payload?: unknown } }[]) => heard.map(({ data }) => (data.payload as { n: number }).n);
/** The last of an earlier test may come before it, when that one's follower had it from the replay. */
const isTold0 = (heard: Parameters<typeof numbers>[0]) => numbers(heard).includes(0);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

async function change(subject: string): Promise<void> {
  await inTransaction(db, (trx) => publish(trx, { type: 'thing.changed', subject }));
}
const grant = (name: string, subject: string) => sql`insert into may_see values (${name}, ${subject}::uuid)`.execute(db);
const revoke = (name: string, subject: string) =>
  sql`delete from may_see where person = ${name} and subject = ${subject}::uuid`.execute(db);

beforeAll(async () => {
  // A transaction under way, of another test's database too, is the oldest that is still to come: as long as it is older than the first event, a
  // point to return to counts as older than all that is kept.
  await move(-1);
  const passed = sql<{
    passed: boolean;
  }>`select pg_snapshot_xmin(pg_current_snapshot()) > (select xid from event order by xid desc limit 1) as passed`;
  await vi.waitFor(async () => expect((await passed.execute(db)).rows[0]?.passed).toBe(true), { timeout: 20_000 });
  await first.feed.caughtUp();
});

test('50 events pass while the network is away: all of them come on return, once and in order', async () => {
  const before = await follow(first.url('queue:main'));
  await before.untilBeat(1);
  await move(0);
  await before.until(isTold0);
  before.drop();
  for (const n of upTo(50)) await move(n);
  const after = await follow(first.url('queue:main'), { lastEventId: before.lastEventId() });
  await move(51);
  await after.until((heard) => heard.length >= 51);
  expect(numbers(after.heard)).toEqual(upTo(51));
  after.drop();
});

test('another node, which never delivered them, replays them too', async () => {
  const before = await follow(first.url('queue:main'));
  await before.untilBeat(1);
  await move(0);
  await before.until(isTold0);
  before.drop();
  for (const n of upTo(50)) await move(n);
  const second = await node();
  const after = await follow(second.url('queue:main'), { lastEventId: before.lastEventId() });
  await after.until((heard) => heard.length >= 50);
  // What was under way around the cut may come twice, nothing may be missing.
  expect(numbers(after.heard).filter((n) => n > 0)).toEqual(upTo(50));
  expect(after.heard.every(({ event }) => event === 'message')).toBe(true);
  after.drop();
});

test('returning while events keep coming misses none', async () => {
  const before = await follow(first.url('queue:main'));
  await before.untilBeat(1);
  await move(0);
  await before.until(isTold0);
  before.drop();
  const moving = (async () => {
    for (const n of upTo(120)) await move(n);
  })();
  const heard: number[] = [];
  let id = before.lastEventId();
  while (heard.at(-1) !== 120) {
    const again = await follow(first.url('queue:main'), { lastEventId: id });
    await again.until((now) => now.length >= 20 || numbers(now).at(-1) === 120);
    heard.push(...numbers(again.heard));
    id = again.lastEventId();
    again.drop();
  }
  await moving;
  expect(heard).toEqual(upTo(120));
});

test('an unknown or too old resume point gives one reset', async () => {
  for (let batch = 0; batch < 3; batch++) {
    await inTransaction(db, (trx) =>
      publishAll(
        trx,
        Array.from({ length: 400 }, () => ({ type: 'queue.moved', data: { n: 1 } })),
      ),
    );
  }
  await first.feed.caughtUp();
  const real = await follow(first.url('queue:main'));
  await real.untilBeat(1);
  const [epoch] = real.lastEventId().split('.');
  real.drop();
  for (const lastEventId of ['nonsense', 'another.100.5', `${epoch}.3.1`, `${epoch}.999999999999.1`]) {
    const stream = await follow(first.url('queue:main'), { lastEventId });
    await stream.until((heard) => heard.length > 0);
    expect(stream.heard.map(({ event }) => event)).toEqual(['reset']);
    stream.drop();
  }
});

test('the audience is asked at each event: a revoked grant ends it, replayed events included', async () => {
  const [subject, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await grant('anna', subject);
  await grant('boris', subject);
  const [anna, boris, nobody] = await Promise.all([
    follow(first.url(`thing:${subject}`, `thing:${other}`), as('anna')),
    follow(first.url(`thing:${subject}`), as('boris')),
    follow(first.url(`thing:${subject}`)),
  ]);
  for (const stream of [anna, boris, nobody]) await stream.untilBeat(1);
  questions.length = 0;
  await change(subject);
  await change(other);
  await anna.until((heard) => heard.length === 1);
  await boris.until((heard) => heard.length === 1);
  await first.feed.caughtUp();
  // One question an event, not one a follower.
  expect(questions.sort()).toEqual([subject, other].sort());
  boris.drop();

  await change(subject);
  await revoke('anna', subject);
  await revoke('boris', subject);
  await change(subject);
  const returned = await follow(first.url(`thing:${subject}`), { ...as('boris'), lastEventId: boris.lastEventId() });
  await returned.untilBeat(1);
  await first.feed.caughtUp();
  const beats = anna.beats();
  first.live.beat();
  await anna.untilBeat(beats + 1);
  // The change made while anna still had her grant may have reached her; nothing after the revocation has.
  expect(anna.heard.length).toBeLessThanOrEqual(2);
  expect(returned.heard).toEqual([]);
  expect(nobody.heard).toEqual([]);
  for (const stream of [anna, returned, nobody]) stream.drop();
});

test('messages of one event come whole, and an audience that cannot be asked means fetching anew', async () => {
  const stream = await follow(first.url('queue:main'));
  await stream.untilBeat(1);
  await inTransaction(db, (trx) => publish(trx, { type: 'queue.twice' }));
  await stream.until((heard) => heard.length === 2);
  await inTransaction(db, (trx) => publish(trx, { type: 'queue.broken' }));
  await stream.until((heard) => heard.length === 3);
  expect(stream.heard.map(({ event, data }) => data.id ?? event)).toEqual(['part-1', 'part-2', 'reset']);
  stream.drop();
});

test('the streams of a disabled person end at once, the others go on', async () => {
  const [carl, dora] = [await follow(first.url('queue:main'), as('carl')), await follow(first.url('queue:main'), as('dora'))];
  await Promise.all([carl.untilBeat(1), dora.untilBeat(1)]);
  first.live.closeFor((caller) => caller?.name === 'carl');
  await carl.ended;
  await move(1);
  await dora.until((heard) => heard.length === 1);
  expect(carl.heard).toEqual([]);
  expect((await follow(first.url('queue:main'), as('disabled'))).status).toBe(401);
  dora.drop();
});

test('one caller opens no more streams than allowed', async () => {
  const streams = [];
  for (let n = 0; n < 4; n++) streams.push(await follow(first.url('queue:main'), as('emma')));
  expect(streams.map((stream) => stream.status)).toEqual([200, 200, 200, 429]);
  for (const stream of streams) stream.drop();
});

test('a browser that stops reading is cut off', async () => {
  const { hostname, port } = new URL(first.address);
  const socket = connect(Number(port), hostname);
  socket.pause();
  socket.write('GET /api/live?topic=queue:main HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const words = 'x'.repeat(20_000);
  const reader = await follow(first.url('queue:main'));
  await reader.untilBeat(1);
  // 24 MB: well over what the system's own socket buffers take.
  for (let round = 1; round <= 40; round++) {
    const events = Array.from({ length: 30 }, (_, n) => ({ type: 'queue.moved', data: { n, words } }));
    await inTransaction(db, (trx) => publishAll(trx, events));
    await reader.until((heard) => heard.length === round * 30);
  }
  socket.resume();
  await closed;
  reader.drop();
});

test('a screen that lives by messages shows what a fresh one shows', async () => {
  const ids = upTo(5).map(() => crypto.randomUUID());
  for (const id of ids) {
    await sql`insert into thing values (${id}::uuid, 'new', 0)`.execute(db);
    await grant('frida', id);
  }
  const rewrite = (id: string, tell: boolean) =>
    inTransaction(db, async (trx) => {
      await sql`update thing set words = ${crypto.randomUUID()}, version = version + 1 where id = ${id}::uuid`.execute(trx);
      if (tell) await publish(trx, { type: 'thing.changed', subject: id });
    });
  type Shown = Record<string, { words: string; version: number }>;
  const fetchThing = async (id: string) =>
    (await sql<{ words: string; version: number }>`select words, version from thing where id = ${id}::uuid`.execute(db)).rows[0] ?? {
      words: '',
      version: 0,
    };
  const check = (act: () => Promise<void>) =>
    snapshotPlusEventsEqualsFresh<Shown>({
      url: first.url(...ids.map((id) => `thing:${id}`)),
      ...as('frida'),
      fresh: async () => Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await fetchThing(id)]))),
      apply: async (shown, { id = '' }) => ({ ...shown, [id]: await fetchThing(id) }),
      act,
      feed: first.feed,
      live: first.live,
    });
  const good = await check(async () => {
    await Promise.all(upTo(60).map((n) => rewrite(ids[n % 5] as string, true)));
  });
  expect([good.equal, good.messages]).toEqual([true, 60]);
  // The check itself must be able to fail: a change nobody is told of.
  expect((await check(() => rewrite(ids[0] as string, false))).equal).toBe(false);
});
