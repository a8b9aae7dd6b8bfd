import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { boardOf } from '../board/service.ts';
import { keepTold } from '../estimates/keeping.ts';
import { toldOf } from './rules.ts';
import type { Figures } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let admin: Caller;
let queues: { advice: string; other: string };
let serial = 0;

type Past = {
  queue: string;
  arrived: string;
  waited: number;
  served?: number;
  state?: string;
  how?: string;
  needs?: string[];
  first?: number;
  last?: number;
  due?: string;
  by?: string;
};

/** A visit of one step that is over; minutes. */
async function past({
  queue,
  arrived,
  waited,
  served = 0,
  state = 'finished',
  how = 'served',
  needs = [],
  first,
  last,
  due,
  by,
}: Past): Promise<void> {
  const called = state === 'left' ? null : waited;
  const told = (minutes: number | undefined) => (minutes === undefined ? null : minutes * 60);
  await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language, needs, ended_at, ended_how)
      values (${town.point}::uuid, left(${arrived}, 10)::date, ${`A${++serial}`}, 'kiosk', ${arrived}::timestamptz, 'fi', ${needs}::text[],
        ${arrived}::timestamptz + make_interval(mins => ${waited + served}), ${how}) returning id)
    insert into visit_step (visit_id, point_id, queue_id, due_at, person_id, state, waits_from, joined_at, called_at, serving_at, ended_at,
      first_told_at, first_low, first_likely, first_high, last_told_at, last_low, last_likely, last_high)
    select id, ${town.point}::uuid, ${queue}::uuid, ${due ?? null}::timestamptz, ${by ?? null}::uuid, ${state}, ${arrived}::timestamptz, ${arrived}::timestamptz, ${arrived}::timestamptz + make_interval(mins => ${called}::int),
      case when ${state} = 'finished' then ${arrived}::timestamptz + make_interval(mins => ${called}::int) end, ${arrived}::timestamptz + make_interval(mins => ${waited + served}),
      ${arrived}::timestamptz, ${told(first)}::int - 60, ${told(first)}::int, ${told(first)}::int + 60,
      ${arrived}::timestamptz + interval '1 minute', ${told(last)}::int - 60, ${told(last)}::int, ${told(last)}::int + 60 from v`.execute(
    db,
  );
}

const read = async (caller: Caller, query = '?from=2026-11-16&until=2026-11-20') =>
  caller.call<Figures>('GET', `/api/queue/points/${town.point}/figures${query}`);

beforeAll(async () => {
  town = await aTown(db, clock);
  admin = await service.signIn(town.admin);
  queues = { advice: await aQueue(db, town), other: await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' }) };
  await sql`update queue set name = '{"fi":"=1+1","sv":"=1+1","en":"=1+1"}'::jsonb where id = ${queues.other}::uuid`.execute(db);
  const [nine, ten] = ['2026-11-16T07:30:00Z', '2026-11-17T08:30:00Z'];
  for (const [n, waited] of [2, 4, 6, 8, 10].entries())
    await past({
      queue: queues.advice,
      arrived: nine,
      waited,
      served: 10,
      needs: ['wheelchair'],
      first: waited + (n < 3 ? 1 : 3),
      last: waited - 1,
    });
  for (const waited of [20, 30, 40, 50]) await past({ queue: queues.other, arrived: ten, waited, served: 20 });
  await past({ queue: queues.other, arrived: ten, waited: 60, state: 'left', how: 'left' });
  await past({ queue: queues.other, arrived: ten, waited: 10, served: 2, state: 'no-show', how: 'no-show' });
  await past({ queue: queues.advice, arrived: '2026-11-15T21:59:00Z', waited: 500 });
});

const untoldGroup = { visits: null, steps: null, wait: null, within: null, service: null, abandoned: null, noShow: null };

/** More members of Aino's own unit. */
async function colleagues(count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with p as (insert into person (name, email, language)
      select 'Tekijä ' || n, 'tekija' || n || '@mallila.example', 'fi' from generate_series(1, ${count}::int) n returning id),
    m as (insert into unit_member (unit_id, person_id) select m.unit_id, p.id from p cross join lateral
      (select unit_id from unit_member where person_id = ${town.aino.actor.personId}::uuid limit 1) m)
    select id from p`.execute(db);
  return rows.map(({ id }) => id);
}

const spread = (median: number, p90: number, longest: number) => ({ median: median * 60, p90: p90 * 60, longest: longest * 60 });

describe('the figures of a point', () => {
  test.each([
    ['?from=2025-11-22', 422],
    ['?from=2025-11-23', 200],
    ['?from=2026-11-24', 422],
    ['?until=2027-06-01', 200],
    ['?from=2026-11-20&until=2026-11-19', 422],
    ['?from=2025-11-19&until=2026-11-20', 422],
  ])('%s: a year at most, also where one day is left out', async (query, status) => {
    for (const at of ['figures', 'figures.csv', 'computer-answers']) {
      const answer = await admin.call<{ code?: string }>('GET', `/api/queue/points/${town.point}/${at}${query}`);
      expect([at, answer.status]).toEqual([at, status]);
      if (status === 422) expect(answer.body.code).toBe('period-unfit');
    }
  });

  test('of a year before anybody’s are refused', async () => {
    expect((await read(admin, '?from=0001-01-01&until=0001-02-01')).status).toBe(422);
  });

  test('are exact: waits, service, shares, by queue, authority, hour and need', async () => {
    const { body } = await read(admin);
    const [wait, whole] = [spread(10, 41, 50), spread(20, 62, 70)];
    expect(body.visitors).toEqual({ visits: 11, wait, whole, steps: 1, abandoned: 1 / 11, noShow: 1 / 11 });
    const all = { visits: 11, steps: 11, wait, within: 0.6, service: spread(10, 20, 20), abandoned: 1 / 11, noShow: 1 / 11 };
    expect(body).toMatchObject({ targetMinutes: 15, steps: all });
    const advice = { visits: 5, steps: 5, wait: spread(6, 9.2, 10), within: 1, service: spread(10, 10, 10), abandoned: 0, noShow: 0 };
    const other = {
      visits: 6,
      steps: 6,
      wait: spread(30, 46, 50),
      within: 0.2,
      service: spread(20, 20, 20),
      abandoned: 1 / 6,
      noShow: 1 / 6,
    };
    expect((await read(admin, '?from=2026-11-16&until=2026-11-20&target=30')).body).toMatchObject({
      targetMinutes: 30,
      steps: { within: 0.8 },
    });
    expect(body.byQueue).toMatchObject([
      { id: queues.advice, ...advice },
      { id: queues.other, ...other },
    ]);
    expect(body.byOrganisation).toMatchObject([
      { id: town.organisations.city, ...advice },
      { id: town.organisations.kela, ...other },
    ]);
    expect(body.byHour).toEqual([
      { hour: 9, ...advice },
      { hour: 10, ...other },
    ]);
    expect(body.byWeekday).toEqual([
      { weekday: 1, ...advice },
      { weekday: 2, ...other },
    ]);
    expect(body.byNeed).toEqual([
      { need: null, ...other },
      { need: 'wheelchair', ...advice },
    ]);
    const told = { first: { visits: 5, medianErrorMinutes: 1, held: 0.6 }, latest: { visits: 5, medianErrorMinutes: 0, held: 1 } };
    expect(body.accuracy).toMatchObject({ ...told, byQueue: [{ id: queues.advice, ...told }] });
    expect(JSON.stringify(body)).not.toContain(town.aino.actor.personId);
  });

  test('of fewer than five visits nothing is told, nor what would tell it by subtraction', async () => {
    await past({ queue: queues.other, arrived: '2026-11-18T09:30:00Z', waited: 5, served: 5, needs: ['vision'] });
    const { body } = await read(admin);
    const untold = { visits: null, steps: null, wait: null, within: null, service: null, abandoned: null, noShow: null };
    expect(body.byHour).toMatchObject([
      { hour: 9, ...untold },
      { hour: 10, visits: 6 },
      { hour: 11, ...untold },
    ]);
    expect(body.byNeed.find(({ need }) => need === 'vision')).toEqual({ need: 'vision', ...untold });
    expect((await read(admin, '?from=2026-11-18&until=2026-11-18')).body.visitors).toEqual({
      visits: null,
      wait: null,
      whole: null,
      steps: null,
      abandoned: null,
      noShow: null,
    });
    expect((await read(admin, '?from=2026-11-19&until=2026-11-19')).body).toMatchObject({
      visitors: { visits: 0 },
      steps: { visits: 0 },
      byQueue: [],
    });
    expect([...toldOf([{ visits: 4 }, { visits: 3 }, { visits: 9 }])]).toEqual([{ visits: 9 }]);
    expect([...toldOf([{ visits: 4 }, { visits: 12 }, { visits: 9 }])]).toEqual([{ visits: 12 }]);
  });

  test('who comes before an agreed time waits from that time; no member of staff is told of, nor a team of whom fewer than three served', async () => {
    const arrived = '2026-10-05T07:00:00Z';
    const [aino, ...others] = [town.aino.actor.personId, ...(await colleagues(3))] as [string, ...string[]];
    for (const by of [aino, aino, aino, others[0]])
      await past({ queue: queues.advice, arrived, waited: 30, due: '2026-10-05T07:20:00Z', served: 6, by });
    await past({ queue: queues.advice, arrived, waited: 10, due: '2026-10-05T07:20:00Z', served: 6, by: others[0] });
    const first = (await read(admin, '?from=2026-10-05&until=2026-10-05')).body;
    expect(first.steps).toMatchObject({ visits: 5, wait: { median: 600, longest: 600 }, within: 1 });
    expect(first.byTeam).toEqual([{ id: expect.any(String), name: expect.anything(), ...untoldGroup }]);
    await past({ queue: queues.advice, arrived, waited: 40, due: '2026-10-05T07:20:00Z', served: 6, by: others[1] });
    const { body } = await read(admin, '?from=2026-10-05&until=2026-10-05');
    expect(body.byTeam).toMatchObject([{ visits: 6, steps: 6, service: spread(6, 6, 6) }]);
    for (const id of [aino, ...others]) expect(JSON.stringify(body)).not.toContain(id);
  });

  test('the public page tells the same middle wait of an hour of newcomers as the figures do', async () => {
    service.polku.desk.directory.forget();
    const { body } = await service
      .caller()
      .call<{ hours: { weekday: number; hour: number; minutes: number }[] }>('GET', `/api/public/points/${town.point}/waits`);
    const monday = (await read(admin, '?from=2026-11-16&until=2026-11-16')).body;
    const tuesday = (await read(admin, '?from=2026-11-17&until=2026-11-17')).body;
    const minutes = (figures: Figures, hour: number) =>
      Math.ceil((figures.byHour.find((row) => row.hour === hour)?.wait?.median ?? 0) / 60);
    expect(body.hours).toEqual([
      { weekday: 1, hour: 9, minutes: minutes(monday, 9) },
      { weekday: 2, hour: 10, minutes: minutes(tuesday, 10) },
    ]);
    expect(body.hours.map(({ minutes: told }) => told)).toEqual([6, 30]);
  });

  test('the table says the same; a name is no formula', async () => {
    const { text, headers } = await admin.call('GET', `/api/queue/points/${town.point}/figures.csv?from=2026-11-16&until=2026-11-17`);
    expect(headers['content-disposition']).toBe('attachment; filename="queue-2026-11-16-2026-11-17.csv"');
    const lines = text.replace('\uFEFF', '').split('\r\n');
    expect(lines[1]).toBe('visitor,whole visit,11,,600,2460,3000,,,,,1200,3720,4200,0.091,0.091,1,,');
    expect(lines).toContain("queue,'=1+1,6,6,1800,2760,3000,0.2,1200,1200,1200,,,,0.167,0.167,,,");
    expect(lines).toContain('estimate first,all,5,,,,,,,,,,,,,,,1,0.6');
    expect(lines).toContain('estimate latest,Neuvonta,5,,,,,,,,,,,,,,,0,1');
    const few = await admin.call('GET', `/api/queue/points/${town.point}/figures.csv?from=2026-11-18&until=2026-11-18`);
    expect(few.text).toContain('step,all,hidden,,,,');
  });

  test('are for those who keep the point; a period is a year at most and goes forward', async () => {
    expect((await read(await service.signIn(town.aino))).status).toBe(403);
    expect((await read(await service.signIn(town.nelli))).status).toBe(404);
    expect((await read(await service.signIn(await atPoint(db, town, 'point-manager')))).status).toBe(200);
    const visited = async (caller: Caller) => (await caller.call('GET', '/api/queue/visited-points')).body;
    expect(await visited(admin)).toEqual({ pointIds: [town.point] });
    expect(await visited(await service.signIn(town.aino))).toEqual({ pointIds: [] });
    expect((await read(admin, '')).body).toMatchObject({ from: '2026-11-17', until: '2026-11-23' });
    for (const query of [
      '?from=2026-11-20&until=2026-11-19',
      '?from=2025-01-01&until=2026-11-19',
      '?person=x',
      '?from=x&until=y',
      '?target=0',
      '?target=x',
    ])
      expect((await read(admin, query)).status).toBeGreaterThanOrEqual(400);
  });
});

test('what is told now is kept when it has moved by two minutes, once however many nodes do it, and not while a call is under way', async () => {
  const counter = await aCounter(db, town, [queues.advice]);
  await sql`update counter set state = 'open', person_id = ${town.aino.actor.personId}::uuid where id = ${counter}::uuid`.execute(db);
  for (const code of ['W1', 'W2', 'W3'])
    await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language) values (${town.point}::uuid, '2026-11-23', ${code}, 'kiosk', ${clock.now()}::timestamptz, 'fi') returning id)
      insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at) select id, ${town.point}::uuid, ${queues.advice}::uuid, 'waiting', ${clock.now()}::timestamptz, ${clock.now()}::timestamptz from v`.execute(
      db,
    );
  const keep = async () => keepTold(db, await boardOf(db, clock, town.point));
  expect((await Promise.all([keep(), keep()])).reduce((sum, kept) => sum + kept)).toBe(3);
  const likely = async () =>
    (
      await sql<{
        likely: number | null;
      }>`select last_likely as likely from visit_step where state = 'waiting' order by last_likely`.execute(db)
    ).rows.map((row) => row.likely);
  expect(await likely()).toEqual([0, 600, 1200]);
  clock.advance('PT1M');
  expect(await keep()).toBe(0);
  clock.advance('PT2M');
  await db.transaction().execute(async (trx) => {
    await sql`select from counter where id = ${counter}::uuid for no key update`.execute(trx);
    expect(await keep()).toBe(0);
  });
  expect(await keep()).toBe(3);
  await sql`update counter set state = 'closed', person_id = null where id = ${counter}::uuid`.execute(db);
  clock.advance('PT1S');
  expect(await keep()).toBe(3);
  expect(await likely()).toEqual([null, null, null]);
});
