import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aQueue } from '../../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../../testing/town.ts';
import type { StaffVisit } from './schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let mika: Caller;
let nelli: Caller;
let queueId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  [aino, mika, nelli] = [await service.signIn(town.aino), await service.signIn(town.mika), await service.signIn(town.nelli)];
  queueId = await aQueue(db, town);
});

type Problem = { code: string };
type Times = { visits: { startsAt: string; parts: { serviceId: string; startsAt: string }[] }[] };
type Part = { serviceId: string; startsAt: string; stepId?: string };
const once = (key: string = randomUUID()) => ({ 'idempotency-key': key });
const customer = () => ({ name: 'Elli Esimerkki', email: `${randomUUID()}@posti.example`, phone: null });

/** The second is of Kela. */
async function twoServices(more: { who?: string; notice?: number } = {}): Promise<[string, string]> {
  const [city, kela] = [await aBookable(db, town, { queueId, ...more }), await aBookable(db, town, { queueId, ...more })];
  await sql`update bookable set organisation_id = ${town.organisations.kela}::uuid where id = ${kela}::uuid`.execute(db);
  await sql`update bookable set notice = ${more.notice ?? 0} where id in (${city}::uuid, ${kela}::uuid)`.execute(db);
  for (const skill of [city, kela]) await aResource(db, town, { skills: [skill] });
  return [city, kela];
}
const backToBack = ([first, second]: [string, string], day = '2027-03-08'): [Part, Part] => [
  { serviceId: first, startsAt: `${day}T07:00:00Z` },
  { serviceId: second, startsAt: `${day}T07:30:00Z` },
];
const book = (parts: Part[], more: object = {}, by = aino, key?: string) =>
  by.call<StaffVisit & Problem>('POST', '/api/booking/visits', { placeId: town.point, parts, customer: customer(), ...more }, once(key));
const timesOf = async (services: string[], by = aino, day = '2027-03-08') => {
  const url = `/api/booking/visit-times?services=${services}&place=${town.point}&from=${day}&until=${day}`;
  return by.call<Times & Problem>('GET', url);
};
const stepsOf = async (matterId: string) =>
  (await aino.call<{ steps: { id: string; at: string | null; state: string; place: string }[] }>('GET', `/api/matters/${matterId}`)).body
    .steps;
const lettersOf = async (jointId: string) => {
  const { rows } = await sql<{ kind: string }>`select kind from appointment_letter where joint_id = ${jointId}::uuid
    or appointment_id in (select id from appointment where joint_id = ${jointId}::uuid) order by kind`.execute(db);
  return rows.map(({ kind }) => kind);
};

describe('staff book a visit of several services', () => {
  test('at a time that is proposed, within the notice too, in one call, which repeated is the same one; told as one', async () => {
    const services = await twoServices({ notice: 20_000 });
    const proposed = (await timesOf(services)).body.visits[0] as Times['visits'][number];
    const parts = proposed.parts.map(({ serviceId, startsAt }) => ({ serviceId, startsAt }));
    expect(parts).toHaveLength(2);
    const key = randomUUID();
    const wish = { customer: customer() };
    const first = await book(parts, wish, aino, key);
    expect(first.status, first.text).toBe(201);
    const codes = new Set(first.body.parts.map(({ code }) => code));
    expect([...codes]).toEqual([expect.stringMatching(/^[2-9A-Y]{6}$/)]);
    expect(first.body.parts).toMatchObject(parts.map(({ serviceId }) => ({ serviceId, state: 'coming', customer: wish.customer })));
    expect(first.body.page).toContain('/b/together/');
    expect((await service.caller().call('GET', new URL(first.body.page).pathname)).status).toBe(303);
    const again = await book(parts, wish, aino, key);
    expect([again.status, again.body.id, again.body.parts.map(({ id }) => id)]).toEqual([
      201,
      first.body.id,
      first.body.parts.map(({ id }) => id),
    ]);
    expect((await book(parts)).body.code).toBe('time-taken');
    await expect.poll(() => lettersOf(first.body.id), { timeout: 5_000 }).toEqual(['confirmed', 'reminder']);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_entry
      where action = 'appointment.booked' and subjects && ${first.body.parts.map(({ id }) => id)}::uuid[]`.execute(db);
    expect(rows[0]?.count).toBe(2);
    const { rows: expected } = await sql<{ count: number }>`select count(distinct expected_id)::int as count from appointment
      where joint_id = ${first.body.id}::uuid and expected_id is not null`.execute(db);
    expect(expected[0]?.count, 'expected once, under one code').toBe(1);
    expect(JSON.stringify(service.lines)).not.toContain('Elli');
  });

  test('what is for staff and the invited only, for those whose it is; for others it is not there', async () => {
    const services = await twoServices({ who: 'invited' });
    await sql`update bookable set organisation_id = ${town.organisations.city}::uuid where id = any(${services}::uuid[])`.execute(db);
    const parts = backToBack(services, '2027-03-09');
    expect((await timesOf(services, mika)).status).toBe(404);
    expect((await book(parts, {}, mika)).status).toBe(404);
    expect((await timesOf(services)).body.visits.length).toBeGreaterThan(0);
    expect((await book(parts)).status).toBe(201);
  });

  test('never apart, nor one service twice', async () => {
    const services = await twoServices();
    const [first, second] = backToBack(services, '2027-03-10');
    const apart = { ...second, startsAt: '2027-03-10T12:00:00Z' };
    expect((await book([first, apart])).body.code).toBe('time-not-bookable');
    expect((await book([first, { ...second, serviceId: first.serviceId }])).status).toBe(422);
    expect((await book([first])).status).toBe(422);
  });
});

describe('of a matter', () => {
  test('each part is a step of its path, the one it was booked for too; both go with what is cancelled', async () => {
    const services = await twoServices();
    const { id: matterId } = await aMatter(town, town.aino);
    const { body: added } = await aino.call<{ id: string }>('POST', `/api/matters/${matterId}/steps`, { title: 'Käynti Kelassa' });
    const [first, second] = backToBack(services, '2027-03-11');
    const booked = await book([first, { ...second, stepId: added.id }], { matterId });
    expect(booked.status, booked.text).toBe(201);
    const [city, kela] = booked.body.parts;
    expect([city?.matter?.id, kela?.matter?.id, kela?.stepId]).toEqual([matterId, matterId, added.id]);
    const path = await stepsOf(matterId);
    expect(path.map(({ id, at }) => [id, at])).toEqual([
      [city?.stepId, '2027-03-11T07:00:00.000Z'],
      [added.id, '2027-03-11T07:30:00.000Z'],
    ]);
    for (const { id } of booked.body.parts) expect((await aino.call('DELETE', `/api/booking/appointments/${id}`)).status).toBe(204);
    expect((await stepsOf(matterId)).filter(({ state }) => state !== 'dropped')).toMatchObject([{ id: added.id, at: null }]);
  });

  test('that others keep, or on a step that is none of it: not there, and nothing stays held', async () => {
    const services = await twoServices();
    const { id: matterId } = await aMatter(town, town.aino);
    const [first, second] = backToBack(services, '2027-03-12');
    expect((await book([first, second], { matterId }, nelli)).status).toBe(404);
    expect((await book([first, second], { matterId: randomUUID() })).status).toBe(404);
    expect((await book([first, { ...second, stepId: randomUUID() }], { matterId })).status).toBe(404);
    const { rows } = await sql<{
      state: string;
    }>`select distinct state from appointment where bookable_id = any(${services}::uuid[])`.execute(db);
    expect(rows).toEqual([{ state: 'expired' }]);
    expect((await stepsOf(matterId)).filter(({ at }) => at)).toEqual([]);
    expect((await book([first, second], { matterId })).status, 'free at once').toBe(201);
  });

  test('whose customer is under turvakielto: how they are reached is not taken', async () => {
    const services = await twoServices();
    const { id: matterId } = await aMatter(town, town.aino, { customer: { givenName: 'Elli', familyName: 'Esimerkki' } });
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(db);
    const parts = backToBack(services, '2027-03-15');
    expect((await book(parts, { matterId })).body.code).toBe('customer-restricted');
  });
});
