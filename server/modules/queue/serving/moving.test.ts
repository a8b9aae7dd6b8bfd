import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { follow } from '../../../platform/live/testing/follow.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { Onward, Place, QueueBoard } from '../board/schema.ts';
import type { ArrivedAnswer, VisitPage } from '../visits/schema.ts';

const clock = fixedClock('2026-11-23T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let elsewhere: Town;
let aino: Caller;
let tuulia: Caller;
let queue: string;
let second: string;
let theirs: string;
let counter: string;
let theirCounter: string;

beforeAll(async () => {
  [town, elsewhere] = [await aTown(db, clock), await aTown(db, clock)];
  service.polku.desk.directory.forget();
  [aino, tuulia] = [await service.signIn(town.aino), await service.signIn(await atPoint(db, elsewhere))];
  [queue, second, theirs] = [await aQueue(db, town), await aQueue(db, town, { prefix: 'B' }), await aQueue(db, elsewhere)];
  [counter, theirCounter] = [await aCounter(db, town, [queue, second]), await aCounter(db, elsewhere, [theirs], 'Huone 7')];
  await state(tuulia, theirCounter, 'open');
});
beforeEach(async () => {
  await sql`update visit_step set state = 'dropped', ended_at = now() where state in ('planned', 'waiting', 'called', 'serving', 'parked')`.execute(
    db,
  );
  await sql`update visit set ended_at = now(), ended_how = 'closed' where ended_at is null`.execute(db);
  await state(aino, counter, 'open');
  clock.advance('PT2S');
});

const once = () => ({ 'idempotency-key': randomUUID() });
const state = (by: Caller, at: string, it: string) => by.call('PUT', `/api/queue/counters/${at}/state`, { state: it });
const greet = async (by = aino, at = town, queueId = queue) => {
  const answer = await by.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: at.point, queueId }, once());
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};
const callNext = (by = aino, at = counter) => by.call('POST', `/api/queue/counters/${at}/calls`, {}, once());
const deed = (by: Caller, visitId: string, name: string, more: object = {}) =>
  by.call<{ code: string }>('POST', `/api/queue/visits/${visitId}/deeds`, { deed: name, ...more });
const board = async (by = aino, at = town) => (await by.call<QueueBoard>('GET', `/api/queue/points/${at.point}/board`)).body;
const stepOf = async (visitId: string, by = aino, at = town) =>
  (await board(by, at)).steps.find((step) => step.visitId === visitId && step.state !== 'planned');

describe('to another point', () => {
  test('the visitor gets a number of that point: its own counting never meets one brought along', async () => {
    const [moved, another] = [await greet(), await greet()];
    await deed(aino, moved.visitId, 'moved', { queueId: theirs });
    await deed(aino, another.visitId, 'moved', { queueId: theirs });
    const codes = [await greet(tuulia, elsewhere, theirs), await greet(tuulia, elsewhere, theirs)].map(({ code }) => code);
    const brought = (await board(tuulia, elsewhere)).steps.map(({ code }) => code);
    expect(new Set([...codes, ...brought]).size).toBe(4);
  });

  test('the new number is told with its page and place, and the other point sees who came, since when and with which needs', async () => {
    const { visitId, code, page } = await greet();
    await aino.call('PUT', `/api/queue/visits/${visitId}/needs`, { needs: ['wheelchair'] });
    const [before] = (await board()).steps;
    const { body: onward } = await aino.call<Onward>('GET', `/api/queue/points/${town.point}/onward`);
    expect(onward.points.find(({ id }) => id === elsewhere.point)?.queues).toMatchObject([{ id: theirs, waiting: 0, openCounters: 1 }]);
    const moved = await deed(aino, visitId, 'moved', { queueId: theirs });
    const there = await stepOf(visitId, tuulia, elsewhere);
    expect(moved).toMatchObject({ status: 200, body: { visitId, code: there?.code, page, place: 1, told: { likely: 0 } } });
    expect(moved.body.code).not.toBe(code);
    expect(there).toMatchObject({ needs: ['wheelchair'], waitsFrom: before?.waitsFrom, arrivedAt: before?.arrivedAt });
    expect((await tuulia.call('GET', `/api/queue/points/${town.point}/onward`)).status).toBe(404);
  });

  test('what was planned here is come back for, and can be served', async () => {
    const { visitId } = await greet();
    await callNext();
    await deed(aino, visitId, 'continued', { queueId: second });
    await deed(aino, visitId, 'moved', { queueId: theirs });
    await callNext(tuulia, theirCounter);
    const back = await deed(tuulia, visitId, 'finished');
    expect(back.status).toBe(200);
    expect(await stepOf(visitId)).toMatchObject({ state: 'waiting', queueId: second, byChain: true, code: back.body.code });
    await callNext();
    expect((await deed(aino, visitId, 'finished')).status).toBe(204);
  });

  test('the phone goes on following there, and an undone move brings the old number back', async () => {
    const address = await service.listen();
    const { visitId, page, code } = await greet();
    const opened = await service.caller().call('GET', new URL(page).pathname);
    const cookie = String(opened.headers['set-cookie']).split(';')[0] as string;
    const stream = await follow(`${address}/q/live`, { headers: { cookie } });
    await stream.untilBeat(1);
    const heard = () =>
      stream.heard
        .map(({ data }) => data as { topic: string; payload?: Place })
        .filter(({ topic }) => topic === `visit:${visitId}`)
        .map(({ payload }) => payload);
    const other = await greet();
    await deed(aino, visitId, 'moved', { queueId: theirs });
    await stream.until(() => heard().some((place) => place?.place === 1 && place.code !== code));
    // Something moves at the old point too: what stands there tells nothing to whoever has left it.
    await deed(aino, other.visitId, 'left');
    const [there] = (await board(tuulia, elsewhere)).steps;
    await deed(aino, visitId, 'undone');
    await stream.until(() => heard().at(-1)?.code === code);
    expect(heard()).not.toContain(undefined);
    expect(there?.code).not.toBeUndefined();
    expect(await stepOf(visitId)).toMatchObject({ code, state: 'waiting', queueId: queue });
    stream.drop();
  });

  test('an agreed time is kept in another queue', async () => {
    const { visitId } = await greet();
    await sql`update visit_step set due_at = ${clock.now()}::timestamptz where visit_id = ${visitId}::uuid`.execute(db);
    await deed(aino, visitId, 'moved', { queueId: second });
    expect(await stepOf(visitId)).toMatchObject({ reason: 'appointment-due', queueId: second });
  });
});

describe('taking back', () => {
  test('a move keeps the contact noted after it: the part gone back to is the matter’s too', async () => {
    const { visitId } = await greet();
    const { id: matterId } = await aMatter(town, town.aino);
    await deed(aino, visitId, 'moved', { queueId: second });
    const joined = await aino.call<{ contactId: string }>('PUT', `/api/queue/visits/${visitId}/matter`, { matterId });
    expect(joined.status, joined.text).toBe(200);
    expect((await deed(aino, visitId, 'undone')).status).toBe(204);
    const { body } = await aino.call<VisitPage>('GET', `/api/queue/visits/${visitId}`);
    expect(body.matter?.id).toBe(matterId);
    expect(body.steps).toMatchObject([{ queueId: queue, state: 'waiting', contactId: joined.body.contactId }]);
    const again = await aino.call<{ contactId: string }>('PUT', `/api/queue/visits/${visitId}/matter`, { matterId });
    expect(again.body.contactId, 'no second contact of one visit').toBe(joined.body.contactId);
  });

  test('keeps the needs noted meanwhile', async () => {
    const { visitId } = await greet();
    await callNext();
    await aino.call('PUT', `/api/queue/visits/${visitId}/needs`, { needs: ['wheelchair'] });
    expect((await deed(aino, visitId, 'undone')).status).toBe(204);
    expect(await stepOf(visitId)).toMatchObject({ state: 'waiting', needs: ['wheelchair'] });
  });

  test('does not bring back who has left by their phone', async () => {
    const { visitId, page } = await greet();
    await callNext();
    await deed(aino, visitId, 'returned');
    const opened = await service.caller().call('GET', new URL(page).pathname);
    const phone = service.caller(String(opened.headers['set-cookie']).split(';')[0]);
    const { text, headers } = await phone.call('GET', '/q');
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] as string;
    const cookie = [phone.cookie, ...[headers['set-cookie'] ?? []].flat().map((one) => String(one).split(';')[0])].join('; ');
    const left = await service.app.inject({
      method: 'POST',
      url: '/q/leaving',
      payload: `_csrf=${encodeURIComponent(token)}`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' },
    });
    expect(left.statusCode).toBe(303);
    expect((await deed(aino, visitId, 'undone')).body.code).toBe('nothing-to-undo');
  });

  test('not to a queue that is no longer used, nor to a counter one has left', async () => {
    const [first, last] = [await greet(), await greet()];
    const old = await aQueue(db, town, { prefix: 'C' });
    await deed(aino, first.visitId, 'moved', { queueId: old });
    await deed(aino, first.visitId, 'moved', { queueId: second });
    await sql`update queue set active = false where id = ${old}::uuid`.execute(db);
    expect((await deed(aino, first.visitId, 'undone')).body.code).toBe('nothing-to-undo');
    await callNext();
    const called = (await board()).steps.find((step) => step.state === 'called')?.visitId as string;
    expect([first.visitId, last.visitId]).toContain(called);
    await deed(aino, called, 'finished');
    await state(aino, counter, 'closed');
    expect((await deed(aino, called, 'undone')).body.code).toBe('counter-closed');
    await state(aino, counter, 'open');
    expect((await deed(aino, called, 'undone')).status).toBe(204);
  });
});
