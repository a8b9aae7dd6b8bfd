import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { confirmInOne, holdInOne, pointsNowhere } from './in-one.ts';
import { type AppointmentRow, appointmentOf, ensureDays, insertHold, lockDays, type NewHold } from './queries.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const NINE = Temporal.Instant.from('2027-03-08T07:00:00Z').epochMilliseconds;
const during = { from: NINE, until: NINE + 1_800_000 };
const noKey = {
  earlier: sql`select null::uuid as "resourceId", null::int as status, null::text as "bodyHash" where false`,
  beside: () => [],
};
let town: Town;
let bookableId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  bookableId = await aBookable(db, town);
});

const aPerson = async () => {
  const id = await aResource(db, town, { skills: [bookableId] });
  await ensureDays(db, [id], ['2027-03-08']);
  return id;
};
const aHold = (): NewHold => ({
  ...{
    id: randomUUID(),
    bookableId,
    pointId: town.point,
    ownerOrg: town.organisations.city,
    way: 'point',
    ...during,
    language: 'fi',
    needs: [],
  },
  ...{ heldUntil: clock.now().add({ minutes: 10 }), secretHash: randomUUID(), holderHash: null, bookedBy: null, people: 1 },
});
/** Each as a part of its own: all of them, or nothing. */
const take = (resourceIds: string[], hold = aHold()) =>
  holdInOne(db, hold, { parts: resourceIds.map((id) => ({ among: [id], count: 1 })), during, holders: undefined }, noKey);
const taken = async (ids: string[]) => {
  const { rows } = await sql<{
    id: string;
  }>`select resource_id as id from appointment_resource where resource_id = any(${ids}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
};

test('all that is free is held; of what is taken nothing is written', async () => {
  const one = await aPerson();
  const first = await take([one]);
  expect(first.row).toMatchObject({ state: 'held', bookableId, version: 1 });
  const late = aHold();
  expect((await take([one], late)).row).toBeNull();
  expect(await appointmentOf(db, late.id)).toBeUndefined();
  expect(await taken([one])).toEqual([one]);
});

test('when a part of it is taken, the rest stays free too', async () => {
  const [busy, free] = [await aPerson(), await aPerson()];
  await take([busy]);
  const late = aHold();
  expect(await take([busy, free], late)).toMatchObject({ row: null, count: null });
  expect(await appointmentOf(db, late.id)).toBeUndefined();
  expect(await taken([busy, free])).toEqual([busy]);
  expect((await take([free])).row).not.toBeNull();
});

test('also when somebody takes a part of it while it is waited for', async () => {
  const [busy, free] = [await aPerson(), await aPerson()];
  const late = aHold();
  const trying = await inTransaction(db, async (trx) => {
    await lockDays(trx, [busy], ['2027-03-08']);
    expect(await insertHold(trx, aHold(), [busy], during, sql`select 1`)).toBeDefined();
    const begun = take([busy, free], late).catch((reason: unknown) => reason);
    await expect.poll(waitingForARow).toBeGreaterThan(0);
    return { begun };
  });
  expect(pointsNowhere(await trying.begun)).toBe(true);
  expect(await appointmentOf(db, late.id)).toBeUndefined();
  expect(await taken([busy, free])).toEqual([busy]);
});

const waitingForARow = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from pg_locks where locktype = 'transactionid' and not granted`.execute(db)).rows[0]
    ?.n;

test('of those who could take it the first who is free does, and of each part as many as it needs', async () => {
  const [first, second, third, room] = [await aPerson(), await aPerson(), await aPerson(), await aPerson()];
  await take([first]);
  const hold = aHold();
  const parts = [
    { among: [first, second, third], count: 1 },
    { among: [room], count: 1 },
  ];
  expect((await holdInOne(db, hold, { parts, during, holders: undefined }, noKey)).row).not.toBeNull();
  expect(new Set(await taken([second, third, room]))).toEqual(new Set([second, room]));
});

const agreed = { contact: 'sealed', bookerHash: null, matterId: null };
const confirm = (held: AppointmentRow, expectedId: string | null = null) =>
  confirmInOne(db, { held, hashes: [], most: 1 }, { ...agreed, expectedId }, clock.now(), noKey);

test('a hold is agreed as it was seen, and not when it has changed or nobody is expected', async () => {
  const held = (await take([await aPerson()])).row as AppointmentRow;
  expect((await confirm({ ...held, version: held.version + 1 })).row).toBeNull();
  const error = await confirm(held, randomUUID()).catch((reason: unknown) => reason);
  expect(pointsNowhere(error)).toBe(true);
  expect(await appointmentOf(db, held.id)).toMatchObject({ state: 'held', version: held.version });
  expect((await confirm(held)).row).toMatchObject({ state: 'confirmed', contact: 'sealed', version: held.version + 1 });
});
