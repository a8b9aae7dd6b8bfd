import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { follow } from '../../../platform/live/testing/follow.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import type { DeviceShown, PairingCode, Self } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let admin: Caller;
let aino: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  [admin, aino] = [await service.signIn(town.admin), await service.signIn(town.aino)];
});

const once = () => ({ 'idempotency-key': randomUUID() });
const devices = () => `/api/queue/points/${town.point}/devices`;
const list = async () => (await admin.call<{ devices: DeviceShown[] }>('GET', devices())).body.devices;
const shown = async (id: string) => (await list()).find((device) => device.id === id) as DeviceShown;
const add = async (kind: string) => (await admin.call<{ id: string }>('POST', devices(), { kind, name: 'Aula' }, once())).body.id;
const codeFor = async (id: string) => (await admin.call<PairingCode>('PUT', `/api/queue/devices/${id}/pairing-code`)).body.code;
const pair = (code: string) => service.caller().call<{ deviceId: string }>('POST', '/api/device/pairing', { code });

/** A paired device, with the cookie it keeps. */
async function paired(kind: string): Promise<{ id: string; device: Caller }> {
  const id = await add(kind);
  const answer = await pair(await codeFor(id));
  expect(answer.status, answer.text).toBe(200);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] as string;
  return { id, device: service.caller(cookie) };
}

describe('pairing', () => {
  test('by the code on the manager’s screen, typed as people type, once', async () => {
    const id = await add('kiosk');
    expect(await shown(id)).toMatchObject({ state: 'waiting', seenAt: null });
    const code = await codeFor(id);
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const answer = await pair(` ${code.toLowerCase().replace('-', ' ')}`);
    expect(answer.body).toEqual({ deviceId: id, pointId: town.point, kind: 'kiosk' });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-polku-device=[\w-]{43}; .*HttpOnly; Secure; SameSite=Strict$/);
    expect(await shown(id)).toMatchObject({ state: 'paired', seenAt: '2026-11-23T08:00:00Z' });
    expect((await pair(code)).status).toBe(404);
  });

  test('not after a quarter of an hour, nor with another code', async () => {
    const code = await codeFor(await add('kiosk'));
    expect((await pair('AAAA-AAAA')).status).toBe(404);
    clock.advance('PT15M');
    expect((await pair(code)).status).toBe(404);
  });

  test('opens its own point to it, until it is revoked or paired anew', async () => {
    const { id, device } = await paired('display');
    const self = await device.call<Self>('GET', '/api/device');
    expect(self.body).toMatchObject({ deviceId: id, kind: 'display', name: 'Aula', point: { id: town.point } });
    await codeFor(id);
    expect((await device.call('GET', '/api/device')).status).toBe(401);
    const again = await paired('display');
    const { version } = await shown(again.id);
    expect((await admin.call('PATCH', `/api/queue/devices/${again.id}`, { revoked: true, version })).status).toBe(204);
    expect((await again.device.call('GET', '/api/device')).status).toBe(401);
    expect((await admin.call<{ code: string }>('PUT', `/api/queue/devices/${again.id}/pairing-code`)).body.code).toBe('device-revoked');
  });

  test('is offered by those who keep the point', async () => {
    const id = await add('kiosk');
    expect((await aino.call('PUT', `/api/queue/devices/${id}/pairing-code`)).status).toBe(403);
    const nelli = await service.signIn(town.nelli);
    expect((await nelli.call('PUT', `/api/queue/devices/${id}/pairing-code`)).status).toBe(404);
  });
});

describe('the stream of a device', () => {
  test('hears codes and counters of its own point, and nothing else whatever it asks for', async () => {
    const address = await service.listen();
    const { device } = await paired('display');
    const queue = await aQueue(db, town);
    const counter = await aCounter(db, town, [queue]);
    await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
    const stream = await follow(`${address}/api/device/live?topic=board:${town.point}&topic=matters:all`, {
      headers: { cookie: device.cookie },
    });
    await stream.untilBeat(1);
    const greeted = await aino.call<ArrivedAnswer>(
      'POST',
      '/api/queue/visits',
      { pointId: town.point, queueId: queue, needs: ['wheelchair'], language: 'fi-x-plain' },
      once(),
    );
    const { visitId } = greeted.body;
    await aino.call('PUT', `/api/queue/visits/${visitId}/needs`, { needs: ['quiet-space'] });
    await aino.call('POST', `/api/queue/counters/${counter}/calls`, {}, once());
    await stream.until((heard) => heard.length >= 1);
    const told = stream.heard.map(({ data }) => data as { topic: string; payload: object });
    expect(new Set(told.map(({ topic }) => topic))).toEqual(new Set([`calls:${town.point}`]));
    expect(told.at(-1)?.payload).toEqual({
      ...{ deed: 'called', code: greeted.body.code, calls: 1, appointment: false, language: 'fi', at: clock.now().toString() },
      counter: { id: counter, name: { fi: 'Tiski 1', sv: 'Tiski 1', en: 'Tiski 1' }, direction: 'left' },
    });
    await aino.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'excluded' });
    await stream.until((heard) => heard.length >= 2);
    const deeds = stream.heard.map(({ data }) => (data as { payload: { deed: string } }).payload.deed);
    expect(deeds, 'that needs were noted, or that somebody may not serve them, is not told').toEqual(['called', 'returned']);
    stream.drop();
    expect((await follow(`${address}/api/device/live`)).status).toBe(401);
    expect((await follow(`${address}/q/live`)).status).toBe(404);
  });

  test('ends when it is revoked, and when it is to be paired anew; the others go on', async () => {
    const address = await service.listen();
    const [first, second, third] = [await paired('display'), await paired('display'), await paired('kiosk')];
    const streams = await Promise.all(
      [first, second, third].map(({ device }) => follow(`${address}/api/device/live`, { headers: { cookie: device.cookie } })),
    );
    await Promise.all(streams.map((stream) => stream.untilBeat(1)));
    const { version } = await shown(first.id);
    await admin.call('PATCH', `/api/queue/devices/${first.id}`, { revoked: true, version });
    await codeFor(second.id);
    await Promise.all([streams[0]?.ended, streams[1]?.ended]);
    const ended = await Promise.race([streams[2]?.ended.then(() => true), third.device.call('GET', '/api/device').then(() => false)]);
    expect(ended).toBe(false);
    streams[2]?.drop();
  });
});
