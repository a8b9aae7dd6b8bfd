import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersAt } from '../../../testing/bookers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const database = await testDatabase();
const service = await anApp(database, { clock });
const { db } = service.polku.desk;
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});

type Held = { id: string; secret: string; code?: string };
const anyone = service.caller();
const hold = (serviceId: string, startsAt: string, more: object = {}) =>
  anyone.call<Held>(
    'POST',
    '/api/v1/booking/holds',
    { serviceId, placeId: town.point, way: 'point', startsAt, ...more },
    { 'idempotency-key': randomUUID() },
  );
const statuses = (answers: readonly { status: number }[]) =>
  Object.fromEntries(
    Map.groupBy(answers, ({ status }) => status)
      .entries()
      .map(([status, those]) => [status, those.length]),
  );

/** What can never be. */
async function overlaps(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointment_resource a join appointment_resource b
    on a.resource_id = b.resource_id and a.during && b.during and a.appointment_id < b.appointment_id where a.live and b.live`.execute(db);
  return rows[0]?.count ?? -1;
}

// How fast they are answered is what the bench tells.
test('500 who book one time, each over a connection of their own: one gets it, 499 are told it is taken', async () => {
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable] });
  const bookers = bookersAt(await service.listen(), town.point);
  const answers = await Promise.all(Array.from({ length: 500 }, () => bookers.hold(bookable, '2027-03-08T07:00:00Z')));
  bookers.close();
  expect(statuses(answers)).toEqual({ 201: 1, 409: 499 });
  expect(new Set(answers.flatMap(({ status, body }) => (status === 409 ? body.code : [])))).toEqual(new Set(['time-taken']));
  expect(await takenAt(bookable)).toBe(1);
});

test('each from a network of their own and each sent twice: who gets it hears so both times, in whatever order they are answered', async () => {
  const behindProxy = await anApp(database, { clock, env: { TRUSTED_PROXIES: '127.0.0.1' } });
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable] });
  const body = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-08T11:00:00Z' };
  const keys = Array.from({ length: 60 }, () => randomUUID());
  const answers = await Promise.all(
    [...keys, ...keys].map((key, n) =>
      behindProxy.caller().call<Held>('POST', '/api/v1/booking/holds', body, {
        'idempotency-key': key,
        'x-forwarded-for': `198.51.100.${n % keys.length}`,
      }),
    ),
  );
  expect(statuses(answers)).toEqual({ 201: 2, 409: 118 });
  expect(new Set(answers.flatMap(({ status, body: { id } }) => (status === 201 ? id : []))).size).toBe(1);
  expect(await takenAt(bookable)).toBe(1);
});

async function takenAt(bookable: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from appointment_resource r join appointment a on a.id = r.appointment_id
    where a.bookable_id = ${bookable}::uuid and r.live`.execute(db);
  return rows[0]?.count ?? -1;
}

test('with twenty who serve, exactly twenty get the time', async () => {
  const bookable = await aBookable(db, town);
  for (let n = 0; n < 20; n += 1) await aResource(db, town, { skills: [bookable] });
  const answers = await Promise.all(Array.from({ length: 200 }, () => hold(bookable, '2027-03-08T08:00:00Z')));
  expect(statuses(answers)).toEqual({ 201: 20, 409: 180 });
  expect(await overlaps()).toBe(0);
});

test('a person, a room and an interpreter at once: as many as the scarcest lets, never none', async () => {
  const rules = [{ need: 'needs-interpreter', minutes: 30, part: { kind: 'interpreter' } }];
  const bookable = await aBookable(db, town, { parts: [{ kind: 'person' }, { kind: 'room' }], rules });
  for (let n = 0; n < 6; n += 1) await aResource(db, town, { skills: [bookable] });
  for (let n = 0; n < 4; n += 1) await aResource(db, town, { kind: 'room' });
  for (let n = 0; n < 2; n += 1) await aResource(db, town, { kind: 'interpreter', point: null });
  const wishes = Array.from({ length: 60 }, (_, n) => (n % 2 ? { needs: ['needs-interpreter'] } : {}));
  const answers = await Promise.all(wishes.map((more) => hold(bookable, '2027-03-08T09:00:00Z', more)));
  const won = answers.filter(({ status }) => status === 201).length;
  expect(Object.keys(statuses(answers))).toEqual(['201', '409']);
  expect(won).toBe(4);
  expect(await overlaps()).toBe(0);
});

test('a hold that runs out is free to others, once; its own booker may still have it until then', async () => {
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable] });
  const at = '2027-03-08T10:00:00Z';
  const first = await hold(bookable, at);
  expect(first.status).toBe(201);
  expect((await hold(bookable, at)).status).toBe(409);
  clock.advance('PT10M');
  const answers = await Promise.all(Array.from({ length: 40 }, () => hold(bookable, at)));
  expect(statuses(answers)).toEqual({ 201: 1, 409: 39 });
  const late = await confirm(first.body);
  expect(late).toMatchObject({ status: 409, body: { code: 'hold-expired' } });
  expect(await takenAt(bookable)).toBe(1);
});

test('its own booker confirms a hold that has run out while others reach for its time: one of them has it', async () => {
  for (let n = 0; n < 8; n += 1) {
    const bookable = await aBookable(db, town);
    await aResource(db, town, { skills: [bookable] });
    const at = '2027-03-11T10:00:00Z';
    const { body } = await hold(bookable, at);
    clock.advance('PT10M');
    const [own, ...others] = await Promise.all([confirm(body), hold(bookable, at), hold(bookable, at), hold(bookable, at)]);
    const won = others.filter(({ status }) => status === 201).length + (own.status === 201 ? 1 : 0);
    expect(won).toBe(1);
    expect(statuses([own, ...others])).toEqual({ 201: 1, 409: 3 });
    expect(await takenAt(bookable)).toBe(1);
  }
});

test('cancelled and booked anew at once by many: it is free once', async () => {
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable] });
  const at = '2027-03-11T11:00:00Z';
  const { body } = await hold(bookable, at);
  await confirm(body);
  const cancelling = () => anyone.call('DELETE', `/api/v1/booking/appointments/${body.id}`, undefined, bearer(body));
  const [first, second, ...bookers] = await Promise.all([
    cancelling(),
    cancelling(),
    ...Array.from({ length: 20 }, () => hold(bookable, at)),
  ]);
  expect([first?.status, second?.status]).toEqual([204, 204]);
  const after = await Promise.all(Array.from({ length: 5 }, () => hold(bookable, at)));
  expect([...bookers, ...after].filter(({ status }) => status === 201).length).toBe(1);
  expect(await takenAt(bookable)).toBe(1);
});

test('confirmed twice, in two tabs, and again after a lost answer: once', async () => {
  const bookable = await aBookable(db, town, { most: 1 });
  await aResource(db, town, { skills: [bookable] });
  const { body } = await hold(bookable, '2027-03-08T11:00:00Z');
  const key = randomUUID();
  const answers = await Promise.all([confirm(body), confirm(body), confirm(body, key), confirm(body, key)]);
  expect(statuses(answers)).toEqual({ 201: 4 });
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from event where type = 'appointments.changed' and subject = ${body.id}`.execute(db);
  expect(rows[0]?.count).toBe(1);
});

test('a hold asked for again after a lost answer is the same one', async () => {
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable] });
  const key = { 'idempotency-key': randomUUID() };
  const body = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-08T12:00:00Z' };
  const again = () => anyone.call<Held>('POST', '/api/v1/booking/holds', body, key);
  const answers = [await again(), ...(await Promise.all([again(), again()]))];
  expect(statuses(answers)).toEqual({ 201: 3 });
  expect(new Set(answers.map(({ body: { id, secret } }) => `${id} ${secret}`)).size).toBe(1);
});

test('most of one person holds also when both are confirmed at once', async () => {
  const bookable = await aBookable(db, town, { most: 1 });
  await aResource(db, town, { skills: [bookable] });
  const held = await Promise.all(['08:00', '09:00', '10:00'].map((time) => hold(bookable, `2027-03-09T${time}:00Z`)));
  const answers = await Promise.all(held.map(({ body }) => confirm(body)));
  expect(statuses(answers)).toEqual({ 201: 1, 409: 2 });
});

test('one network holds thirty times at once, not more; confirmed or let go they count no longer', async () => {
  const bookable = await aBookable(db, town);
  await sql`update appointment set state = 'expired' where state = 'held'`.execute(db);
  for (let n = 0; n < 32; n += 1) await aResource(db, town, { skills: [bookable] });
  const answers = [];
  for (let n = 0; n < 31; n += 1) answers.push(await hold(bookable, '2027-03-10T08:00:00Z'));
  expect(statuses(answers)).toEqual({ 201: 30, 409: 1 });
  expect(answers.at(-1)?.body).toMatchObject({ code: 'too-many-held' });
  const [first, second] = answers as [(typeof answers)[number], (typeof answers)[number]];
  expect((await confirm(first.body)).status).toBe(201);
  expect((await anyone.call('DELETE', `/api/v1/booking/appointments/${second.body.id}`, undefined, bearer(second.body))).status).toBe(204);
  expect(statuses([await hold(bookable, '2027-03-10T08:00:00Z'), await hold(bookable, '2027-03-10T08:00:00Z')])).toEqual({ 201: 2 });
});

const confirm = ({ id, secret }: Held, key = randomUUID()) =>
  anyone.call(
    'POST',
    `/api/v1/booking/appointments/${id}/confirmation`,
    { name: 'Elli Esimerkki', email: null, phone: '050 000 1234' },
    {
      authorization: `Bearer ${secret}`,
      'idempotency-key': key,
    },
  );

const bearer = ({ secret }: Pick<Held, 'secret'>) => ({ authorization: `Bearer ${secret}` });
