import { sql } from 'kysely';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { publicPushKey } from '../../../../platform/push/vapid.ts';
import { anApp } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aServedCounter } from '../../../../testing/following.ts';
import { aPushService } from '../../../../testing/push-server.ts';
import type { ArrivedAnswer } from '../../visits/schema.ts';
import { pushKey } from './keys.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const reach = { allows: (address: string) => address === '127.0.0.1', withinMs: 2_000, plain: true };
const service = await anApp(await testDatabase(), { clock, pushReach: reach });
const { db } = service.polku.desk;
const ours = publicPushKey(await pushKey({ db, keys: service.keys }));
const push = await aPushService(() => ours);
const { greet, callNext, open, empty, ...floor } = await aServedCounter(service, clock);
beforeEach(async () => {
  await empty();
  push.taken.length = 0;
  clock.advance('PT3S');
});

const deed = (visitId: string, name: string) => {
  clock.advance('PT1S');
  return floor.deed(visitId, name);
};
const asks = async (arrived: ArrivedAnswer, subscription = push.subscription()) => {
  const phone = await open(arrived);
  const answer = await phone.call('PUT', '/q/push', subscription);
  return { phone, status: answer.status };
};
const kept = async (visitId: string) =>
  (
    await sql<{
      subscription: string;
    }>`select subscription_cipher as subscription from visit_push where visit_id = ${visitId}::uuid`.execute(db)
  ).rows[0];
const heard = (titles: string[]) =>
  vi.waitFor(() => expect(push.taken.map(({ message }) => message.title)).toEqual(titles), { timeout: 10_000, interval: 50 });

describe('a phone that asked to be told', () => {
  test('hears that it is soon its turn and that it is, each once, sealed and signed', async () => {
    const [first, second, third] = [await greet(), await greet(), await greet({ language: 'sv' })];
    expect((await asks(third)).status).toBe(204);
    await callNext();
    await heard([`${third.code}: snart är det din tur`]);
    await deed(first.visitId, 'finished');
    await callNext();
    await deed(second.visitId, 'finished');
    await callNext();
    await heard([`${third.code}: snart är det din tur`, `${third.code}: nu är det din tur`]);
    expect(push.faults).toEqual([]);
    const [, call] = push.taken;
    expect(call?.message).toEqual({ ...call?.message, body: 'Kom hit: Tiski 3, till vänster', lang: 'sv' });
    expect(call?.headers).toMatchObject({ ttl: '300', urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(call?.claims).toEqual({ aud: push.origin, sub: 'https://polku.example', exp: expect.any(Number) });
    expect(JSON.stringify(push.taken)).not.toMatch(/Neuvonta|Kunta/);
    await deed(third.visitId, 'recalled');
    await heard([`${third.code}: snart är det din tur`, ...Array(2).fill(`${third.code}: nu är det din tur`)]);
  });

  test('is not told what its page has just shown', async () => {
    const [first, second] = [await greet(), await greet()];
    await asks(second);
    await callNext();
    await deed(first.visitId, 'finished');
    await callNext();
    await heard([`${second.code}: nyt on vuorosi`]);
  });

  test('is told again when the service was busy, and forgotten when the browser is gone', async () => {
    const arrived = await greet();
    await asks(arrived);
    push.answer(503);
    await callNext();
    await heard([`${arrived.code}: nyt on vuorosi`]);
    push.answer(410);
    await deed(arrived.visitId, 'recalled');
    await vi.waitFor(async () => expect(await kept(arrived.visitId)).toBeUndefined(), { timeout: 5_000, interval: 50 });
  });

  test('is kept encrypted, and forgotten when asked and when the visit ends', async () => {
    const [first, second, third] = [await greet(), await greet(), await greet()];
    const subscription = push.subscription();
    const { phone } = await asks(first, subscription);
    expect((await kept(first.visitId))?.subscription).not.toContain(subscription.endpoint);
    expect(service.lines.join('')).not.toContain(subscription.endpoint);
    expect((await phone.call('DELETE', '/q/push')).status).toBe(204);
    expect(await kept(first.visitId)).toBeUndefined();
    await asks(second);
    await deed(second.visitId, 'left');
    expect(await kept(second.visitId)).toBeUndefined();
    await asks(third);
    await callNext();
    await deed(first.visitId, 'finished');
    await callNext();
    await deed(third.visitId, 'finished');
    expect(await kept(third.visitId)).toBeUndefined();
    expect((await asks(third)).status).toBe(204);
    expect(await kept(third.visitId)).toBeUndefined();
  });
});

describe('nobody makes us send elsewhere', () => {
  test.each(['https://127.0.0.2/x', 'https://[::1]/x', 'https://169.254.169.254/latest/', 'ftp://push.example/x', 'push'])(
    '%s is refused',
    async (endpoint) => {
      const arrived = await greet();
      const phone = await open(arrived);
      const answer = await phone.call<{ code: string }>('PUT', '/q/push', { ...push.subscription(), endpoint });
      expect([answer.status, answer.body.code]).toEqual([422, 'push-not-possible']);
      expect(await kept(arrived.visitId)).toBeUndefined();
    },
  );

  test('a key that is none is refused, and so is whoever holds no number', async () => {
    const phone = await open(await greet());
    expect((await phone.call('PUT', '/q/push', { ...push.subscription(), p256dh: 'AAAA' })).status).toBe(422);
    for (const method of ['PUT', 'DELETE'])
      expect((await service.caller().call(method, '/q/push', method === 'PUT' ? push.subscription() : undefined)).status).toBe(404);
  });
});

test('the script that shows notifications may speak for the page and nothing above it', async () => {
  const { status, headers } = await service.caller().call('GET', '/q/worker.js');
  expect([status, headers['service-worker-allowed']]).toEqual([200, '/q']);
});
