import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { boardOf } from '../../../server/modules/queue/board/service.ts';
import { accuracies } from '../../../server/modules/queue/estimates/learning.ts';
import { arrivalCodeHash } from '../../../server/modules/queue/visits/secrets.ts';
import { fixedClock } from '../../../server/platform/clock/clock.ts';
import { dayOf } from '../../../server/platform/clock/day.ts';
import { generateKeyring, readKeyring } from '../../../server/platform/keys/keyring.ts';
import { testDatabase } from '../../../server/testing/database.ts';
import { seedPeople } from '../seed.ts';
import { earlierToday, history } from './history.ts';
import { beingServed, expected, waiting } from './living.ts';
import { seedVisits } from './seed.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const db = (await testDatabase()).db.kysely;
const keys = readKeyring(generateKeyring());

test('the demo’s point has a past to learn from, people who wait and are served, and others expected, once', async () => {
  await seedPeople(db);
  await seedVisits(db, clock.now(), keys);
  await seedVisits(db, clock.now(), keys);
  const point = (await sql<{ id: string }>`select id from service_point where key = 'mallila'`.execute(db)).rows[0]?.id as string;
  const board = await boardOf(db, clock, point);
  expect(board.queues).toHaveLength(7);
  expect(board.line).toHaveLength(waiting.length);
  expect(board.line.every(({ code }) => /^[A-L]\d{3}$/.test(code))).toBe(true);
  expect(new Set([...board.line, ...board.others].map(({ code }) => code)).size).toBe(waiting.length + beingServed.length);
  expect(board.others.map(({ state }) => state)).toEqual(beingServed.map(() => 'serving'));
  expect(board.counters.filter(({ state }) => state === 'open').map(({ personName }) => personName)).toEqual([
    'Petri Laakso',
    'Daniel Berg',
  ]);
  const { rows } = await sql<{
    visits: number;
    days: number;
    expected: number;
  }>`select count(*)::int as visits, count(distinct day)::int as days, (select count(*) from expected_visit)::int as expected from visit where ended_at is not null`.execute(
    db,
  );
  expect(rows).toEqual([{ visits: expect.any(Number), days: 43, expected: expected.length }]);
  const sixtyDays = { pointId: point, from: clock.now().subtract({ hours: 24 * 60 }), until: clock.now() };
  expect(await accuracies(db, sixtyDays, 'first')).toHaveLength(1 + board.queues.length);
  const codes = (await db.selectFrom('expected_visit').select('code_hash').execute()).map((one) => one.code_hash);
  expect(new Set(codes)).toEqual(new Set(expected.map(({ code }) => arrivalCodeHash(keys, point, code))));
  const side = await db.selectFrom('service_point').select('id').where('key', '=', 'kirkkoranta').executeTakeFirstOrThrow();
  const quiet = await boardOf(db, clock, side.id);
  expect([quiet.queues.length, quiet.counters.length, quiet.line]).toEqual([1, 1, []]);
});

test('the demo begins at midnight too, when those who wait came the day before', async () => {
  const { kysely } = (await testDatabase()).db;
  const midnight = fixedClock('2026-11-23T22:05:00Z');
  await seedPeople(kysely);
  await seedVisits(kysely, midnight.now(), keys);
  const { id } = await kysely.selectFrom('service_point').select('id').where('key', '=', 'mallila').executeTakeFirstOrThrow();
  expect((await boardOf(kysely, midnight, id)).line).toHaveLength(waiting.length);
});

test('the past is like a point’s days: mornings and Mondays are busy, some leave, some do not come, some go on', () => {
  const visits = history(Temporal.PlainDate.from('2026-11-23'));
  const steps = visits.flatMap((visit) => visit.steps);
  const waits = (of: typeof steps) =>
    of.flatMap(({ calledAt, joinedAt }) => (calledAt === null ? [] : [(calledAt - joinedAt) / 60_000])).sort((a, b) => a - b);
  const at = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] as number;
  const part = (fits: (visit: (typeof visits)[number]) => boolean) => visits.filter(fits).length / visits.length;
  const all = waits(steps);
  expect(at(all, 0.5)).toBeGreaterThan(7.5);
  expect(at(all, 0.5)).toBeLessThan(14);
  expect(at(all, 0.97)).toBeGreaterThan(35);
  expect(at(all, 0.97)).toBeLessThan(55);
  for (const [share, wanted] of [
    [part(({ how }) => how === 'no-show'), 0.04],
    [part((visit) => visit.steps.some(({ state }) => state === 'left')), 0.05],
    [part((visit) => visit.steps.length > 1), 0.12],
    [part(({ needs }) => needs.length > 0), 0.06],
  ] as const)
    expect(Math.abs(share - wanted)).toBeLessThan(0.012);
  const on = (weekday: number) => visits.filter(({ day }) => Temporal.PlainDate.from(day).dayOfWeek === weekday).length;
  expect(on(1)).toBeGreaterThan(Math.max(...[2, 3, 4, 5].map(on)) * 0.95);
  const hours = [10, 12, 14].map((hour) => steps.filter(({ joinedAt }) => localHour(joinedAt) === hour).length) as [number, number, number];
  expect(hours[0]).toBeGreaterThan(hours[1] * 1.3);
  expect(visits).toEqual(history(Temporal.PlainDate.from('2026-11-23')));
});

test.each(['2026-11-22T22:10:00Z', '2026-11-23T05:00:00Z', '2026-11-22T12:00:00Z', '2026-11-23T20:00:00Z'])(
  'at whatever hour the demo begins, what has been today is over and of today: %s',
  (iso) => {
    const now = Temporal.Instant.from(iso);
    const earlier = earlierToday(now);
    const today = dayOf(now).toString();
    expect(earlier.every(({ day, endedAt }) => day === today && endedAt < now.epochMilliseconds)).toBe(true);
    expect(earlier.every(({ arrivedAt }) => dayOf(Temporal.Instant.fromEpochMilliseconds(arrivedAt)).toString() === today)).toBe(true);
    expect(new Set(earlier.map(({ code }) => code)).size).toBe(earlier.length);
    if (!iso.includes('T22')) expect(earlier.length).toBeGreaterThan(20);
  },
);

const localHour = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Helsinki').hour;

test('no letter of a queue begins the name of its authority', async () => {
  const { rows } = await sql<{
    prefix: string;
    names: string[];
  }>`select q.prefix, array(select left(n, 1) from jsonb_each_text(o.name || '{}') as x(k, n)
      union select left(n, 1) from jsonb_each_text(o.short_name) as x(k, n)) as names from queue q join organisation o on o.id = q.organisation_id`.execute(
    db,
  );
  expect(rows).toHaveLength(8);
  for (const { prefix, names } of rows) expect(names).not.toContain(prefix);
});
