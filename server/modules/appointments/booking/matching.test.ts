import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { somebodyWaits } from '../../../testing/locks.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { ensureDays } from './queries.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
  // By night too: two in the morning here is midnight in UTC.
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
  const opening = JSON.stringify({ zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});

type Held = { id: string; code: string };
const hold = (serviceId: string, startsAt: string, more: object = {}) =>
  anyone.call<Held>(
    'POST',
    '/api/v1/booking/holds',
    { serviceId, placeId: town.point, way: 'point', startsAt, ...more },
    { 'idempotency-key': randomUUID() },
  );
const times = async (serviceId: string, more = '') => {
  const url = `/api/v1/booking/free-times?service=${serviceId}&place=${town.point}&from=2027-03-08&until=2027-03-08${more}`;
  return (await anyone.call<{ times: { startsAt: string }[] }>('GET', url)).body.times.map(({ startsAt }) => startsAt.slice(11, 16));
};
const takenBy = async ({ id }: Held) => {
  const { rows } = await sql<{ id: string }>`select resource_id as id from appointment_resource where appointment_id = ${id}::uuid`.execute(
    db,
  );
  return rows.map((row) => row.id);
};

test('who comes in a wheelchair has the accessible room, which is left for them while another is free', async () => {
  const rules = [{ need: 'wheelchair', room: ['accessible'] }];
  const bookable = await aBookable(db, town, { minutes: 60, parts: [{ kind: 'person' }, { kind: 'room' }], rules });
  for (let n = 0; n < 4; n += 1) await aResource(db, town, { skills: [bookable], opens: '09:00', closes: '10:00' });
  const plain: string[] = [];
  for (let n = 0; n < 2; n += 1) plain.push(await aResource(db, town, { kind: 'room', skills: [bookable] }));
  const accessible = await aResource(db, town, { kind: 'room', skills: [bookable], features: ['accessible', 'lift'] });
  const at = '2027-03-08T07:00:00Z';
  const needs = { needs: ['wheelchair'] };
  expect(await times(bookable, '&needs=wheelchair')).toEqual(['07:00']);
  const [first, wheelchair] = [await hold(bookable, at), await hold(bookable, at, needs)];
  expect([first.status, wheelchair.status]).toEqual([201, 201]);
  expect((await takenBy(first.body)).some((id) => plain.includes(id))).toBe(true);
  expect(await takenBy(wheelchair.body)).toContain(accessible);
  // A room is free still, and not one for them.
  expect(await times(bookable, '&needs=wheelchair')).toEqual([]);
  expect(await hold(bookable, at, needs)).toMatchObject({ status: 409, body: { code: 'time-taken' } });
  expect((await hold(bookable, at)).status).toBe(201);
});

test('equipment is taken by what it can do, each piece once', async () => {
  const rules = [{ need: 'hearing', part: { kind: 'equipment', count: 2, features: ['loop'] } }];
  const bookable = await aBookable(db, town, { minutes: 60, rules });
  for (let n = 0; n < 3; n += 1) await aResource(db, town, { skills: [bookable], opens: '09:00', closes: '10:00' });
  const loops: string[] = [];
  for (let n = 0; n < 3; n += 1) loops.push(await aResource(db, town, { kind: 'equipment', skills: [bookable], features: ['loop'] }));
  const camera = await aResource(db, town, { kind: 'equipment', skills: [bookable], features: ['camera'] });
  const at = '2027-03-08T07:00:00Z';
  const held = await hold(bookable, at, { needs: ['hearing'] });
  expect(held.status, held.text).toBe(201);
  const taken = await takenBy(held.body);
  expect(taken.filter((id) => loops.includes(id))).toHaveLength(2);
  expect(taken).not.toContain(camera);
  expect((await hold(bookable, at, { needs: ['hearing'] })).status).toBe(409);
  expect(await takenBy((await hold(bookable, at)).body)).toHaveLength(1);
});

test('hours of advice in a language are for whoever wants that language alone', async () => {
  const bookable = await aBookable(db, town, { minutes: 60 });
  const person = await aResource(db, town, { skills: [bookable], languages: ['fi', 'sv'], opens: '09:00', closes: '10:00' });
  await sql`insert into resource_hours (resource_id, anchor, weekdays, opens, closes, languages)
    values (${person}::uuid, '2026-01-05', '{1}', '10:00', '12:00', '{sv}')`.execute(db);
  expect(await times(bookable, '&language=fi')).toEqual(['07:00']);
  expect(await times(bookable)).toEqual(['07:00']);
  expect(await times(bookable, '&language=sv')).toEqual(['07:00', '08:00', '09:00']);
  const tenOClock = '2027-03-08T08:00:00Z';
  expect(await hold(bookable, tenOClock, { language: 'fi' })).toMatchObject({ status: 422, body: { code: 'time-not-bookable' } });
  expect((await hold(bookable, tenOClock, { language: 'sv' })).status).toBe(201);
});

test.each(['2027-03-08', '2027-03-09'])('a time over midnight waits for whoever holds either day of it: %s', async (day) => {
  const bookable = await aBookable(db, town, { minutes: 60, step: 30 });
  const person = await aResource(db, town, { skills: [bookable], opens: '00:00', closes: '24:00' });
  await ensureDays(db, [person], ['2027-03-08', '2027-03-09']);
  let isAnswered = false;
  const holding = await inTransaction(db, async (trx) => {
    await sql`select from resource_day where resource_id = ${person}::uuid and day = ${day}::date for update`.execute(trx);
    const answer = hold(bookable, '2027-03-08T23:30:00Z').finally(() => {
      isAnswered = true;
    });
    await expect.poll(async () => isAnswered || (await somebodyWaits(db)), { timeout: 10_000 }).toBe(true);
    expect(isAnswered).toBe(false);
    return { answer };
  });
  expect((await holding.answer).status).toBe(201);
});
