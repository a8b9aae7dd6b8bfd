import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aTown, type Town } from '../../../../testing/town.ts';
import { readCapacities } from '../../capacity/service.ts';
import type { Capacity } from '../../capacity/types.ts';
import { measure, measureAvailability } from './measuring.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const { kysely: db } = (await testDatabase()).db;
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
});

/** The town's point; it is closed on holidays. */
async function open(weekdays: number[], opens = '08:00', closes = '16:00'): Promise<void> {
  const weekly = weekdays.map((weekday) => ({ weekday, opens, closes }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: true });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
}

type Set = { minutes?: number; step?: number; people?: number; horizon?: number; opens?: string; closes?: string; buffer?: number };
const OFFICE = [1, 2, 3, 4, 5];

async function aService({ people = 1, horizon = 28, opens = '00:00', closes = '24:00', ...more }: Set = {}) {
  const bookable = await aBookable(db, town, more);
  await sql`update bookable set horizon_days = ${horizon} where id = ${bookable}::uuid`.execute(db);
  const persons = [];
  for (let n = 0; n < people; n += 1) persons.push(await aResource(db, town, { skills: [bookable], opens, closes }));
  return { bookable, persons };
}

async function taken(bookable: string, resource: string, from: string, minutes: number, heldUntil: string | null = null): Promise<void> {
  const id = randomUUID();
  const until = Temporal.Instant.from(from).add({ minutes });
  await sql`insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, held_until, secret_hash, created_at, changed_at)
    values (${id}::uuid, ${bookable}::uuid, ${town.point}::uuid, ${town.organisations.city}::uuid, 'point', ${from}::timestamptz, ${until}::timestamptz,
      ${heldUntil ? 'held' : 'confirmed'}, ${heldUntil}::timestamptz, ${id}, now(), now())`.execute(db);
  await sql`insert into appointment_resource (appointment_id, resource_id, during)
    values (${id}::uuid, ${resource}::uuid, tstzrange(${from}::timestamptz, ${until}::timestamptz))`.execute(db);
}

async function measured(bookable: string, at: string) {
  clock.set(at);
  const [capacity] = await readCapacities(db, bookable, [town.point]);
  return measure({ db, clock }, capacity as Capacity);
}

const HOUR = 60;

// Each worked out by hand. Easter Day of 2027 is 28 March, on which the clocks go forward as well; they go back on 31 October.
describe('the first free time and the third', () => {
  test.each<[string, Set, string, object]>([
    ['one who serves: 8.00, 8.30, 9.00', {}, '2027-03-01T05:00:00Z', { first: [60, 0], third: [120, 0] }],
    ['two who serve: 8.00, 8.00, 8.30', { people: 2 }, '2027-03-01T05:00:00Z', { first: [60, 0], third: [90, 0] }],
    ['three who serve: all at 8.00', { people: 3 }, '2027-03-01T05:00:00Z', { first: [60, 0], third: [60, 0] }],
    [
      'an hour by quarters: 8.00, 9.00, 10.00, though 8.15 is free too',
      { minutes: 60, step: 15 },
      '2027-03-01T05:00:00Z',
      { third: [180, 0] },
    ],
    ['half an hour with as much to write it down: 8.00, 9.00, 10.00', { buffer: 30 }, '2027-03-01T05:00:00Z', { third: [180, 0] }],
    ['on Friday at 15.30: today, and twice on Monday', {}, '2027-03-05T13:30:00Z', { first: [0, 0], third: [65 * HOUR, 3] }],
    [
      'on Maundy Thursday at 17: on Tuesday after Easter, an hour sooner than clocks say',
      {},
      '2027-03-25T15:00:00Z',
      { first: [110 * HOUR, 5], third: [111 * HOUR, 5] },
    ],
    ['on a Friday in October at 16: on Monday, an hour later than clocks say', {}, '2027-10-29T13:00:00Z', { first: [65 * HOUR, 3] }],
    ['before Christmas of 2027: Friday to Sunday are holidays, Monday is none', {}, '2027-12-23T14:00:00Z', { first: [88 * HOUR, 4] }],
    ['one may book three days ahead and it is Easter: none', { horizon: 3 }, '2027-03-25T15:00:00Z', { first: null, third: null }],
    [
      'one may book until Tuesday, and there are two times on it: no third',
      { horizon: 5, closes: '09:00' },
      '2027-03-25T15:00:00Z',
      { first: [110 * HOUR, 5], third: null },
    ],
  ])('%s', async (_, set, at, expected) => {
    await open(OFFICE);
    const { bookable } = await aService(set);
    const { first, third } = await measured(bookable, at);
    const shown = { first: first && [first.minutes, first.days], third: third && [third.minutes, third.days] };
    expect(shown).toMatchObject(expected);
  });

  test('what is taken or held is not free; a hold that has run out is', async () => {
    await open(OFFICE);
    const { bookable, persons } = await aService();
    const [one] = persons as [string];
    await taken(bookable, one, '2027-03-01T06:00:00Z', 60);
    await taken(bookable, one, '2027-03-01T07:00:00Z', 30, '2027-03-01T05:05:00Z');
    await taken(bookable, one, '2027-03-01T07:30:00Z', 30, '2027-03-01T04:55:00Z');
    const { first, third } = await measured(bookable, '2027-03-01T05:00:00Z');
    expect([first?.minutes, third?.minutes]).toEqual([150, 210]);
  });

  test('who serves nowhere and a place that never opens have none', async () => {
    await open([]);
    const { bookable } = await aService();
    expect(await measured(bookable, '2027-03-01T05:00:00Z')).toMatchObject({ first: null, third: null, openMinutes: 0, takenMinutes: 0 });
    await open(OFFICE);
    expect(await measured((await aService({ people: 0 })).bookable, '2027-03-01T05:00:00Z')).toMatchObject({ first: null, openMinutes: 0 });
  });
});

describe('how much is taken', () => {
  test('of the days ahead over Easter, three of which are open', async () => {
    await open(OFFICE);
    const { bookable, persons } = await aService({ horizon: 7, people: 2 });
    const [one] = persons as [string, string];
    await taken(bookable, one, '2027-03-30T05:00:00Z', 90);
    // Today and the day after the last are not counted.
    await taken(bookable, one, '2027-03-25T12:00:00Z', 60);
    await taken(bookable, one, '2027-04-02T05:00:00Z', 60);
    expect(await measured(bookable, '2027-03-25T05:00:00Z')).toMatchObject({ openMinutes: 2 * 3 * 8 * HOUR, takenMinutes: 90 });
  });

  test('what is blocked was never to be had', async () => {
    await open(OFFICE);
    const { bookable, persons } = await aService({ horizon: 7 });
    const [one] = persons as [string];
    await taken(bookable, one, '2027-03-30T05:00:00Z', 90);
    // The whole of Wednesday, and an hour of Tuesday of which half is booked still.
    for (const [from, until] of [
      ['2027-03-30T06:00:00Z', '2027-03-30T07:00:00Z'],
      ['2027-03-30T22:00:00Z', '2027-03-31T21:00:00Z'],
    ])
      await sql`insert into appointment_block (id, resource_id, during, reason, made_by, made_at) values (gen_random_uuid(), ${one}::uuid,
        tstzrange(${from}::timestamptz, ${until}::timestamptz), 'training', ${town.aino.actor.personId}::uuid, now())`.execute(db);
    expect(await measured(bookable, '2027-03-25T05:00:00Z')).toMatchObject({
      openMinutes: 15 * HOUR,
      takenMinutes: HOUR,
      first: { days: 0 },
    });
  });

  test.each([
    ['of 23 hours', '2027-03-27T05:00:00Z', 23],
    ['of 25 hours', '2027-10-30T05:00:00Z', 25],
    ['of 24 hours', '2027-11-13T05:00:00Z', 24],
  ])('of a Sunday %s that is open all day', async (_, at, hours) => {
    const weekly = [{ weekday: 7, opens: '00:00', closes: '24:00' }];
    const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
    await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
    const { bookable } = await aService({ horizon: 1 });
    expect(await measured(bookable, at)).toMatchObject({ openMinutes: hours * HOUR });
  });

  test('is of four weeks, however far one may book', async () => {
    await open(OFFICE);
    const { bookable } = await aService({ horizon: 200, opens: '08:00', closes: '12:00' });
    // From Tuesday 2 March to Monday 29 March, without Good Friday and Easter Monday.
    expect(await measured(bookable, '2027-03-01T05:00:00Z')).toMatchObject({ openMinutes: (20 - 2) * 4 * HOUR });
  });
});

test('the job measures from seven on by Finland’s clock, once a day for each, however many nodes ask, and what is new the same day', async () => {
  await open(OFFICE);
  await sql`update bookable set active = false`.execute(db);
  const { bookable } = await aService();
  const remote = (await aService()).bookable;
  await sql`update bookable set ways = '{remote}' where id = ${remote}::uuid`.execute(db);
  await sql`delete from bookable_place where bookable_id = ${remote}::uuid`.execute(db);
  clock.set('2027-06-01T03:59:00Z');
  expect(await measureAvailability({ db, clock })).toBe(0);
  clock.set('2027-06-01T04:04:00Z');
  await Promise.all([measureAvailability({ db, clock }), measureAvailability({ db, clock })]);
  clock.set('2027-06-01T05:04:00Z');
  expect(await measureAvailability({ db, clock })).toBe(0);
  await aService();
  expect(await measureAvailability({ db, clock })).toBe(1);
  clock.set('2027-06-02T04:04:00Z');
  expect(await measureAvailability({ db, clock })).toBe(3);
  const { rows } = await sql<{
    day: string;
    point: string | null;
    first: number | null;
  }>`select to_char(day, 'YYYY-MM-DD') as day, point_id as point,
    first_minutes as first from booking_availability where bookable_id = any(${[bookable, remote]}::uuid[]) order by day, point nulls last`.execute(
    db,
  );
  expect(rows).toEqual([
    { day: '2027-06-01', point: town.point, first: 56 },
    { day: '2027-06-01', point: null, first: null },
    { day: '2027-06-02', point: town.point, first: 56 },
    { day: '2027-06-02', point: null, first: null },
  ]);
});
