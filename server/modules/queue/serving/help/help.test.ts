import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../../testing/floor.ts';
import { aTown, type Town } from '../../../../testing/town.ts';
import type { CounterCalls } from './schema.ts';

const clock = fixedClock('2026-11-23T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let counter: string;
let [aino, leo, mika]: Caller[] = [];
const by = (caller?: Caller) => caller as Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  [aino, leo, mika] = await Promise.all([
    service.signIn(town.aino),
    service.signIn(await atPoint(db, town, 'receptionist')),
    service.signIn(await atPoint(db, town)),
  ]);
  counter = await aCounter(db, town, [await aQueue(db, town)]);
  await state('open');
});

const state = (it: string) => by(aino).call('PUT', `/api/queue/counters/${counter}/state`, { state: it });
const ask = (caller?: Caller) => by(caller).call<{ code: string }>('PUT', `/api/queue/counters/${counter}/help`);
const come = (caller?: Caller) => by(caller).call<{ code: string }>('PUT', `/api/queue/counters/${counter}/help/taker`);
const end = (caller?: Caller) => by(caller).call<{ code: string }>('DELETE', `/api/queue/counters/${counter}/help`);
const heard = async (caller?: Caller) =>
  (await by(caller).call<CounterCalls>('GET', `/api/queue/points/${town.point}/counter-calls`)).body.calls;

test('a colleague is asked to one’s counter, one comes, and the others hear no more of it', async () => {
  expect((await ask(leo)).body.code).toBe('not-at-counter');
  expect((await come(leo)).body.code).toBe('help-ended');
  expect([(await ask(aino)).status, (await ask(aino)).status]).toEqual([204, 204]);
  expect(await heard(leo)).toMatchObject([{ id: counter, counter: { fi: 'Tiski 1' }, taker: null, isOwn: false, isTaker: false }]);
  expect((await come(aino)).body.code, 'not to one’s own').toBe('help-ended');
  expect((await come(leo)).status).toBe(204);
  expect((await come(mika)).body.code).toBe('help-taken');
  expect((await heard(aino))[0]).toMatchObject({ taker: expect.any(String), isOwn: true });
  expect([await heard(leo), await heard(mika)]).toMatchObject([[{ isTaker: true }], []]);
  expect((await end(mika)).body.code).toBe('not-at-counter');
  expect((await end(leo)).status).toBe(204);
  expect(await heard(aino)).toEqual([]);
});

test('whoever leaves the counter needs nobody there', async () => {
  await ask(aino);
  await state('break');
  expect(await heard(leo)).toHaveLength(1);
  await state('closed');
  expect(await heard(leo)).toEqual([]);
  await state('open');
});

test('those who do not work at the point hear of nothing', async () => {
  const nelli = await service.signIn(town.nelli);
  expect([(await ask(nelli)).status, (await come(nelli)).status, (await end(nelli)).status]).toEqual([404, 404, 404]);
  expect((await nelli.call('GET', `/api/queue/points/${town.point}/counter-calls`)).status).toBe(404);
});
