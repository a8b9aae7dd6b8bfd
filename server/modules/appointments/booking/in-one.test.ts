import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { confirmInOne, holdInOne, pointsNowhere } from './in-one.ts';
import { type AppointmentRow, appointmentOf, ensureDays, type NewHold } from './queries.ts';

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
const take = (resourceIds: string[], hold = aHold()) => holdInOne(db, hold, { resourceIds, during, holders: undefined }, noKey);
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
  const error = await take([busy, free], late).catch((reason: unknown) => reason);
  expect(pointsNowhere(error)).toBe(true);
  expect(await appointmentOf(db, late.id)).toBeUndefined();
  expect(await taken([busy, free])).toEqual([busy]);
  expect((await take([free])).row).not.toBeNull();
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
