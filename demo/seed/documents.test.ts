import { expect, test } from 'vitest';
import { testDatabase } from '../../server/testing/database.ts';
import { demoDocuments } from './documents/list.ts';
import { seedDocuments } from './documents.ts';
import { seedMatters } from './matters.ts';
import { seedPeople } from './seed.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T10:00:00Z');

test('the demo has papers at each stage, once, whose way leads where they are', async () => {
  await seedPeople(db);
  await seedMatters(db, now);
  expect(await seedDocuments(db, now)).toBe(demoDocuments.length);
  expect(await seedDocuments(db, now)).toBe(0);
  const documents = await db.selectFrom('document').selectAll().execute();
  expect(new Set(documents.map(({ state }) => state))).toEqual(new Set(['here', 'on-way', 'with-authority', 'returned']));
  for (const one of documents) {
    const events = await db.selectFrom('document_event').selectAll().where('document_id', '=', one.id).orderBy('seq').execute();
    expect(events[0]).toMatchObject({ kind: 'received', at: one.arrived_at });
    const times = events.map(({ at }) => at.epochMilliseconds);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(now.epochMilliseconds);
  }
});
