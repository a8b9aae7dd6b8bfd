import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue } from '../../../testing/floor.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { expectVisit } from '../expected/service.ts';
import { forgetVisits } from './forgetting.ts';
import type { ArrivedAnswer } from './schema.ts';

const clock = fixedClock('2026-11-23T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;

test('of an old visit only what figures need stays', async () => {
  const town = await aTown(db, clock);
  const aino = await service.signIn(town.aino);
  const queue = await aQueue(db, town);
  const counter = await aCounter(db, town, [queue]);
  const { id: matterId } = await aMatter(town, town.aino);
  const once = () => ({ 'idempotency-key': randomUUID() });
  await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
  const greet = async () =>
    (await aino.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: town.point, queueId: queue, needs: ['wheelchair'] }, once()))
      .body;
  const { visitId } = await greet();
  const { visitId: open } = await greet();
  await aino.call('POST', `/api/queue/counters/${counter}/calls`, {}, once());
  await aino.call('PUT', `/api/queue/visits/${visitId}/matter`, { matterId });
  await aino.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'excluded' });
  await sql`update visit_step set excluded_ids = '{}' where visit_id = ${visitId}::uuid`.execute(db);
  await aino.call('POST', `/api/queue/counters/${counter}/calls`, {}, once());
  await aino.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'finished' });
  const expected = { pointId: town.point, queueId: queue, dueAt: clock.now(), matterId, phone: '050 000 1234' };
  await inTransaction(db, (trx) => expectVisit({ keys: service.keys }, trx, expected));

  const kept = async () => {
    const { rows } =
      await sql<object>`select v.needs, v.matter_id is not null as matter, v.secret_hash is not null as secret, s.person_id is not null as person,
        s.contact_id is not null as contact, s.called_at is not null and s.ended_at is not null as times,
        (select count(*)::int from visit_deed d where d.visit_id = v.id) as deeds,
        (select count(*)::int from visit_deed d where d.visit_id = v.id and d.before is not null) as befores,
        (select count(*)::int from expected_visit where point_id = v.point_id) as expected,
        (select count(*)::int from expected_visit where point_id = v.point_id and phone_hash is not null) as phones
      from visit v join visit_step s on s.visit_id = v.id where v.id = ${visitId}::uuid`.execute(db);
    return rows[0];
  };
  const whole = { needs: ['wheelchair'], matter: true, secret: true, person: true, contact: true, times: true };
  await forgetVisits({ db, clock });
  expect(await kept()).toMatchObject({ ...whole, befores: 4, expected: 1, phones: 1 });
  clock.advance('PT72H');
  await forgetVisits({ db, clock });
  expect(await kept()).toMatchObject({ ...whole, befores: 0, expected: 1, phones: 0 });
  clock.advance('PT2112H');
  await forgetVisits({ db, clock });
  expect(await kept()).toEqual({
    ...{ needs: [], matter: false, secret: false, person: false, contact: false, times: true },
    ...{ deeds: 0, befores: 0, expected: 0, phones: 0 },
  });
  const still = await sql`select needs from visit where id = ${open}::uuid`.execute(db);
  expect(still.rows).toEqual([{ needs: ['wheelchair'] }]);
});
