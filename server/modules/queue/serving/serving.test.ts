import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { OrderAnswer, QueueBoard } from '../board/schema.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import type { Called } from './schema.ts';

const clock = fixedClock('2026-11-23T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let reception: Caller;
let aino: Caller;
let mika: Caller;
let queue: string;
let kela: string;
let counter: string;
let kelaCounter: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  const byMika = await atPoint(db, town, 'authority-specialist', town.organisations.kela);
  [reception, aino, mika] = await Promise.all([
    service.signIn(await atPoint(db, town, 'receptionist')),
    service.signIn(town.aino),
    service.signIn(byMika),
  ]);
  [queue, kela] = [await aQueue(db, town), await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' })];
  [counter, kelaCounter] = [await aCounter(db, town, [queue]), await aCounter(db, town, [kela], 'Huone 2')];
  await open(aino, counter);
  await open(mika, kelaCounter);
});

const once = () => ({ 'idempotency-key': randomUUID() });
const open = (by: Caller, at: string, state = 'open') => by.call<{ code: string }>('PUT', `/api/queue/counters/${at}/state`, { state });
const greet = async (rest: object = {}, by = reception) => {
  clock.advance('PT10S');
  const answer = await by.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: town.point, queueId: queue, ...rest }, once());
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};
const callNext = (by: Caller, at: string, body: object = {}, key = once()) =>
  by.call<Called & { code: string }>('POST', `/api/queue/counters/${at}/calls`, body, key);
const deed = (by: Caller, visitId: string, body: object) => by.call<{ code: string }>('POST', `/api/queue/visits/${visitId}/deeds`, body);
const done = async (by: Caller, visitId: string, ...deeds: (string | object)[]) => {
  for (const it of deeds) expect(await deed(by, visitId, typeof it === 'string' ? { deed: it } : it)).toMatchObject({ status: 204 });
};
const board = async (by = reception) => (await by.call<QueueBoard>('GET', `/api/queue/points/${town.point}/board`)).body;
const stepOf = async (visitId: string, by = reception) => (await board(by)).steps.filter((step) => step.visitId === visitId);
const waiting = async () =>
  (await board()).steps.filter(({ state, queueId }) => state === 'waiting' && queueId === queue).map(({ code }) => code);

/** Each test begins with an empty room. */
beforeEach(async () => {
  await sql`update visit_step set state = 'finished', ended_at = ${clock.now()}::timestamptz where point_id = ${town.point}::uuid`.execute(
    db,
  );
  clock.advance('PT2S');
});

describe('a visitor', () => {
  test('gets a number that says nothing of whose customer they are, a place and an honest wait', async () => {
    const [first, second] = [await greet(), await greet()];
    expect(first.code).toMatch(/^A\d{3}$/);
    expect(Number(second.code.slice(1))).toBe(Number(first.code.slice(1)) + 1);
    expect([first.place, second.place]).toEqual([1, 2]);
    expect([first.told?.likely, second.told?.likely]).toEqual([0, 10]);
    expect(first.page).toMatch(/^https:\/\/polku\.example\/q\/[\w-]{27}$/);
  });

  test('is the same one when the call is repeated after a lost answer', async () => {
    const key = once();
    const body = { pointId: town.point, queueId: queue };
    const [first, again] = [
      await reception.call<ArrivedAnswer>('POST', '/api/queue/visits', body, key),
      await reception.call<ArrivedAnswer>('POST', '/api/queue/visits', body, key),
    ];
    expect(again.body).toMatchObject({ visitId: first.body.visitId, code: first.body.code, page: first.body.page });
  });

  test('is called, served and finished; each deed only when it fits', async () => {
    const { visitId, code } = await greet();
    expect((await callNext(aino, counter)).body.called).toMatchObject({ visitId, code });
    expect((await callNext(aino, counter)).body.code).toBe('counter-busy');
    expect((await deed(aino, visitId, { deed: 'later', minutes: 5 })).status).toBe(204);
    expect((await deed(aino, visitId, { deed: 'finished' })).body.code).toBe('deed-does-not-fit');
    expect((await callNext(aino, counter)).body.called).toBeNull();
    clock.advance('PT5M');
    expect((await callNext(aino, counter)).body.called?.code).toBe(code);
    await done(aino, visitId, 'recalled', 'serving', 'finished');
    expect((await deed(aino, visitId, { deed: 'serving' })).body.code).toBe('visit-over');
    expect(await stepOf(visitId)).toEqual([]);
  });

  test('keeps the number and the arrival through a chain over two authorities', async () => {
    const { visitId, code } = await greet();
    const other = await greet({ queueId: kela });
    await callNext(aino, counter);
    await done(aino, visitId, 'serving', { deed: 'continued', queueId: kela });
    expect((await stepOf(visitId)).map(({ state }) => state).sort()).toEqual(['planned', 'serving']);
    expect(
      (await callNext(mika, kelaCounter, { stepId: (await stepOf(visitId)).find(({ state }) => state === 'planned')?.id })).body.code,
    ).toBe('no-longer-waiting');
    await done(aino, visitId, 'finished');
    const [step] = await stepOf(visitId);
    expect(step).toMatchObject({ state: 'waiting', queueId: kela, byChain: true, code, reason: 'chain-continued', place: 1 });
    expect(step?.waitsFrom).toBe(step?.arrivedAt);
    expect((await callNext(mika, kelaCounter)).body.called?.code).toBe(code);
    await done(mika, visitId, 'serving', 'finished');
    expect((await callNext(mika, kelaCounter)).body.called?.code).toBe(other.code);
    await done(mika, other.visitId, 'no-show');
  });

  test('keeps the arrival when moved to another queue, and goes back to the old place from a break', async () => {
    const [early, late] = [await greet(), await greet({ queueId: kela })];
    const [before] = await stepOf(early.visitId);
    await callNext(aino, counter);
    await done(aino, early.visitId, 'parked', 'returned', { deed: 'moved', queueId: kela });
    const [after] = await stepOf(early.visitId);
    expect(after).toMatchObject({ waitsFrom: before?.waitsFrom, queueId: kela, place: 1 });
    expect((await callNext(mika, kelaCounter)).body.called?.code).toBe(early.code);
    await done(mika, early.visitId, 'left');
    await callNext(mika, kelaCounter);
    await done(mika, late.visitId, 'finished');
  });
});

describe('a misclick', () => {
  test.each<[string, (string | object)[], string]>([
    ['a call', [], 'waiting'],
    ['the end', ['serving', 'finished'], 'serving'],
    ['a no-show', ['no-show'], 'called'],
    ['a move', [{ deed: 'moved', queueId: 'kela' }], 'called'],
  ])('is undone: %s', async (_, deeds, state) => {
    const { visitId } = await greet();
    await callNext(aino, counter);
    await done(aino, visitId, ...deeds.map((it) => (typeof it === 'object' ? { ...it, queueId: kela } : it)), 'undone');
    const [step, ...others] = await stepOf(visitId);
    expect(step).toMatchObject({ state, queueId: queue });
    expect(others).toEqual([]);
    if (state === 'waiting') await callNext(aino, counter);
    await done(aino, visitId, 'finished');
  });

  test('is not undone by another, after a minute, or over the next visitor', async () => {
    const [first, second] = [await greet(), await greet()];
    await callNext(aino, counter);
    await done(aino, first.visitId, 'finished');
    expect((await deed(reception, first.visitId, { deed: 'undone' })).body.code).toBe('nothing-to-undo');
    await callNext(aino, counter);
    expect((await deed(aino, first.visitId, { deed: 'undone' })).body.code).toBe('counter-busy');
    await done(aino, second.visitId, 'finished');
    clock.advance('PT61S');
    expect((await deed(aino, first.visitId, { deed: 'undone' })).body.code).toBe('nothing-to-undo');
  });
});

describe('who may', () => {
  test('those who work at the point; for others nothing of it exists', async () => {
    const { visitId } = await greet();
    const elsewhere = await service.signIn(town.nelli);
    for (const status of await Promise.all([
      elsewhere.call('GET', `/api/queue/points/${town.point}/board`),
      elsewhere.call('POST', '/api/queue/visits', { pointId: town.point, queueId: queue }, once()),
      callNext(elsewhere, counter),
      open(elsewhere, counter),
      deed(elsewhere, visitId, { deed: 'left' }),
    ]))
      expect(status.status).toBe(404);
    expect((await deed(mika, visitId, { deed: 'left' })).body.code).toBe('not-your-queue');
    await done(reception, visitId, 'left');
  });

  test('needs are for those who meet the visitor', async () => {
    const { visitId } = await greet({ needs: ['wheelchair'] });
    expect((await stepOf(visitId))[0]?.needs).toEqual(['wheelchair']);
    expect((await stepOf(visitId, mika))[0]?.needs).toBeNull();
    expect((await reception.call<{ code: string }>('PUT', `/api/queue/visits/${visitId}/needs`, { needs: ['nonsense'] })).body.code).toBe(
      'unknown-special-need',
    );
    await done(reception, visitId, 'left');
  });

  test('one who may not serve them is never given them', async () => {
    const { visitId } = await greet();
    const [step] = await stepOf(visitId);
    await callNext(aino, counter);
    await done(aino, visitId, 'excluded');
    expect((await callNext(aino, counter)).body.called).toBeNull();
    expect((await callNext(aino, counter, { stepId: step?.id })).status).toBe(403);
    await done(reception, visitId, 'left');
  });

  test('one sits at one counter, and nobody at a colleague’s', async () => {
    expect((await open(reception, counter)).body.code).toBe('counter-taken');
    const another = await aCounter(db, town, [queue]);
    await open(aino, another);
    expect((await board()).counters.find(({ id }) => id === counter)).toMatchObject({ state: 'closed', personId: null });
    await open(aino, counter);
  });
});

test('the order is explained', async () => {
  const [first, second] = [await greet(), await greet({ needs: ['cannot-stand'] })];
  const [a, b] = [(await stepOf(first.visitId))[0], (await stepOf(second.visitId))[0]];
  expect(await waiting()).toEqual([second.code, first.code]);
  const why = async (x = '', y = '') => (await reception.call<OrderAnswer>('GET', `/api/queue/steps/${x}/before/${y}`)).body.why;
  expect(await why(b?.id, a?.id)).toBe('special-need');
  expect(await why(a?.id, b?.id)).toBeNull();
});

test('why one goes first tells nobody else that the visitor has a special need', async () => {
  const [first, second] = [await greet(), await greet({ needs: ['cannot-stand'] })];
  const [own] = await stepOf(second.visitId);
  expect(own?.reason).toBe('special-need');
  expect((await stepOf(second.visitId, mika))[0]).toMatchObject({ reason: 'priority', needs: null });
  await callNext(aino, counter, { stepId: (await stepOf(first.visitId))[0]?.id });
  await done(aino, first.visitId, { deed: 'moved', queueId: kela });
  const [moved] = await stepOf(first.visitId);
  const why = async (by: Caller) => (await by.call<OrderAnswer>('GET', `/api/queue/steps/${own?.id}/before/${moved?.id}`)).body.why;
  expect([await why(reception), await why(mika)]).toEqual(['special-need', 'priority']);
  // A chain is lifted too: it looks just the same to others, so that neither can be told from the other.
  await callNext(aino, counter);
  await done(aino, second.visitId, { deed: 'continued', queueId: queue }, 'finished');
  const [chained] = await stepOf(second.visitId, mika);
  expect(chained).toMatchObject({ reason: 'priority', byChain: false, joinedAt: chained?.arrivedAt });
});

test('a visit about a matter becomes its contact, once', async () => {
  const { id: matterId } = await aMatter(town, town.aino);
  const { visitId } = await greet();
  await callNext(aino, counter);
  const join = () => aino.call<{ contactId: string }>('PUT', `/api/queue/visits/${visitId}/matter`, { matterId });
  const [first, again] = [await join(), await join()];
  expect(first.status, first.text).toBe(200);
  expect(again.body).toEqual(first.body);
  expect((await mika.call('PUT', `/api/queue/visits/${visitId}/matter`, { matterId })).status).toBe(403);
  await done(aino, visitId, 'finished');
});

describe('at once', () => {
  test('50 counters call from a queue of 500: nobody twice, nobody lost, nobody overtaken by more than the counters', async () => {
    const crowd = await aQueue(db, town, { prefix: 'C' });
    const counters = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const by = await atPoint(db, town);
        const at = await aCounter(db, town, [crowd], `Tiski ${n}`);
        const caller = await service.signIn(by);
        await open(caller, at);
        return { caller, at };
      }),
    );
    await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language)
        select ${town.point}::uuid, '2026-11-23', 'C' || n, 'kiosk', ${clock.now()}::timestamptz - make_interval(secs => 1000 - n), 'fi' from generate_series(1, 500) n
        returning id, point_id, arrived_at)
      insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at) select id, point_id, ${crowd}::uuid, 'waiting', arrived_at, arrived_at from v`.execute(
      db,
    );
    const called: number[] = [];
    await Promise.all(
      counters.map(async ({ caller, at }) => {
        for (;;) {
          const answer = await callNext(caller, at);
          expect(answer.status, answer.text).toBe(200);
          const visit = answer.body.called;
          if (!visit) return;
          called.push(Number(visit.code.slice(1)));
          await done(caller, visit.visitId, 'finished');
        }
      }),
    );
    expect(called.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
    const { rows } = await sql<{ code: string }>`select v.code from visit_deed d join visit v on v.id = d.visit_id
      where d.deed = 'called' and v.code like 'C%' order by d.ctid`.execute(db);
    expect(rows).toHaveLength(500);
    const displaced = called.map((number, place) => Math.abs(number - 1 - place));
    expect(Math.max(...displaced)).toBeLessThanOrEqual(50);
  }, 120_000);

  test('a double tap calls one', async () => {
    const [first, second] = [await greet(), await greet()];
    const key = once();
    const answers = await Promise.all([callNext(aino, counter, {}, key), callNext(aino, counter, {}, key)]);
    expect(answers.map(({ body }) => body.called?.code)).toEqual([first.code, first.code]);
    const taps = await Promise.all([deed(aino, first.visitId, { deed: 'finished' }), deed(aino, first.visitId, { deed: 'finished' })]);
    expect(taps.map(({ status }) => status).sort()).toEqual([204, 409]);
    await done(reception, second.visitId, 'left');
  });

  test('two receptions give numbers: all different', async () => {
    const codes = (await Promise.all(Array.from({ length: 40 }, () => greet()))).map(({ code }) => code);
    expect(new Set(codes).size).toBe(40);
  });
});
