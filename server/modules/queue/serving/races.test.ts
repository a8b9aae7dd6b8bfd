import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue, atPoint } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import type { Called } from './schema.ts';

const clock = fixedClock('2026-11-23T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const COUNTERS = 4;
let town: Town;
let queues: string[];
let desks: { by: Caller; at: string }[];

beforeAll(async () => {
  town = await aTown(db, clock);
  queues = [await aQueue(db, town), await aQueue(db, town, { prefix: 'B' })];
  desks = await Promise.all(
    Array.from({ length: COUNTERS }, async (_, n) => ({
      by: await service.signIn(await atPoint(db, town)),
      at: await aCounter(db, town, queues, `Tiski ${n + 1}`),
    })),
  );
});

beforeEach(async () => {
  await sql`update visit_step set state = 'dropped' where state in ('planned', 'waiting', 'called', 'serving', 'parked')`.execute(db);
  await sql`update visit set ended_at = now(), ended_how = 'closed' where ended_at is null`.execute(db);
  for (const { by, at } of desks) await state(by, at, 'open');
});

const once = () => ({ 'idempotency-key': randomUUID() });
const state = (by: Caller, at: string, it: string) => by.call<{ code: string }>('PUT', `/api/queue/counters/${at}/state`, { state: it });
const callNext = (by: Caller, at: string) => by.call<Called & { code: string }>('POST', `/api/queue/counters/${at}/calls`, {}, once());
const deed = (by: Caller, visitId: string, body: object) => by.call<{ code: string }>('POST', `/api/queue/visits/${visitId}/deeds`, body);
const greet = async (n: number) => {
  const body = { pointId: town.point, queueId: queues[n % queues.length] };
  const answer = await (desks[0] as { by: Caller }).by.call<ArrivedAnswer>('POST', '/api/queue/visits', body, once());
  expect(answer.status, answer.text).toBe(201);
  return answer.body.visitId;
};
const desk = (n: number) => desks[n % COUNTERS] as { by: Caller; at: string };

/** What can never be, however deeds fall together. */
async function impossible(): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'lost: open without a step to go on from' as what from visit v where v.ended_at is null
      and not exists (select from visit_step s where s.visit_id = v.id and s.state in ('waiting', 'called', 'serving', 'parked'))
    union all select 'over, and still in line' from visit v join visit_step s on s.visit_id = v.id
      where v.ended_at is not null and s.state in ('planned', 'waiting', 'called', 'serving', 'parked')
    union all select 'called to no counter' from visit_step where state in ('called', 'serving') and (counter_id is null or person_id is null or called_at is null)
    union all select 'called to a counter that is not open' from visit_step s join counter c on c.id = s.counter_id
      where s.state in ('called', 'serving') and (c.state <> 'open' or not c.active)
    union all select 'called by another than who sits there' from visit_step s join counter c on c.id = s.counter_id
      where s.state in ('called', 'serving') and s.person_id is distinct from c.person_id
    union all select 'waits at a counter' from visit_step where state = 'waiting' and (counter_id is not null or serving_at is not null)
    union all select 'ended without a time' from visit_step where (ended_at is null) <> (state in ('planned', 'waiting', 'called', 'serving', 'parked'))
      and state <> 'dropped'`.execute(db);
  return rows.map(({ what }) => what);
}

test('two tabs of one counter call at once: one visitor, and the other tab is told that it is busy', async () => {
  for (let round = 0; round < 8; round += 1) {
    await Promise.all([greet(0), greet(0), greet(0)]);
    const { by, at } = desk(round);
    const answers = await Promise.all([callNext(by, at), callNext(by, at), callNext(by, at)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.flatMap(({ status, body }) => (status === 409 ? [body.code] : []))).toEqual(['counter-busy', 'counter-busy']);
    await deed(by, answers.find(({ status }) => status === 200)?.body.called?.visitId ?? '', { deed: 'finished' });
  }
});

test('a counter closed while it calls has either closed or called', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { by, at } = desk(round);
    await greet(0);
    const [called, closed] = await Promise.all([callNext(by, at), state(by, at, 'closed')]);
    expect([called.status, closed.status].sort()).not.toEqual([200, 204]);
    expect(await impossible()).toEqual([]);
    if (called.body.called) await deed(by, called.body.called.visitId, { deed: 'finished' });
    await state(by, at, 'open');
  }
});

test('one person opens two counters at once, and sits at one of them', async () => {
  const { by, at } = desk(0);
  const free = [await aCounter(db, town, queues, 'Tiski 8'), await aCounter(db, town, queues, 'Tiski 9')];
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all(free.map((counter) => state(by, counter, 'open')));
    for (const { status, text } of answers) expect(status, text).toBeLessThan(500);
    await state(by, at, 'open');
  }
});

test.each([1, 2, 3])(
  'whatever is done at once, nobody is lost, at two counters or in no state: %i',
  async (seed) => {
    const random = seeded(seed);
    const visits = await Promise.all(Array.from({ length: 10 }, (_, n) => greet(n)));
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
    const deeds = [
      ...['recalled', 'serving', 'parked', 'returned', 'finished', 'no-show', 'left', 'excluded', 'undone', 'undone', 'undone'].map(
        (it) => ({
          deed: it,
        }),
      ),
      { deed: 'later', minutes: 1 },
      ...queues.flatMap((queueId) => [
        { deed: 'moved', queueId },
        { deed: 'continued', queueId },
      ]),
    ];
    for (let round = 0; round < 12; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => {
          const { by, at } = pick(desks);
          const which = random();
          if (which < 0.35) return callNext(by, at);
          if (which < 0.42) return state(by, at, pick(['open', 'open', 'break', 'closed']));
          return deed(by, pick(visits), pick(deeds));
        }),
      );
      for (const { status, text } of answers) expect(status, text).toBeLessThan(500);
      expect([...new Set(await impossible())]).toEqual([]);
      clock.advance('PT20S');
    }
  },
  60_000,
);

/** mulberry32: the same deeds each time, whatever the order in which they end. */
function seeded(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
