import { expect, test } from 'vitest';
import { testDatabase } from '../../server/testing/database.ts';
import { demoRequests, seedDataRequests } from './data-requests.ts';
import { seedMatters } from './matters.ts';
import { seedPeople } from './seed.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T10:00:00Z');

test('the demo has a data request that is soon due and one that has been answered, once', async () => {
  await seedPeople(db);
  await seedMatters(db, now);
  expect(await seedDataRequests(db, now)).toBe(demoRequests.length);
  expect(await seedDataRequests(db, now)).toBe(0);
  const rows = await db.selectFrom('data_request').selectAll().orderBy('asked_at', 'desc').execute();
  expect(rows.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['correct', null],
    ['erase', 'partly'],
  ]);
  const [waiting] = rows;
  const left = Temporal.PlainDate.from('2026-11-24').until(waiting?.due_on as Temporal.PlainDate).days;
  expect([left > 0, left < 7]).toEqual([true, true]);
});
