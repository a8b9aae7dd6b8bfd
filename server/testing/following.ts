import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ArrivedAnswer } from '../modules/queue/visits/schema.ts';
import type { FixedClock } from '../platform/clock/clock.ts';
import type { App, Caller } from './app.ts';
import { aCounter, aQueue } from './floor.ts';
import { aTown } from './town.ts';

/** A counter of two queues where Aino sits, and visitors who follow their numbers on their phones. */
export async function aServedCounter(service: App, clock: FixedClock) {
  const { db, directory } = service.polku.desk;
  const town = await aTown(db, clock);
  directory.forget();
  const aino = await service.signIn(town.aino);
  const [queue, other] = [await aQueue(db, town), await aQueue(db, town, { prefix: 'B' })];
  const counter = await aCounter(db, town, [queue, other], 'Tiski 3');
  await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
  const once = () => ({ 'idempotency-key': randomUUID() });
  return {
    ...{ town, aino, queue, other, counter, once },
    async greet(rest: object = {}): Promise<ArrivedAnswer> {
      clock.advance('PT1S');
      return (await aino.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: town.point, queueId: queue, ...rest }, once())).body;
    },
    callNext: () => aino.call('POST', `/api/queue/counters/${counter}/calls`, {}, once()),
    deed: (visitId: string, deed: string, rest: object = {}) => aino.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed, ...rest }),
    /** The visitor's phone, which has opened the address of the number. */
    async open({ page }: ArrivedAnswer): Promise<Caller> {
      const { headers } = await service.caller().call('GET', new URL(page).pathname);
      return service.caller(String(headers['set-cookie']).split(';')[0]);
    },
    /** Nobody waits any more. */
    async empty(): Promise<void> {
      await sql`update visit_step set state = 'finished' where point_id = ${town.point}::uuid`.execute(db);
      clock.advance('PT2S');
    },
  };
}
