import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aDevice, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { DisplayView } from '../displays/schema.ts';
import type { PointDay } from './schema.ts';

// A Monday, ten in the morning; the town's point is open from 8 to 16 on weekdays.
const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anybody = service.caller();
let town: Town;
let [admin, aino]: Caller[] = [];
let counter: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  [admin, aino] = [await service.signIn(town.admin), await service.signIn(town.aino)];
  counter = await aCounter(db, town, [await aQueue(db, town, { organisationId: town.organisations.dvv })], 'Huone 2');
});

const opening = (...weekly: [number, string, string][]) => ({
  zone: 'Europe/Helsinki',
  weekly: weekly.map(([weekday, opens, closes]) => ({ weekday, opens, closes })),
  exceptions: [] as { date: string; closed: boolean; opens?: string; closes?: string }[],
  holidaysClosed: true,
});
const place = (fi: string) => ({ fi, sv: 'Till vänster', en: 'To the left' });
const add = (input: object, by = admin) =>
  (by as Caller).call<{ id: string; code: string }>('POST', `/api/queue/points/${town.point}/presences`, input, {
    'idempotency-key': randomUUID(),
  });
const change = (id: string, input: object) => (admin as Caller).call<{ code: string }>('PATCH', `/api/queue/presences/${id}`, input);
const read = async (day = '') =>
  (await anybody.call<PointDay>('GET', `/api/public/points/${town.point}/authorities${day && `?day=${day}`}`)).body;
const hereOn = async (day = '') => (await read(day)).here.map(({ organisationId, isHere }) => [organisationId, isHere]);

test('nobody is told of before something is written; then by day, with exceptions, and here only while it lasts', async () => {
  expect((await anybody.call('GET', `/waits/${town.point}/authorities`)).status).toBe(404);
  const { kela } = town.organisations;
  const { body } = await add({
    organisationId: kela,
    opening: opening([1, '09:00', '12:00'], [3, '09:00', '12:00']),
    place: place('2. kerros'),
  });
  expect(await read()).toMatchObject({
    day: '2026-11-23',
    here: [
      {
        organisationId: kela,
        isHere: true,
        hours: [{ opens: '2026-11-23T07:00:00Z', closes: '2026-11-23T10:00:00Z' }],
        place: { fi: '2. kerros' },
      },
    ],
  });
  expect(await read('2026-11-24')).toMatchObject({ here: [], others: [{ organisationId: kela, next: '2026-11-25T07:00:00Z' }] });
  const away = { ...opening([1, '09:00', '12:00'], [3, '09:00', '12:00']), exceptions: [{ date: '2026-11-25', closed: true }] };
  expect((await change(body.id, { opening: away, version: 1 })).status).toBe(204);
  expect((await change(body.id, { opening: away, version: 1 })).body.code).toBe('presence-changed');
  expect(await hereOn('2026-11-25')).toEqual([]);
  clock.advance('PT3H');
  expect(await hereOn()).toEqual([[kela, false]]);
  clock.advance('-PT3H');
});

test('an authority with a queue is here when somebody serves it, and its counter is never told', async () => {
  const { dvv } = town.organisations;
  await add({ organisationId: dvv, opening: opening([1, '08:00', '16:00']), direction: 'left' });
  const isHere = async () => (await read()).here.find(({ organisationId }) => organisationId === dvv)?.isHere;
  expect(await isHere()).toBe(false);
  expect((await (aino as Caller).call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' })).status).toBeLessThan(300);
  expect(await isHere()).toBe(true);
  const display = service.caller((await aDevice(db, town, 'display')).cookie);
  const { today } = (await display.call<DisplayView>('GET', '/api/device/display')).body;
  expect(today.map(({ isHere, direction }) => `${isHere} ${direction}`).toSorted()).toEqual(['true left', 'true null']);
  expect(JSON.stringify([today, await read()])).not.toContain('Huone');
});

test('words that name a counter, another’s zone, a second time and a stranger are refused', async () => {
  const { city, neighbour } = town.organisations;
  const input = { organisationId: city, opening: opening([1, '09:00', '12:00']) };
  expect((await add({ ...input, place: place('Huone 2, vasemmalla') })).body.code).toBe('place-tells');
  expect((await add({ ...input, opening: { ...input.opening, zone: 'Europe/Stockholm' } })).body.code).toBe('zones-differ');
  expect((await add({ ...input, organisationId: randomUUID() })).body.code).toBe('unknown-reference');
  expect((await add({ ...input, organisationId: town.organisations.kela })).body.code).toBe('presence-written');
  expect((await add({ ...input, organisationId: neighbour }, aino)).status).toBe(403);
});

test('the page tells it in three languages without scripts, a day at a time', async () => {
  const page = async (query: string) => (await anybody.call('GET', `/waits/${town.point}/authorities${query}`)).text;
  expect(await page('?lang=fi')).toMatch(/Kuka on paikalla[\s\S]*2\. kerros/);
  expect(await page('?lang=sv')).toContain('Vem är på plats');
  expect(await page('?lang=en&day=2026-11-24')).toMatch(/On other days[\s\S]*kela[^<]*<\/dt><dd>Next on Mon\s30\sNov at 9:00/);
  expect(await page('?day=nonsense')).toContain('<h1>');
  expect((await anybody.call('GET', `/api/public/points/${town.point}/authorities?day=9999-01-01`)).status).toBe(422);
  expect((await anybody.call('GET', `/waits/${randomUUID()}/authorities`)).status).toBe(404);
});

test('what is taken back is not told of any more', async () => {
  const { rows } = await sql<{ id: string }>`select id from authority_presence where point_id = ${town.point}::uuid`.execute(db);
  for (const { id } of rows) expect((await (admin as Caller).call('DELETE', `/api/queue/presences/${id}`)).status).toBe(204);
  expect((await anybody.call('GET', `/api/public/points/${town.point}/authorities`)).status).toBe(404);
});

test('a day that ends at midnight ends at 24', async () => {
  const allDay = opening([1, '00:00', '24:00']);
  await sql`update service_point set opening = ${JSON.stringify(allDay)}::jsonb where id = ${town.point}::uuid`.execute(db);
  service.polku.desk.directory.forget();
  await add({ organisationId: town.organisations.dvv, opening: allDay });
  for (const [language, hours] of [
    ['fi', /sulkeutuu klo\s24[\s\S]*klo\s0–24/],
    ['sv', /stänger kl\.\s24[\s\S]*kl\.\s0–24/],
    ['en', /closes at 24:00[\s\S]*0:00–24:00/],
  ] as const)
    expect((await anybody.call('GET', `/waits/${town.point}/authorities?lang=${language}`)).text).toMatch(hours);
});
