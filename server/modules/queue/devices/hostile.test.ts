import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice, aQueue, atPoint } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let admin: Caller;
let aino: Caller;
let kiosk: Caller;
let queue: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  admin = await service.signIn(town.admin);
  aino = await service.signIn(await atPoint(db, town));
  kiosk = service.caller((await aDevice(db, town, 'kiosk')).cookie);
  queue = await aQueue(db, town, { kind: 'reception', prefix: 'R' });
});

const once = () => ({ 'idempotency-key': randomUUID() });

test('what no kiosk or desk would send is refused, and never fails', async () => {
  const huge = 'x'.repeat(5_000);
  const odd = { queueId: queue, language: 'fi' };
  const visit = { pointId: town.point, queueId: queue };
  const nobody = randomUUID();
  for (const [by, method, url, body] of [
    [kiosk, 'POST', '/api/device/visits', { ...odd, situation: 'a\u0000b' }],
    [kiosk, 'POST', '/api/device/visits', { ...odd, situation: huge }],
    [kiosk, 'POST', '/api/device/visits', { ...odd, offline: { code: 'R99999', ageMs: 86_400_000 } }],
    [kiosk, 'POST', '/api/device/arrivals', { code: '\u0000\u0000', language: 'fi' }],
    [kiosk, 'POST', '/api/device/arrivals', { code: 'ÄÄÄÄÄÄ', language: 'fi' }],
    [aino, 'POST', '/api/queue/visits', { ...visit, situation: 'a\u0000b' }],
    [aino, 'POST', '/api/queue/visits', { ...visit, needs: ['\u0000'] }],
    [aino, 'POST', '/api/queue/visits', { ...visit, matterId: nobody }],
    [admin, 'POST', `/api/queue/points/${town.point}/devices`, { kind: 'kiosk', name: 'a\u0000b', settings: {} }],
    [admin, 'POST', `/api/queue/points/${town.point}/policy/trials`, { rules: [], day: '9999-12-31' }],
    [admin, 'POST', `/api/queue/points/${town.point}/policy/trials`, { rules: [], day: '0000-01-01' }],
    [
      admin,
      'POST',
      `/api/queue/points/${town.point}/queues`,
      {
        organisationId: town.organisations.city,
        kind: 'service',
        serviceId: nobody,
        name: { fi: 'a\u0000', sv: 'b', en: 'c' },
        prefix: 'Q',
      },
    ],
    [
      admin,
      'POST',
      `/api/queue/points/${town.point}/queues`,
      { organisationId: town.organisations.city, kind: 'service', serviceId: nobody, name: { fi: 'a', sv: 'b', en: 'c' }, prefix: 'Q' },
    ],
  ] as const) {
    const { status, text } = await by.call(method, url, body, once());
    const name = `${url} ${JSON.stringify(body).slice(0, 120)} ${text.slice(0, 200)}`;
    expect.soft(status, name).toBeLessThan(500);
    if (!url.endsWith('trials')) expect.soft(status, name).toBeGreaterThanOrEqual(400);
  }
});

test('the way to a counter, shown and said aloud, names no authority', async () => {
  const { organisations } = await service.polku.desk.directory.read();
  const kela = organisations.find(({ id }) => id === town.organisations.kela)?.name.fi;
  const waysBy = (words: string) => ({
    ways: [{ counterId: randomUUID(), direction: null, words: { fi: words, sv: '2:a dörren', en: '2nd door' } }],
  });
  const devices = `/api/queue/points/${town.point}/devices`;
  const add = (words: string) =>
    admin.call<{ id: string; code: string }>('POST', devices, { kind: 'display', name: 'Aula', settings: waysBy(words) }, once());
  expect((await add(`${kela}, 2. ovi`)).body.code).toBe('counter-name-tells');
  const { id } = (await add('2. ovi')).body;
  const change = { settings: waysBy(`${kela}, 2. ovi`), version: 1 };
  expect((await admin.call<{ code: string }>('PATCH', `/api/queue/devices/${id}`, change)).body.code).toBe('counter-name-tells');
});

test('what nobody knows here is not kept', async () => {
  const body = { queueId: queue, language: 'fi', situation: 'Matti Meikäläinen', serviceId: randomUUID() };
  const { status, body: ticket } = await kiosk.call<{ code: string }>('POST', '/api/device/visits', body, once());
  expect(status).toBe(201);
  const { rows } =
    await sql`select situation, service_id from visit where point_id = ${town.point}::uuid and code = ${ticket.code}`.execute(db);
  expect(rows).toEqual([{ situation: null, service_id: null }]);
});

test('two devices with one code: one is paired', async () => {
  const made = await admin.call<{ id: string }>(
    'POST',
    `/api/queue/points/${town.point}/devices`,
    { kind: 'kiosk', name: 'Ovi', settings: {} },
    once(),
  );
  const { code } = (await admin.call<{ code: string }>('PUT', `/api/queue/devices/${made.body.id}/pairing-code`)).body;
  const pair = () => service.caller().call('POST', '/api/device/pairing', { code });
  expect((await Promise.all([pair(), pair(), pair()])).map(({ status }) => status).sort()).toEqual([200, 404, 404]);
});
