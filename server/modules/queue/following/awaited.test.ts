import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { type Expected, expectVisit } from '../expected/service.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let queue: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  queue = await aQueue(db, town, { prefix: 'B', organisationId: town.organisations.kela });
  await aQueue(db, town, { kind: 'reception', prefix: 'R' });
});
beforeEach(() => clock.set('2026-11-23T08:00:00Z'));

const expectOne = (more: Partial<Expected> = {}) =>
  inTransaction(db, (trx) =>
    expectVisit({ keys: service.keys }, trx, { pointId: town.point, queueId: queue, dueAt: clock.now().add({ minutes: 30 }), ...more }),
  );
const open = async (secret: string) => {
  const answer = await service.caller().call('GET', `/q/${secret}`);
  return service.caller(String(answer.headers['set-cookie']).split(';')[0]);
};
const shown = async (phone: Caller) => (await phone.call('GET', '/q')).text;
const imHere = async (phone: Caller) => {
  const { text, headers } = await phone.call('GET', '/q');
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? 'none';
  const cookie = [phone.cookie, ...[headers['set-cookie'] ?? []].flat().map((one) => String(one).split(';')[0])].join('; ');
  return service.app.inject({
    method: 'POST',
    url: '/q/arrival',
    payload: `_csrf=${encodeURIComponent(token)}`,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' },
  });
};

test('the page of an agreed time says when and where; “I am here” makes it the page of the visit', async () => {
  const { secret } = await expectOne();
  const phone = await open(secret);
  const before = await shown(phone);
  expect(before).toMatch(/Aikasi on [^<]*10\.30/);
  expect(before).not.toMatch(/Neuvonta|Kela/);
  for (const url of ['/q/place', '/q/live']) expect((await phone.call('GET', url)).status).toBe(404);
  expect((await imHere(phone)).statusCode).toBe(303);
  expect(await shown(phone)).toMatch(/class="big-code">B\d{3}</);
  expect((await phone.call<{ place: object }>('GET', '/q/place')).body.place).toMatchObject({
    state: 'waiting',
    dueAt: '2026-11-23T08:30:00Z',
  });
});

test('two presses are one arrival', async () => {
  const phone = await open((await expectOne()).secret);
  const answers = await Promise.all([imHere(phone), imHere(phone)]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  expect(await shown(phone)).toMatch(/big-code/);
});

test('not from home hours before, nor another day; a day after it is forgotten', async () => {
  const { secret } = await expectOne({ dueAt: clock.now().add({ hours: 3 }) });
  const phone = await open(secret);
  expect(await shown(phone)).toContain('tuntia ennen aikaasi');
  expect(await shown(phone)).not.toContain('/q/arrival');
  clock.advance({ hours: 20 });
  expect(await shown(phone)).toContain('Aikasi on jo mennyt');
  clock.advance({ hours: 24 });
  expect((await phone.call('GET', '/q')).status).toBe(404);
});

test('a stranger who typed its telephone number at the kiosk has taken nothing: the page is still theirs who hold it', async () => {
  const { secret } = await expectOne({ phone: '050 000 1234' });
  const kiosk = service.caller((await aDevice(db, town, 'kiosk')).cookie);
  const typed = await kiosk.call<{ code: string }>(
    'POST',
    '/api/device/phone-arrivals',
    { phone: '0500001234', language: 'fi' },
    { 'idempotency-key': 'k'.repeat(22) },
  );
  expect(typed.status).toBe(201);
  const phone = await open(secret);
  const page = await shown(phone);
  expect(page).toContain('Olen täällä');
  expect(page).not.toContain(typed.body.code);
  expect((await imHere(phone)).statusCode).toBe(303);
  expect(await shown(phone)).toMatch(/class="big-code">B\d{3}</);
});
