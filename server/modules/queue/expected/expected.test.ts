import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { QueueBoard } from '../board/schema.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import { type Expected, expectVisit } from './service.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let guest: Caller;
let queue: string;
let kela: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  aino = await service.signIn(town.aino);
  guest = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
  queue = await aQueue(db, town);
  kela = await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' });
});
beforeEach(() => clock.set('2026-11-23T08:00:00Z'));

const expectOne = (more: Partial<Expected> = {}) =>
  inTransaction(db, (trx) =>
    expectVisit({ keys: service.keys }, trx, { pointId: town.point, queueId: queue, dueAt: clock.now().add({ minutes: 30 }), ...more }),
  );
/** A board is drawn once a second at most. */
const board = async (by: Caller) => {
  clock.advance('PT2S');
  return (await by.call<QueueBoard>('GET', `/api/queue/points/${town.point}/board`)).body;
};
const expectedAs = async (by: Caller, id: string) => (await board(by)).expected.find((one) => one.id === id);
const greet = (id: string, by = aino) =>
  by.call<ArrivedAnswer & { code: string }>('POST', `/api/queue/expected/${id}/arrival`, undefined, { 'idempotency-key': randomUUID() });

describe('who is expected today', () => {
  test('stands on the board of those who work there, until they have come', async () => {
    const { id } = await expectOne({ language: 'sv', needs: ['wheelchair'] });
    expect(await expectedAs(aino, id)).toEqual({
      ...{ id, queueId: queue, dueAt: '2026-11-23T08:30:00Z', language: 'sv' },
      ...{ needs: ['wheelchair'], matter: null },
    });
    const { status, body } = await greet(id);
    expect(status).toBe(201);
    expect(body.code).toMatch(/^A\d{3}$/);
    expect(await expectedAs(aino, id)).toBeUndefined();
    expect((await board(aino)).steps.find(({ code }) => code === body.code)).toMatchObject({
      ...{ dueAt: '2026-11-23T08:30:00Z', language: 'sv', needs: ['wheelchair'] },
    });
    expect((await greet(id)).status).toBe(404);
  });

  test('is told of with the matter to those who see it, with the needs to those who will meet them', async () => {
    const { id: matterId } = await aMatter(town, town.aino);
    const { id } = await expectOne({ matterId, needs: ['wheelchair'] });
    expect((await expectedAs(aino, id))?.matter).toMatchObject({ id: matterId });
    expect(await expectedAs(guest, id)).toMatchObject({ queueId: queue, needs: null, matter: null });
    const { id: ofKela } = await expectOne({ matterId, queueId: kela, needs: ['wheelchair'] });
    expect(await expectedAs(guest, ofKela)).toMatchObject({ needs: ['wheelchair'], matter: null });
  });

  test('is of today by the point’s own clock, and of no other day', async () => {
    const [early, late, next] = await Promise.all(
      ['2026-11-22T22:30:00Z', '2026-11-23T21:30:00Z', '2026-11-23T22:30:00Z'].map((at) => expectOne({ dueAt: Temporal.Instant.from(at) })),
    );
    const ids = (await board(aino)).expected.map(({ id }) => id);
    expect(ids).toContain(early?.id);
    expect(ids).toContain(late?.id);
    expect(ids).not.toContain(next?.id);
    expect((await greet(next?.id as string)).body.code).toBe('not-today');
  });

  test('is greeted once by two at a time, and by nobody from elsewhere', async () => {
    const { id } = await expectOne();
    const stranger = await service.signIn((await aTown(db, clock)).aino);
    expect((await greet(id, stranger)).status).toBe(404);
    const answers = await Promise.all([greet(id), greet(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });
});

describe('who says a code at reception', () => {
  const byCode = (code: string, { by = aino, point = town.point, key = randomUUID() as string } = {}) =>
    by.call<ArrivedAnswer & { code: string }>('POST', `/api/queue/points/${point}/arrivals`, { code }, { 'idempotency-key': key });

  test('is greeted by it as it is written down, grouped or in small letters, once', async () => {
    const { id, code } = await expectOne({ language: 'sv', needs: ['wheelchair'] });
    const key = randomUUID();
    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3).toLowerCase()} `;
    const { status, body } = await byCode(typed, { key });
    expect(status).toBe(201);
    expect(body.code).toMatch(/^A\d{3}$/);
    // A lost answer, sent again.
    expect((await byCode(typed, { key })).body).toMatchObject({ visitId: body.visitId, code: body.code });
    expect((await board(aino)).steps.find((step) => step.code === body.code)).toMatchObject({ language: 'sv', needs: ['wheelchair'] });
    expect(await expectedAs(aino, id)).toBeUndefined();
    expect(await byCode(code)).toMatchObject({ status: 404, body: { code: 'arrival-code' } });
  });

  test('of two counters that type the same code one greets', async () => {
    const { code } = await expectOne();
    const answers = await Promise.all([byCode(code), byCode(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  test('nobody is found by another day’s code, at another point, by what is no code, or by who does not work there', async () => {
    const { code } = await expectOne();
    const tomorrow = await expectOne({ dueAt: clock.now().add({ hours: 24 }) });
    for (const typed of [tomorrow.code, 'ZZZZZZ', '---'])
      expect(await byCode(typed)).toMatchObject({ status: 404, body: { code: 'arrival-code' } });
    const other = await aTown(db, clock);
    const stranger = await service.signIn(other.aino);
    expect(await byCode(code, { by: stranger })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await byCode(code, { by: stranger, point: other.point })).status).toBe(404);
    expect((await byCode(code)).status).toBe(201);
  });
});

describe('a misclick on who has come', () => {
  const aCounterOf = async (by: Caller) => {
    const counter = await aCounter(db, town, [queue]);
    await by.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
    return counter;
  };
  const takeBack = (visitId: string, by = aino) =>
    by.call<{ code: string }>('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'undone', of: 'arrived' });

  test('is taken back within a minute: they are to come again, and no visit has been', async () => {
    const { id } = await expectOne({ needs: ['wheelchair'] });
    const { visitId, code, page } = (await greet(id)).body;
    expect((await takeBack(visitId)).status).toBe(204);
    expect(await expectedAs(aino, id)).toMatchObject({ id, dueAt: '2026-11-23T08:30:00Z', needs: ['wheelchair'] });
    expect((await board(aino)).steps.map((step) => step.code)).not.toContain(code);
    expect((await sql`select from visit where id = ${visitId}::uuid`.execute(db)).rows).toHaveLength(0);
    expect((await service.caller().call('GET', new URL(page).pathname)).status).toBe(404);
    expect((await takeBack(visitId)).status).toBe(404);
    const again = await greet(id);
    expect(again.status).toBe(201);
    expect(again.body.code).not.toBe(code);
    const { rows } = await sql<{
      action: string;
    }>`select action from audit_entry where ${visitId}::uuid = any(subjects) and action like 'visit.%' order by id`.execute(db);
    expect(rows.map(({ action }) => action)).toEqual(['visit.arrived', 'visit.undone']);
  });

  test('stands after a minute, once something was done, and for everybody else', async () => {
    const [late, called, noted, others] = await Promise.all([1, 2, 3, 4].map(() => expectOne()));
    const arrived = async (it: { id: string } | undefined) => (await greet(it?.id as string)).body;
    const first = await arrived(late);
    clock.advance('PT61S');
    expect((await takeBack(first.visitId)).body.code).toBe('nothing-to-undo');
    const second = await arrived(called);
    const counter = await aCounterOf(aino);
    const steps = (await board(aino)).steps;
    const stepId = steps.find(({ visitId }) => visitId === second.visitId)?.id;
    expect((await aino.call('POST', `/api/queue/counters/${counter}/calls`, { stepId }, { 'idempotency-key': randomUUID() })).status).toBe(
      200,
    );
    expect((await takeBack(second.visitId)).body.code).toBe('nothing-to-undo');
    const third = await arrived(noted);
    await aino.call('PUT', `/api/queue/visits/${third.visitId}/needs`, { needs: ['hearing'] });
    expect((await takeBack(third.visitId)).body.code).toBe('nothing-to-undo');
    const fourth = await arrived(others);
    const stranger = await service.signIn((await aTown(db, clock)).aino);
    expect((await takeBack(fourth.visitId, stranger)).status).toBe(404);
    expect((await takeBack(fourth.visitId, guest)).body.code).toBe('nothing-to-undo');
    expect((await takeBack(fourth.visitId)).status).toBe(204);
  });

  test('loses to a call that comes at the same moment, or comes first: never both', async () => {
    await sql`update visit_step set state = 'finished' where point_id = ${town.point}::uuid`.execute(db);
    const caller = await service.signIn(await atPoint(db, town));
    const counter = await aCounterOf(caller);
    for (let round = 0; round < 8; round++) {
      const { id } = await expectOne({ dueAt: clock.now() });
      const { visitId } = (await greet(id)).body;
      const call = () =>
        caller.call<{ called: object | null }>('POST', `/api/queue/counters/${counter}/calls`, {}, { 'idempotency-key': randomUUID() });
      const [undone, answer] = await Promise.all([takeBack(visitId), call()]);
      expect([undone.status, answer.status, answer.body.called === null]).toEqual(
        undone.status === 204 ? [204, 200, true] : [409, 200, false],
      );
      if (undone.status === 204) continue;
      await caller.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'finished' });
    }
  });
});
