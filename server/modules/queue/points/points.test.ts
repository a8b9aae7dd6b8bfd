import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import type { SetUp, Trial } from './schema.ts';
import { type CalledStep, tryRules } from './trial.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let admin: Caller;
let aino: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  [admin, aino] = [await service.signIn(town.admin), await service.signIn(town.aino)];
});

type Problem = { code: string; id: string };
const once = () => ({ 'idempotency-key': randomUUID() });
const names = (text: string) => ({ fi: text, sv: text, en: text });
const at = (rest: string) => `/api/queue/points/${town.point}${rest}`;
const setUp = async () => (await admin.call<SetUp>('GET', at('/setup'))).body;
const queueInput = (rest: object = {}) => ({
  organisationId: town.organisations.dvv,
  kind: 'authority',
  name: names('Neuvonta'),
  prefix: 'X',
  ...rest,
});
const addQueue = (rest: object = {}, by = admin) => by.call<Problem>('POST', at('/queues'), queueInput(rest), once());

describe('setting up', () => {
  test('a queue and a counter that serves it, changed and taken out of use', async () => {
    const queue = (await addQueue()).body.id;
    const input = { kind: 'room', name: names('Huone 4'), direction: 'left', queueIds: [queue], suits: ['wheelchair'] };
    const counter = (await admin.call<Problem>('POST', at('/counters'), input, once())).body.id;
    expect((await setUp()).counters.find(({ id }) => id === counter)).toMatchObject({ ...input, version: 1 });
    expect((await admin.call('PATCH', `/api/queue/counters/${counter}`, { queueIds: [], version: 1 })).status).toBe(204);
    expect((await admin.call<Problem>('PATCH', `/api/queue/counters/${counter}`, { active: false, version: 1 })).body.code).toBe(
      'counter-changed',
    );
    expect((await admin.call('PATCH', `/api/queue/queues/${queue}`, { usualMinutes: 12, active: false, version: 1 })).status).toBe(204);
    expect((await setUp()).queues.find(({ id }) => id === queue)).toMatchObject({
      usualMinutes: 12,
      active: false,
      prefix: 'X',
      version: 2,
    });
    expect((await setUp()).counters.find(({ id }) => id === counter)).toMatchObject({ queueIds: [], direction: 'left' });
  });

  test('no counter named after an authority, in whatever form: displays show the name and calls say it', async () => {
    const add = (name: object) => admin.call<Problem>('POST', at('/counters'), { kind: 'desk', name }, once());
    for (const told of ['Kela', 'Kelan tiski', 'DVV 2', 'dvv-tiski'])
      expect((await add(names(told))).body.code, told).toBe('counter-name-tells');
    expect((await add({ fi: 'Tiski 9', sv: 'Disk 9', en: 'Kela desk' })).body.code).toBe('counter-name-tells');
    const counter = (await add(names('Kelloruudun tiski'))).body.id;
    const renamed = await admin.call<Problem>('PATCH', `/api/queue/counters/${counter}`, { name: names('Kela 1'), version: 1 });
    expect(renamed.body.code).toBe('counter-name-tells');
    expect((await admin.call('PATCH', `/api/queue/counters/${counter}`, { name: names('Tiski 9'), version: 1 })).status).toBe(204);
  });

  test('no letter that says whose customer one is', async () => {
    const { rows } = await sql<{
      letter: string;
    }>`select upper(left(name ->> 'fi', 1)) as letter from organisation where id = ${town.organisations.dvv}::uuid`.execute(db);
    expect((await addQueue({ prefix: rows[0]?.letter })).body.code).toBe('prefix-tells');
  });

  test('names only what is there', async () => {
    const elsewhere = await aQueue(db, await aTown(db, clock));
    expect((await addQueue({ organisationId: randomUUID() })).body.code).toBe('unknown-reference');
    expect((await addQueue({ situation: 'nonsense' })).body.code).toBe('unknown-reference');
    const counter = { kind: 'desk', name: names('Tiski'), queueIds: [elsewhere] };
    expect((await admin.call<Problem>('POST', at('/counters'), counter, once())).body.code).toBe('unknown-reference');
    expect((await admin.call<Problem>('POST', at('/counters'), { ...counter, queueIds: [], suits: ['nonsense'] }, once())).body.code).toBe(
      'unknown-special-need',
    );
  });

  test('is for those who keep the point: its people may not, for others it is not there', async () => {
    expect((await aino.call('GET', at('/setup'))).status).toBe(403);
    expect((await addQueue({}, aino)).status).toBe(403);
    const nelli = await service.signIn(town.nelli);
    expect((await nelli.call('GET', at('/setup'))).status).toBe(404);
    expect((await addQueue({}, nelli)).status).toBe(404);
  });

  test('a queue in which somebody waits, or a counter where somebody works, stays in use', async () => {
    const queue = await aQueue(db, town);
    const counter = await aCounter(db, town, [queue]);
    await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'break' });
    await aino.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: town.point, queueId: queue }, once());
    expect((await admin.call<Problem>('PATCH', `/api/queue/queues/${queue}`, { active: false, version: 1 })).body.code).toBe(
      'queue-in-use',
    );
    expect((await admin.call<Problem>('PATCH', `/api/queue/counters/${counter}`, { active: false, version: 2 })).body.code).toBe(
      'counter-taken',
    );
  });
});

describe('the order', () => {
  test('is written by its rules, over the usual one', async () => {
    const { policy } = await setUp();
    expect(policy).toMatchObject({
      version: 0,
      rules: [{ when: 'appointment-due' }, { when: 'special-need' }, { when: 'waited-over' }, { when: 'chain-continued' }],
    });
    const rules = [{ when: 'waited-over', minutes: 30 }, { when: 'appointment-due' }];
    const put = (version: number, written: unknown = rules) => admin.call<Problem>('PUT', at('/policy'), { rules: written, version });
    expect((await put(0)).status).toBe(204);
    expect((await put(0)).body.code).toBe('policy-changed');
    expect((await put(1, [{ when: 'special-need', needs: ['nonsense'] }])).body.code).toBe('unknown-special-need');
    expect((await setUp()).policy).toEqual({ rules, version: 1 });
    expect((await put(1, [])).status).toBe(204);
  });

  const MINUTE = 60_000;
  const day = Temporal.Instant.from('2026-11-22T08:00:00Z').epochMilliseconds;
  const step = (code: string, came: number, called: number, more: Partial<CalledStep> = {}): CalledStep => ({
    ...{ id: code, code, queueId: 'q', queueIds: ['q'], dueAt: null, notBefore: null, byChain: false, needs: [] },
    waitsFrom: day + came * MINUTE,
    joinedAt: day + came * MINUTE,
    calledAt: day + called * MINUTE,
    ...more,
  });

  test('is tried on a day that was: the same calls, other visitors', () => {
    const steps = [step('A1', 0, 10), step('A2', 1, 20), step('A3', 2, 30, { needs: ['cannot-stand'] })];
    const asItWas = tryRules('2026-11-22', steps, []);
    expect(asItWas).toMatchObject({
      moved: 0,
      before: { all: { visitors: 3, median: 19, longest: 28 } },
      after: { all: { median: 19, longest: 28 } },
    });
    const lifted = tryRules('2026-11-22', steps, [{ when: 'special-need', needs: ['cannot-stand'] }]);
    expect(lifted).toMatchObject({ moved: 3, after: { need: { visitors: 1, median: 8 }, others: { visitors: 2, longest: 29 } } });
  });

  test('calls nobody before they have come, nor from a queue the counter did not serve', () => {
    const steps = [
      step('A1', 0, 5),
      step('B1', 6, 10, { needs: ['cannot-stand'] }),
      step('C1', 0, 20, { queueId: 'other', queueIds: ['other'] }),
    ];
    expect(tryRules('2026-11-22', steps, [{ when: 'special-need', needs: ['cannot-stand'] }]).moved).toBe(0);
  });

  test('over HTTP: yesterday of this point', async () => {
    const queue = await aQueue(db, town, { prefix: 'Y' });
    const counter = await aCounter(db, town, [queue]);
    await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language, needs, ended_at, ended_how)
        select ${town.point}::uuid, '2026-11-22', 'Y00' || n, 'kiosk', '2026-11-22T08:00:00Z'::timestamptz + make_interval(mins => n), 'fi',
          case when n = 3 then array['cannot-stand'] else '{}' end, '2026-11-22T09:00:00Z', 'served' from generate_series(1, 3) n returning id, arrived_at, code)
      insert into visit_step (visit_id, point_id, queue_id, counter_id, state, waits_from, joined_at, called_at, serving_at, ended_at)
      select id, ${town.point}::uuid, ${queue}::uuid, ${counter}::uuid, 'finished', arrived_at, arrived_at, '2026-11-22T08:00:00Z'::timestamptz
          + right(code, 1)::int * interval '10 minutes', '2026-11-22T08:55:00Z', '2026-11-22T09:00:00Z' from v`.execute(db);
    const rules = [{ when: 'special-need', needs: ['cannot-stand'] }];
    const trial = await admin.call<Trial>('POST', at('/policy/trials'), { rules });
    expect(trial.body, trial.text).toMatchObject({
      day: '2026-11-22',
      moved: 3,
      before: { need: { median: 27 } },
      after: { need: { median: 7 } },
    });
    expect((await admin.call<Trial>('POST', at('/policy/trials'), { rules, day: '2026-11-20' })).body.before.all).toEqual({
      visitors: 0,
      median: null,
      longest: null,
    });
  });
});
