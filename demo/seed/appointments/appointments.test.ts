import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { conflictsIn } from '../../../server/modules/appointments/capacity/conflicts/service.ts';
import { createCapacities } from '../../../server/modules/appointments/capacity/service.ts';
import { freeTimesOf } from '../../../server/modules/appointments/free/service.ts';
import { fixedClock } from '../../../server/platform/clock/clock.ts';
import { generateKeyring, readKeyring } from '../../../server/platform/keys/keyring.ts';
import { testDatabase } from '../../../server/testing/database.ts';
import { seedPeople } from '../seed.ts';
import { seedVisits } from '../visits/seed.ts';
import { resources } from './resources.ts';
import { seedAppointments } from './seed.ts';
import { services } from './services.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const db = (await testDatabase()).db.kysely;
const keys = readKeyring(generateKeyring());

test('the demo can be booked, has been booked, and today’s customers are expected, once', async () => {
  await seedPeople(db);
  await seedVisits(db, clock.now(), keys);
  const expectedBefore = await countOf('expected_visit');
  await seedAppointments(db, clock.now(), keys);
  await seedAppointments(db, clock.now(), keys);
  expect(await countOf('waiting')).toBe(5);
  // Besides, a course and a session at set times.
  expect(await countOf('bookable')).toBe(services.length + 2);
  expect(await countOf('booking_session')).toBe(13);
  expect(await countOf('resource')).toBe(resources.length + 3);
  const { rows } = await sql<{ state: string; count: number }>`select state, count(*)::int as count from appointment group by 1`.execute(
    db,
  );
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  expect(counts.arrived).toBeGreaterThan(300);
  expect(counts.confirmed).toBeGreaterThan(60);
  for (const { key } of services) expect(await bookedOf(key), key).toBeGreaterThan(3);
  const expected = (await countOf('expected_visit')) - expectedBefore;
  expect(expected).toBeGreaterThan(40);
  const today = await sql<{
    count: number;
  }>`select count(*)::int as count from appointment a join expected_visit e on e.id = a.expected_id and e.due_at = a.starts_at
    where a.state = 'confirmed' and a.starts_at < '2026-11-24T00:00:00Z'`.execute(db);
  expect(today.rows[0]?.count).toBeGreaterThan(3);
  // Sixty mornings and how the appointments went, measured and counted as they are each morning.
  const figures = await sql<{ mornings: number; near: number; far: number; taken: number }>`select count(distinct day)::int as mornings,
    min(third_minutes) as near, max(third_minutes) as far, sum(taken_minutes)::float8 / sum(open_minutes) as taken from booking_availability`.execute(
    db,
  );
  expect(figures.rows[0]?.mornings).toBe(60);
  expect(figures.rows[0]?.far).toBeGreaterThan(5 * 1440);
  expect(figures.rows[0]?.taken).toBeGreaterThan(0.05);
  expect(figures.rows[0]?.taken).toBeLessThan(0.9);
  const went = await sql<{
    booked: number;
    begun: number;
    unused: number;
  }>`select sum(booked)::int as booked, sum(cardinality(starts))::int as begun,
    sum(unused)::int as unused from booking_punctuality`.execute(db);
  expect(went.rows[0]?.begun).toBeGreaterThan(300);
  expect(went.rows[0]?.unused).toBeGreaterThan(10);
  // All of it could be booked; one has fallen ill since.
  const { count, conflicts } = await conflictsIn({ db, clock }, {});
  expect(count).toBeGreaterThan(0);
  expect(new Set(conflicts.flatMap(({ reasons }) => reasons))).toEqual(new Set(['resource-away']));
  expect(new Set(conflicts.map(({ startsAt }) => startsAt.toString().slice(0, 10))).size).toBe(1);
});

test('a time at home, by video or telephone, can be had, and services stand under life situations that there are', async () => {
  const { rows } = await sql<{ key: string }>`select key from list_item where list = 'lifeSituations' and active`.execute(db);
  const keys = new Set(rows.map(({ key }) => key));
  const wanted = services.flatMap(({ situations = [] }) => situations);
  expect(wanted.filter((one) => !keys.has(one))).toEqual([]);
  expect(wanted.length).toBeGreaterThan(new Set(wanted).size);
  const remote = services.filter(({ ways = [] }) => ways.includes('remote') || ways.includes('phone'));
  expect(remote.map(({ key }) => key)).toEqual(['etaneuvonta']);
  const found = await sql<{ id: string }>`select id from bookable where 'remote' = any(ways)`.execute(db);
  const booking = { db, clock, capacities: createCapacities(db) };
  const week = { from: clock.now().epochMilliseconds, until: clock.now().epochMilliseconds + 7 * 86_400_000 };
  const asked = { bookableId: found.rows[0]?.id as string, pointId: null, needs: [], language: 'sv' };
  expect((await freeTimesOf(booking, asked, week)).length).toBeGreaterThan(10);
  const ways = await sql<{
    way: string;
  }>`select distinct way from appointment where point_id is null and state = 'confirmed' order by 1`.execute(db);
  expect(ways.rows.map(({ way }) => way)).toEqual(['phone', 'remote']);
});

const countOf = async (table: string) =>
  (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)).rows[0]?.count as number;

const bookedOf = async (key: string) => {
  const name = services.find((one) => one.key === key)?.name.fi;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointment a join bookable b on b.id = a.bookable_id
    where b.name ->> 'fi' = ${name}`.execute(db);
  return rows[0]?.count;
};
