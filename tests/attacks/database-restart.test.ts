import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { findPostmaster } from '../../server/platform/db/embedded/postmaster-file.ts';
import { startEmbedded } from '../../server/platform/db/embedded.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { follow } from '../../server/platform/live/testing/follow.ts';
import { createLog } from '../../server/platform/log/log.ts';
import { type Answer, anApp, type Caller } from '../../server/testing/app.ts';
import { aPlainMatter, aWorld } from './world.ts';

/** A database of this file's own, as the embedded one is started for customers, since it will be killed. */
const folder = await mkdtemp(join(tmpdir(), 'polku-restart-'));
const quiet = createLog('silent');
const embedded = await startEmbedded({ dataDir: folder, log: quiet });
afterAll(async () => {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
});
await migrate(embedded.url, { log: quiet });
const service = await anApp({ appUrl: embedded.appUrl });
const world = await aWorld(service);
const { aino } = world.callers;
const postmaster = (): number => findPostmaster(join(folder, 'postgresql'))?.pid ?? 0;

type Sent = { key: string; at: number; answer: Answer<{ id: string }> };

/** Opens matters one after another until told to stop, each with a key of its own, and remembers every answer. */
function writer(caller: Caller): { sent: Sent[]; stop(): Promise<void> } {
  const sent: Sent[] = [];
  let going = true;
  const work = (async () => {
    while (going) {
      const key = randomUUID();
      const answer = await open(caller, key);
      sent.push({ key, at: performance.now(), answer });
      if (answer.status === 503) await delay(20);
    }
  })();
  const stop = () => {
    going = false;
    return work;
  };
  return { sent, stop };
}

const open = (caller: Caller, key: string) =>
  caller.call<{ id: string }>(
    'POST',
    '/api/matters',
    { contact: { channel: 'phone' }, needs: [{ ownWords: key }] },
    { 'idempotency-key': key },
  );

test.each([
  ['killed', 'SIGKILL'],
  ['stopped in haste', 'SIGQUIT'],
  ['stopped and started again', 'SIGINT'],
] as const)(
  'the database is %s in the middle of requests: 503 meanwhile, back within 5 s, nothing acknowledged lost',
  { timeout: 90_000 },
  async (_, signal) => {
    const stream = await follow(`${await service.listen()}/api/live`, { headers: { cookie: aino.cookie } });
    await stream.untilBeat(1);
    const writers = Array.from({ length: 6 }, () => writer(aino));
    const all = () => writers.flatMap(({ sent }) => sent);
    const acknowledged = () => all().filter(({ answer }) => answer.status === 201);
    await until(() => acknowledged().length > 60);
    const [before, killedAt] = [postmaster(), performance.now()];
    process.kill(before, signal);
    await until(() => all().some(({ answer }) => answer.status !== 201));
    const health = await service.caller().call('GET', '/api/health');
    const page = await service.caller().call('GET', '/', undefined, { accept: 'text/html' });
    const read = await aino.call('GET', `/api/matters/${world.matter}`);
    const count = acknowledged().length;
    await until(() => acknowledged().length > count + 60);
    await Promise.all(writers.map((each) => each.stop()));

    const refused = [...all().map(({ answer }) => answer), health, page, read].filter(({ status }) => status >= 400);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
    for (const { headers, text } of refused) {
      if (!text.includes('"status":"') && !text.startsWith('{"ready')) expect(Number(headers['retry-after']), text).toBeGreaterThan(0);
      // The random request id may hold any digits.
      const words = text.replace(/"requestId":"[^"]+"/, '');
      expect(words).not.toMatch(/127\.0\.0\.1|localhost|ECONN|5432|postgres|password|57P0|terminat/i);
    }
    expect(postmaster()).not.toBe(before);
    const backAt = Math.min(
      ...acknowledged()
        .map(({ at }) => at)
        .filter((at) => at > killedAt + 50 && at > firstRefusal(all())),
    );
    expect(backAt - killedAt).toBeLessThan(5000);
    const kept = await sql<{ id: string }>`select id from matter`.execute(service.polku.desk.db);
    const ids = new Set(kept.rows.map(({ id }) => id));
    expect(acknowledged().filter(({ answer }) => !ids.has(answer.body.id))).toEqual([]);
    await everyUnsureOneOnce(all().filter(({ answer }) => answer.status === 503));

    const last = await aPlainMatter(aino);
    await stream.until((heard) => heard.some(({ data, event }) => data.id === last || event === 'reset'));
    stream.drop();
    expect((await service.caller().call('GET', '/api/health')).status).toBe(200);
  },
);

/** Whether a 503 was kept or not is unknown to its sender: sent again with its key there is one matter, not two. */
async function everyUnsureOneOnce(unsure: Sent[]): Promise<void> {
  const some = unsure.slice(0, 30);
  for (const { key } of some) expect((await open(aino, key)).status).toBe(201);
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from need where own_words = any(${some.map(({ key }) => key)}::text[])`.execute(service.polku.desk.db);
  expect(rows[0]?.count).toBe(some.length);
}

const firstRefusal = (sent: Sent[]): number => Math.min(...sent.filter(({ answer }) => answer.status === 503).map(({ at }) => at));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(10);
}
