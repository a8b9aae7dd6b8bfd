import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aTown, type Town } from '../../../../testing/town.ts';
import { seedDefaults } from '../../../directory/service.ts';
import { countTally, takeBackTally } from './service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T21:59:00Z');
let town: Town;

beforeAll(async () => {
  await inTransaction(db, seedDefaults);
  town = await aTown(db, clock);
});

const count = (by = town.aino, kind = 'where-is') => countTally(town.desk, by, kind);

test('counts of a point and kind add up over its local day, and begin anew at its midnight', async () => {
  expect((await count()).today).toBe(1);
  expect((await count(town.tiina)).today).toBe(2);
  expect((await count(town.aino, 'opening-hours')).today).toBe(1);
  expect((await count(town.nelli)).today).toBe(1);
  clock.set('2026-11-23T22:00:00Z');
  expect((await count()).today).toBe(1);
});

test('is taken back within a minute, once, by those of the organisation', async () => {
  clock.set('2026-11-25T08:00:00Z');
  const { id } = await count();
  await expect(takeBackTally(town.desk, town.nelli, id)).rejects.toMatchObject({ status: 404 });
  await takeBackTally(town.desk, town.tiina, id);
  await expect(takeBackTally(town.desk, town.tiina, id)).rejects.toMatchObject({ status: 404 });
  expect((await count()).today).toBe(1);

  const late = await count();
  clock.advance({ seconds: 61 });
  await expect(takeBackTally(town.desk, town.aino, late.id)).rejects.toMatchObject({ code: 'tally-settled', status: 409 });
});

test('of kinds in use, at a front office', async () => {
  await expect(count(town.aino, 'made-up')).rejects.toMatchObject({ code: 'unknown-list-key', status: 422 });
  await expect(count(town.mika)).rejects.toMatchObject({ code: 'no-front-office', status: 409 });
});

test('names neither customer nor advisor', async () => {
  await count();
  expect(await db.selectFrom('audit_entry').select('id').execute()).toEqual([]);
  const { data } = await db
    .selectFrom('event')
    .select('data')
    .where('type', '=', 'tally.counted')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  expect(data).toEqual({ ownerOrg: town.organisations.city, pointId: town.point, kind: 'where-is' });
});
