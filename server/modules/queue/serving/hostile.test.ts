import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { QueueBoard } from '../board/schema.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import type { Called } from './schema.ts';

const clock = fixedClock('2026-11-23T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let mika: Caller;
let queue: string;
let kela: string;
let counter: string;
let kelaCounter: string;
let mikaId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  const byMika = await atPoint(db, town, 'authority-specialist', town.organisations.kela);
  mikaId = byMika.actor.personId;
  [aino, mika] = [await service.signIn(town.aino), await service.signIn(byMika)];
  [queue, kela] = [await aQueue(db, town), await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' })];
  [counter, kelaCounter] = [await aCounter(db, town, [queue]), await aCounter(db, town, [kela, queue], 'Huone 2')];
});

/** Each test begins with an empty room. */
beforeEach(async () => {
  await sql`update visit_step set state = 'finished', ended_at = now() where point_id = ${town.point}::uuid`.execute(db);
  clock.advance('PT2S');
  await open(aino, counter);
  await open(mika, kelaCounter);
});

const once = () => ({ 'idempotency-key': randomUUID() });
const open = (by: Caller, at: string, state = 'open') => by.call('PUT', `/api/queue/counters/${at}/state`, { state });
const greet = async (queueId = queue) => {
  clock.advance('PT10S');
  return (await aino.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: town.point, queueId }, once())).body;
};
const callNext = (by: Caller, at: string, body: object = {}) =>
  by.call<Called & { code: string }>('POST', `/api/queue/counters/${at}/calls`, body, once());
const deed = (by: Caller, visitId: string, body: object) => by.call<{ code: string }>('POST', `/api/queue/visits/${visitId}/deeds`, body);
const done = async (by: Caller, visitId: string, ...bodies: object[]) => {
  for (const body of bodies) expect(await deed(by, visitId, body)).toMatchObject({ status: 204 });
};
const stepsOf = async (visitId: string) => {
  clock.advance('PT2S');
  const { body } = await aino.call<QueueBoard>('GET', `/api/queue/points/${town.point}/board`);
  return body.steps.filter((step) => step.visitId === visitId);
};

describe('who may not serve a visitor (hallintolaki 27-28 §)', () => {
  test('is not given them in the next step of the chain either, whichever came first', async () => {
    for (const bodies of [
      [
        { deed: 'continued', queueId: kela },
        { deed: 'excluded', personId: mikaId },
      ],
      [
        { deed: 'excluded', personId: mikaId },
        { deed: 'continued', queueId: kela },
      ],
    ]) {
      const { visitId } = await greet();
      await done(aino, visitId, ...bodies);
      await callNext(aino, counter);
      await done(aino, visitId, { deed: 'serving' }, { deed: 'finished' });
      expect((await stepsOf(visitId)).map(({ state, queueId }) => [state, queueId])).toEqual([['waiting', kela]]);
      expect((await callNext(mika, kelaCounter)).body.called).toBeNull();
      await done(aino, visitId, { deed: 'left' });
    }
  });

  test('is somebody who is known here', async () => {
    const { visitId } = await greet();
    expect((await deed(aino, visitId, { deed: 'excluded', personId: randomUUID() })).body.code).toBe('unknown-choice');
    await done(aino, visitId, { deed: 'left' });
  });
});

describe('an authority’s specialist', () => {
  test('calls no visitor of another authority, at whatever counter', async () => {
    const { visitId } = await greet();
    const [step] = await stepsOf(visitId);
    expect((await callNext(mika, kelaCounter)).body.called).toBeNull();
    expect((await callNext(mika, kelaCounter, { stepId: step?.id })).body.code).toBe('not-your-queue');
    const own = await greet(kela);
    expect((await callNext(mika, kelaCounter)).body.called?.code).toBe(own.code);
    await done(mika, own.visitId, { deed: 'finished' });
  });
});

describe('a double tap', () => {
  test('plans the next step once', async () => {
    const { visitId } = await greet();
    await callNext(aino, counter);
    await done(aino, visitId, { deed: 'continued', queueId: kela });
    expect((await deed(aino, visitId, { deed: 'continued', queueId: kela })).body.code).toBe('deed-does-not-fit');
    expect((await stepsOf(visitId)).filter(({ state }) => state === 'planned')).toHaveLength(1);
    await done(aino, visitId, { deed: 'left' });
  });

  test('takes back one deed, not the one before it too', async () => {
    const { visitId } = await greet();
    await callNext(aino, counter);
    await done(aino, visitId, { deed: 'serving' });
    const answers = await Promise.all([1, 2].map(() => deed(aino, visitId, { deed: 'undone', of: 'serving' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await stepsOf(visitId)).map(({ state }) => state)).toEqual(['called']);
    await done(aino, visitId, { deed: 'finished' });
  });

  test('moves to another queue once', async () => {
    const { visitId } = await greet();
    const answers = await Promise.all([1, 2].map(() => deed(aino, visitId, { deed: 'moved', queueId: kela })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await done(aino, visitId, { deed: 'left' });
  });
});
