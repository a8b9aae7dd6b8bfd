import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../../../platform/clock/clock.ts';
import { anApp } from '../../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../../testing/appointments.ts';
import { testDatabase } from '../../../../../testing/database.ts';
import { aTown } from '../../../../../testing/town.ts';
import { confirmHold } from '../../../booking/confirming.ts';
import { holdTime } from '../../../booking/holding.ts';
import { appointmentOf } from '../../../booking/queries.ts';
import { move } from '../../../booking/service.ts';
import { createCapacities } from '../../../capacity/service.ts';
import type { Booking } from '../../../types.ts';
import { addBlock, settle } from './service.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const booking = { ...service.polku.desk, keys: service.keys, capacities: createCapacities(db) } as unknown as Booking;

test('asked to choose anew in the moment in which its customer moves it: the time they have moved to stays theirs', async () => {
  const town = await aTown(db, clock);
  const bookableId = await aBookable(db, town);
  const resource = await aResource(db, town, { skills: [bookableId] });
  const [nine, noon] = ['2027-03-08T07:00:00Z', '2027-03-08T10:00:00Z'].map((at) => Temporal.Instant.from(at)) as [
    Temporal.Instant,
    Temporal.Instant,
  ];
  const input = { bookableId, pointId: town.point, way: 'point' as const, at: nine.epochMilliseconds, language: 'fi', needs: [] };
  const { resourceId: id } = await holdTime(booking, undefined, input, { kind: 'anyone', address: '192.0.2.1' });
  await confirmHold(booking, undefined, id, { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null });
  const times = { startsAt: nine, endsAt: nine.add({ hours: 1 }), reason: 'away' as const };
  const block = await addBlock(booking, undefined, town.aino, resource, times);
  const blockId = block.body.id;
  const [written, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const moving = move(booking, id, noon.epochMilliseconds, async () => {
    written.resolve();
    await released.promise;
  });
  await written.promise;
  const settling = settle(booking, town.aino, blockId, { appointmentId: id, kind: 'ask', startsAt: null });
  await expect.poll(waiting, { timeout: 5_000 }).toBeGreaterThan(0);
  released.resolve();
  await moving;
  expect(await settling).toBe('gone');
  expect(await appointmentOf(db, id)).toMatchObject({ state: 'confirmed', startsAt: noon });
});

async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`.execute(db);
  return rows[0]?.count ?? 0;
}
