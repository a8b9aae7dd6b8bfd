import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable } from '../../../../testing/appointments.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aQueue, atPoint } from '../../../../testing/floor.ts';
import { aTown, type Town } from '../../../../testing/town.ts';
import { forgetVisits } from '../../../queue/service.ts';
import type { BookingFigures } from '../figures/schema.ts';
import { countPunctuality } from './counting.ts';

const clock = fixedClock('2027-03-31T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let admin: Caller;
let queue: string;
let services: { advice: string; other: string };
let serial = 0;

type Past = {
  of: string;
  at: string;
  /** Minutes from the agreed start. */
  arrived?: number;
  began?: number;
  state?: string;
  ended?: string;
  /** Whether a queue takes arrivals. */
  expected?: boolean;
  held?: string;
};

/** An appointment that is over, with what became of it. */
async function past({
  of,
  at,
  arrived,
  began,
  state = arrived === undefined ? 'missed' : 'arrived',
  ended = 'served',
  expected = true,
  held = at,
}: Past): Promise<void> {
  const [id, visit] = [randomUUID(), arrived === undefined ? null : randomUUID()];
  const moment = (minutes: number) => Temporal.Instant.from(at).add({ seconds: Math.round(minutes * 60) });
  const expectedId = expected ? randomUUID() : null;
  if (visit) {
    await sql`insert into visit (id, point_id, day, code, came_by, arrived_at, language, ended_at, ended_how)
      values (${visit}::uuid, ${town.point}::uuid, left(${at}, 10)::date, ${`A${++serial}`}, 'kiosk', ${moment(arrived ?? 0)}::timestamptz, 'fi',
        ${moment((began ?? arrived ?? 0) + 20)}::timestamptz, ${ended})`.execute(db);
    await sql`insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at, called_at, serving_at, ended_at)
      values (${visit}::uuid, ${town.point}::uuid, ${queue}::uuid, ${began === undefined ? 'no-show' : 'finished'}, ${moment(arrived ?? 0)}::timestamptz,
        ${moment(arrived ?? 0)}::timestamptz, ${moment((began ?? 2) - 1)}::timestamptz, ${began === undefined ? null : moment(began)}::timestamptz, ${moment((began ?? 0) + 20)}::timestamptz)`.execute(
      db,
    );
  }
  if (expectedId)
    await sql`insert into expected_visit (id, point_id, queue_id, code_hash, due_at, visit_id)
      values (${expectedId}::uuid, ${town.point}::uuid, ${queue}::uuid, ${id}, ${at}::timestamptz, ${visit}::uuid)`.execute(db);
  await sql`insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, held_until, secret_hash, expected_id, created_at, changed_at, arrived_at)
    values (${id}::uuid, ${of}::uuid, ${town.point}::uuid, ${town.organisations.city}::uuid, 'point', ${at}::timestamptz, ${moment(30)}::timestamptz, ${state},
      ${state === 'held' ? held : null}::timestamptz, ${id}, ${expectedId}::uuid, ${held}::timestamptz, now(), ${visit ? moment(arrived ?? 0) : null}::timestamptz)`.execute(
    db,
  );
}

const read = (caller: Caller, query = '?from=2027-03-01&until=2027-03-31') =>
  caller.call<BookingFigures>('GET', `/api/booking/metrics/figures${query}`);

beforeAll(async () => {
  town = await aTown(db, clock);
  admin = await service.signIn(town.admin);
  queue = await aQueue(db, town);
  services = { advice: await aBookable(db, town), other: await aBookable(db, town) };
  await sql`update bookable set name = '{"fi":"=1+1","sv":"=1+1","en":"=1+1"}'::jsonb where id = ${services.other}::uuid`.execute(db);
  const { advice: of, other } = services;
  // Three on the day before the clocks go forward, four on the days after.
  await past({ of, at: '2027-03-26T08:00:00Z', arrived: -10, began: 0 });
  await past({ of, at: '2027-03-26T08:30:00Z', arrived: -5, began: 5 });
  await past({ of, at: '2027-03-26T21:30:00Z', arrived: 4, began: 6 });
  await past({ of, at: '2027-03-29T08:00:00Z', arrived: -1, began: 10 });
  await past({ of, at: '2027-03-29T08:30:00Z', arrived: 9, began: 11 });
  // Came and did not answer the call; did not come; was marked so; nobody knows; cancelled.
  await past({ of, at: '2027-03-29T09:00:00Z', arrived: 0, ended: 'no-show' });
  await past({ of, at: '2027-03-29T09:30:00Z' });
  await past({ of, at: '2027-03-29T10:00:00Z', state: 'missed', expected: false });
  await past({ of, at: '2027-03-29T10:30:00Z', state: 'confirmed', expected: false });
  await past({ of, at: '2027-03-29T11:00:00Z', state: 'cancelled' });
  await past({ of, at: '2027-03-30T08:00:00Z', state: 'expired', held: '2027-03-29T06:00:00Z' });
  await past({ of, at: '2027-04-30T08:00:00Z', state: 'held', held: '2027-03-29T07:00:00Z' });
  for (const at of ['2027-03-26T08:00:00Z', '2027-03-26T09:00:00Z']) await past({ of: other, at, arrived: -3, began: 20 });
  await countPunctuality({ db, clock });
});

describe('appointments as they were kept', () => {
  test('are exact, worked out by hand', async () => {
    const { body } = await read(admin, `?from=2027-03-01&until=2027-03-31&service=${services.advice}`);
    expect(body.whole).toEqual({
      availability: null,
      punctuality: {
        booked: 9,
        // 0, 5, 6, 10 and 11 minutes after the agreed start.
        begun: 5,
        startMinutes: 6,
        within5: 2 / 5,
        within10: 4 / 5,
        // -10, -5, -1, 0, 4 and 9.
        arrivalMinutes: -0.5,
        arrivedLate: 2 / 6,
        // Of eight it is known whether they came: three did not, or did not answer.
        missed: 3 / 8,
        cancelled: 1 / 10,
        held: 12,
        unused: 2 / 12,
      },
    });
  });

  test('of fewer than five nothing is told, nor of the one that would tell of them by what is missing', async () => {
    const { body } = await read(admin);
    expect(body.whole.punctuality).toMatchObject({ booked: 11, begun: 7 });
    expect(body.byService.map(({ punctuality }) => [punctuality.booked, punctuality.startMinutes, punctuality.held])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(body.byPlace).toMatchObject([{ id: town.point, punctuality: { booked: 11 } }]);
    expect(body.byMonth).toMatchObject([{ month: '2027-03', punctuality: { booked: 11 } }]);
    expect((await read(admin, '?from=2027-03-27&until=2027-03-28')).body.whole.punctuality).toMatchObject({ booked: 0, missed: null });
    // Six agreed times, of which two began: what is known of two is theirs.
    const monday = (await read(admin, `?from=2027-03-29&until=2027-03-29&service=${services.advice}`)).body.whole.punctuality;
    expect(monday).toMatchObject({ booked: 6, begun: null, startMinutes: null, arrivedLate: null, missed: 3 / 5 });
  });

  test('a late evening is counted on its own day; counted again it is the same; an end written down late is counted too', async () => {
    const days = async () =>
      (
        await sql<{
          day: string;
          booked: number;
          starts: number[];
        }>`select to_char(day, 'YYYY-MM-DD') as day, booked, starts from booking_punctuality
          where bookable_id = ${services.advice}::uuid and booked > 0 order by day`.execute(db)
      ).rows;
    const before = await days();
    expect(before).toMatchObject([
      { day: '2027-03-26', booked: 3, starts: [0, 300, 360] },
      { day: '2027-03-29', booked: 6, starts: [600, 660] },
    ]);
    await Promise.all([countPunctuality({ db, clock }), countPunctuality({ db, clock })]);
    expect(await days()).toEqual(before);
  });

  test('the table says the same, and a name is no formula', async () => {
    const query = `?from=2027-03-01&until=2027-03-31&service=${services.advice}`;
    const { text, headers } = await admin.call('GET', `/api/booking/metrics/figures.csv${query}`);
    expect(headers['content-disposition']).toBe('attachment; filename="booking-2027-03-01-2027-03-31.csv"');
    expect(text.split('\r\n')[1]).toBe('all,all,0,,,,,,,9,5,6,0.4,0.8,-0.5,0.333,0.375,0.1,12,0.167');
    expect((await admin.call('GET', '/api/booking/metrics/figures.csv')).text).toContain("service,'=1+1,0,,,,,,,hidden,");
  });

  test('are for those who keep the organisation or the point, of what they keep; a period goes forward and ends within two years', async () => {
    const whole = async (caller: Caller) => (await read(caller)).body.whole.punctuality.booked;
    expect(await whole(await service.signIn(await atPoint(db, town, 'point-manager')))).toBe(11);
    for (const by of [town.aino, town.nelli, town.mika]) {
      const caller = await service.signIn(by);
      expect(await whole(caller)).toBe(0);
      expect((await caller.call('GET', '/api/booking/metrics/services')).body).toEqual({ services: [], places: [] });
      for (const query of [`?service=${services.advice}`, `?place=${town.point}`]) expect((await read(caller, query)).status).toBe(404);
    }
    expect((await read(admin, '?place=remote')).status).toBe(404);
    expect((await read(admin, '')).body).toMatchObject({ from: '2027-01-01', until: '2027-03-31' });
    for (const query of [
      '?from=2027-03-02&until=2027-03-01',
      '?from=2024-01-01&until=2027-01-01',
      '?from=0001-01-01',
      '?person=x',
      '?place=x',
    ])
      expect((await read(admin, query)).status).toBe(422);
  });
});

describe('how soon an appointment could be had', () => {
  test('the middle of the days; days on which none could be had are farther than any', async () => {
    const days: [string, number | null, number | null, number][] = [
      ['2027-03-01', 2, 4, 100],
      ['2027-03-02', 4, null, 200],
      ['2027-03-03', null, null, 300],
    ];
    for (const [day, first, third, taken] of days)
      await sql`insert into booking_availability (day, bookable_id, point_id, measured_at, first_minutes, first_days, third_minutes, third_days, open_minutes, taken_minutes)
        values (${day}::date, ${services.advice}::uuid, ${town.point}::uuid, now(), ${first && first * 1440}, ${first}, ${third && third * 1440}, ${third}, 1000, ${taken})`.execute(
        db,
      );
    const { body } = await read(admin, '?from=2027-03-01&until=2027-03-03');
    expect(body.whole.availability).toEqual({
      measured: 3,
      first: { days: 4, hours: 96 },
      third: { days: null, hours: null },
      withFree: 2 / 3,
      taken: 0.2,
    });
    expect(body.byMonth).toMatchObject([{ month: '2027-03', availability: { measured: 3, first: { days: 4 } } }]);
    expect((await read(admin, '?from=2027-03-02&until=2027-03-03')).body.whole.availability).toMatchObject({ first: { days: null } });
    expect((await read(admin, '?from=2027-03-03&until=2027-03-03')).body.whole.availability).toMatchObject({
      first: { days: null },
      withFree: 0,
    });
    expect((await read(admin, '?from=2027-03-01&until=2027-03-02')).body.whole.availability).toMatchObject({
      first: { days: 3, hours: 72 },
    });
  });
});

test('when the visits are forgotten the figures stay, and the appointment too', async () => {
  clock.set('2027-08-15T05:00:00Z');
  admin = await service.signIn(town.admin);
  await forgetVisits({ db, clock });
  await countPunctuality({ db, clock });
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from appointment where expected_id is not null`.execute(db);
  expect(rows[0]?.left).toBe(0);
  expect((await read(admin, `?from=2027-03-01&until=2027-03-31&service=${services.advice}`)).body.whole.punctuality).toMatchObject({
    begun: 5,
    startMinutes: 6,
  });
});
