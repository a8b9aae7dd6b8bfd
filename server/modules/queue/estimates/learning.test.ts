import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { createBoards } from '../board/service.ts';
import { closeDays } from '../visits/closing.ts';
import { accuracies, learnPaces } from './learning.ts';

const clock = fixedClock('2026-11-23T01:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
let town: Town;
let queue: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  queue = await aQueue(db, town);
});

/** `count` finished visits of yesterday at this hour (UTC) that took so many minutes and waited so much of what they were told. */
async function finished(count: number, hour: number, minutes: number, ratio: number, prefix: string): Promise<void> {
  const counter = await aCounter(db, town, [queue]);
  await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language, ended_at, ended_how)
      select ${town.point}::uuid, '2026-11-22', ${prefix} || n, 'kiosk', '2026-11-22T00:00:00Z'::timestamptz + make_interval(hours => ${hour}), 'fi', '2026-11-22T15:00:00Z', 'served'
      from generate_series(1, ${count}::int) n returning id, arrived_at)
    insert into visit_step (visit_id, point_id, queue_id, counter_id, state, waits_from, joined_at, called_at, serving_at, ended_at, first_told_at, first_low, first_likely, first_high)
    select id, ${town.point}::uuid, ${queue}::uuid, ${counter}::uuid, 'finished', arrived_at, arrived_at, arrived_at + make_interval(secs => 600 * ${ratio}::float8),
      arrived_at + make_interval(secs => 600 * ${ratio}::float8), arrived_at + make_interval(secs => 600 * ${ratio}::float8 + 60 * ${minutes}::float8), arrived_at, 480, 600, 780 from v`.execute(
    db,
  );
}

test('what visits take is learned by queue and hour, and the range from how far waits were from what was told', async () => {
  await finished(20, 7, 10, 0.8, 'A');
  await finished(20, 12, 20, 1.4, 'B');
  expect(await learnPaces(db, clock.now())).toBe(3);
  const { rows } =
    await sql`select hour, seconds, visits, low_percent as low, high_percent as high from queue_pace where queue_id = ${queue}::uuid order by hour nulls first`.execute(
      db,
    );
  expect(rows).toEqual([
    { hour: null, seconds: 900, visits: 40, low: 80, high: 140 },
    { hour: 9, seconds: 600, visits: 20, low: 80, high: 140 },
    { hour: 14, seconds: 1200, visits: 20, low: 80, high: 140 },
  ]);
});

test('an hour is the one it is at the point', async () => {
  await sql`update service_point set zone = 'America/New_York' where id = ${town.point}::uuid`.execute(db);
  await learnPaces(db, clock.now().add({ minutes: 1 }));
  const { rows } = await sql<{
    hour: number;
  }>`select hour from queue_pace where queue_id = ${queue}::uuid and hour is not null order by hour`.execute(db);
  expect(rows.map(({ hour }) => hour)).toEqual([2, 7]);
  // At two in the morning there, the counter's visits of that hour took ten minutes.
  const there = fixedClock('2026-11-23T07:30:00Z');
  await sql`update counter set state = 'open', person_id = ${town.aino.actor.personId}::uuid where id = (select counter_id from counter_queue
    where queue_id = ${queue}::uuid limit 1)`.execute(db);
  await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language)
      values (${town.point}::uuid, '2026-11-23', 'Z1', 'kiosk', ${there.now()}::timestamptz, 'fi') returning id)
    insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at) select id, ${town.point}::uuid, ${queue}::uuid, 'waiting',
      ${there.now()}::timestamptz, ${there.now()}::timestamptz from v`.execute(db);
  const board = await createBoards(db, there).of(town.point);
  expect(board.newcomer(queue)?.likely).toBe(600);
  await sql`delete from visit_step where visit_id in (select id from visit where code = 'Z1')`.execute(db);
  await sql`delete from visit where code = 'Z1'`.execute(db);
  await sql`update counter set state = 'closed', person_id = null where point_id = ${town.point}::uuid`.execute(db);
  await sql`update service_point set zone = 'Europe/Helsinki' where id = ${town.point}::uuid`.execute(db);
});

test('how right it was is told as it was: 2 and 4 minutes off, half of them in the range', async () => {
  const day = { from: Temporal.Instant.from('2026-11-22T00:00:00Z'), until: Temporal.Instant.from('2026-11-23T00:00:00Z') };
  const all = { queueId: null, visits: 40, medianError: 3, held: 0.5 };
  expect(await accuracies(db, { pointId: town.point, ...day }, 'first')).toEqual(expect.arrayContaining([all, { ...all, queueId: queue }]));
  expect(await accuracies(db, { pointId: town.point, from: day.until, until: clock.now() }, 'first')).toEqual([
    { queueId: null, visits: 0, medianError: null, held: null },
  ]);
});

test('what is older than sixty days is forgotten', async () => {
  expect(await learnPaces(db, clock.now().add({ hours: 24 * 70 }))).toBe(0);
  expect((await sql`select from queue_pace`.execute(db)).rows).toEqual([]);
});

test('who was left in yesterday’s queue is there no more', async () => {
  await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language) values (${town.point}::uuid, '2026-11-22', 'Z1', 'kiosk', '2026-11-22T10:00:00Z', 'fi'),
      (${town.point}::uuid, '2026-11-23', 'Z2', 'kiosk', '2026-11-23T00:30:00Z', 'fi') returning id, arrived_at)
    insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at) select id, ${town.point}::uuid, ${queue}::uuid, 'waiting', arrived_at, arrived_at from v`.execute(
    db,
  );
  expect(await closeDays({ db, clock, boards: createBoards(db, clock) })).toBe(1);
  const { rows } =
    await sql`select v.code, v.ended_how as how, s.state from visit v join visit_step s on s.visit_id = v.id where v.code like 'Z_' order by v.code`.execute(
      db,
    );
  expect(rows).toEqual([
    { code: 'Z1', how: 'closed', state: 'dropped' },
    { code: 'Z2', how: null, state: 'waiting' },
  ]);
});
