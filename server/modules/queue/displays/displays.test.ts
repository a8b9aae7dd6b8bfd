import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aDevice, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import type { DisplayView } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let queue: string;
let counter: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  aino = await service.signIn(town.aino);
  queue = await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' });
  counter = await aCounter(db, town, [queue], 'Huone 2');
  await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
});

const once = () => ({ 'idempotency-key': randomUUID() });
const display = async (settings: object = {}) => {
  const { id, cookie } = await aDevice(db, town, 'display');
  await sql`update queue_device set settings = ${JSON.stringify(settings)}::jsonb where id = ${id}::uuid`.execute(db);
  return async () => (await service.caller(cookie).call<DisplayView>('GET', '/api/device/display')).body;
};
const called = async () => {
  const { body } = await aino.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: town.point, queueId: queue }, once());
  clock.advance('PT5S');
  await aino.call('POST', `/api/queue/counters/${counter}/calls`, {}, once());
  return body;
};

test('shows codes and counters, the latest first, those who have come for a while yet', async () => {
  const view = await display();
  const first = await called();
  expect((await view()).calls).toMatchObject([{ code: first.code, isNow: true, counter: { id: counter, direction: 'left' } }]);
  await aino.call('POST', `/api/queue/visits/${first.visitId}/deeds`, { deed: 'finished' });
  const second = await called();
  expect((await view()).calls.map(({ code, isNow }) => `${code} ${isNow}`)).toEqual([`${second.code} true`, `${first.code} false`]);
  clock.advance('PT30M');
  expect((await view()).calls.map(({ code }) => code)).toEqual([second.code]);
  expect(JSON.stringify((await view()).calls)).not.toMatch(/kela|neuvonta/i);
});

test('tickets and appointments each on their own display', async () => {
  const [tickets, appointments] = [await display({ shows: 'tickets' }), await display({ shows: 'appointments' })];
  expect((await tickets()).calls).toHaveLength(1);
  expect((await appointments()).calls).toEqual([]);
  await sql`update visit_step set due_at = ${clock.now()}::timestamptz where state = 'called'`.execute(db);
  expect((await tickets()).calls).toEqual([]);
  expect((await appointments()).calls).toHaveLength(1);
});

test('is set in its languages and the way to each counter', async () => {
  const ways = [{ counterId: counter, direction: 'right', words: { fi: '2. ovi', sv: '2:a dörren', en: '2nd door' } }];
  expect(await (await display())()).toMatchObject({ languages: ['fi', 'sv'], byTurns: false, ways: [], slides: [], today: [] });
  const settings = { languages: ['sv', 'fi', 'en'], byTurns: true, slides: false, ways };
  expect(await (await display(settings))()).toMatchObject({ languages: ['sv', 'fi', 'en'], byTurns: true, ways });
});

test('a kiosk is no display, and a revoked display is told nothing more', async () => {
  expect((await service.caller((await aDevice(db, town, 'kiosk')).cookie).call('GET', '/api/device/display')).status).toBe(401);
  const admin = await service.signIn(town.admin);
  const { id, cookie } = await aDevice(db, town, 'display');
  const read = async () => (await service.caller(cookie).call('GET', '/api/device/display')).status;
  expect(await read()).toBe(200);
  expect((await admin.call('PATCH', `/api/queue/devices/${id}`, { revoked: true, version: 1 })).status).toBe(204);
  expect(await read()).toBe(401);
});

test('who has been called on to another counter is shown there alone', async () => {
  const view = await display();
  aino = await service.signIn(town.aino);
  await sql`update visit_step set state = 'finished' where point_id = ${town.point}::uuid`.execute(db);
  const { code, visitId } = await called();
  const next = await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'C' });
  const room = await aCounter(db, town, [next], 'Huone 3');
  for (const deed of [{ deed: 'continued', queueId: next }, { deed: 'finished' }])
    expect((await aino.call('POST', `/api/queue/visits/${visitId}/deeds`, deed)).status).toBe(204);
  await aino.call('PUT', `/api/queue/counters/${room}/state`, { state: 'open' });
  clock.advance('PT5S');
  await aino.call('POST', `/api/queue/counters/${room}/calls`, {}, once());
  const shown = (await view()).calls.filter((call) => call.code === code);
  expect(shown).toMatchObject([{ isNow: true, counter: { id: room } }]);
});
