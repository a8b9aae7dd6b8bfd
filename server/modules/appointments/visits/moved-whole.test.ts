import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue, atPoint } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let aino: Caller;
let mika: Caller;
let services: string[];

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  service.polku.desk.directory.forget();
  aino = await service.signIn(town.aino);
  mika = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
  const queues = [await aQueue(db, town), await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' })];
  services = await Promise.all(queues.map((queueId) => aBookable(db, town, { minutes: 30, step: 30, queueId })));
  await sql`update bookable set organisation_id = ${town.organisations.kela}::uuid where id = ${services[1]}::uuid`.execute(db);
  for (const id of services) await aResource(db, town, { skills: [id] });
});

type Part = { id: string; serviceId: string; startsAt: string };
type Joint = { id: string; secret: string; code: string; version: number; parts: Part[] };
type Visits = { visits: { startsAt: string; parts: Part[] }[] };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Joint, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const at = ({ id }: Pick<Joint, 'id'>) => `/api/v1/booking/joint-bookings/${id}`;
const DAYS = 'from=2027-03-09&until=2027-03-09';
const wanted = ({ parts }: { parts: readonly Part[] }) => parts.map(({ serviceId, startsAt }) => ({ serviceId, startsAt }));
const partsAt = (day: string, hour: string) =>
  services.map((serviceId, n) => ({ serviceId, startsAt: `${day}T${hour}:${n === 0 ? '00' : '30'}:00Z` }));

/** A visit of the city first and of Kela after it. */
async function booked(hour: string): Promise<Joint> {
  const held = await anyone.call<Joint>(
    'POST',
    '/api/v1/booking/visits',
    { placeId: town.point, parts: partsAt('2027-03-08', hour) },
    once(),
  );
  expect(held.status, held.text).toBe(201);
  const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
  const agreed = await anyone.call<Joint>('POST', `${at(held.body)}/confirmation`, contact, { ...bearer(held.body), ...once() });
  return { ...agreed.body, secret: held.body.secret };
}
const read = async (it: Joint) => (await anyone.call<Joint>('GET', at(it), undefined, bearer(it))).body;

describe('by a site of others', () => {
  test('all parts or none, under the same code, once for one key, and never over what somebody else has changed', async () => {
    const one = await booked('08');
    const { body } = await anyone.call<Visits>('GET', `${at(one)}/times?${DAYS}`, undefined, bearer(one));
    const [to] = body.visits as [Visits['visits'][number]];
    const move = (version: number, parts: object[], key = once()) =>
      anyone.call<Joint & { code: string }>('PATCH', at(one), { version, parts }, { ...bearer(one), ...key });
    const key = once();
    const answers = [await move(one.version, wanted(to), key), await move(one.version, wanted(to), key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const moved = await read(one);
    expect(wanted(moved)).toEqual(wanted(to));
    expect([moved.code, moved.version]).toEqual([one.code, one.version + 1]);
    const back = partsAt('2027-03-08', '08');
    expect((await move(one.version, back)).body.code).toBe('appointment-changed');
    expect((await move(moved.version, back.slice(0, 1))).body.code).toBe('time-not-bookable');
    const apart = [back[0], { ...back[1], startsAt: '2027-03-08T13:30:00Z' }] as object[];
    expect((await move(moved.version, apart)).body.code).toBe('time-not-bookable');
    expect(wanted(await read(one)), 'nothing of it').toEqual(wanted(to));
    expect((await anyone.call('PATCH', at(one), { version: moved.version, parts: back }, bearer(one))).status, 'without a key').toBe(400);
    const other = await booked('10');
    expect((await anyone.call('PATCH', at(one), { version: moved.version, parts: back }, { ...bearer(other), ...once() })).status).toBe(
      404,
    );
  });
});

describe('by staff', () => {
  type Seen = { visit: { id: string; version: number; parts: Part[] } | null };
  const seenBy = async (by: Caller, id: string) => (await by.call<Seen>('GET', `/api/booking/appointments/${id}`)).body.visit;
  const url = ({ id }: Pick<Joint, 'id'>) => `/api/booking/joint-bookings/${id}/times`;

  test('who see all of it, within the notice too; audited part by part, and told as one', async () => {
    const one = await booked('11');
    await sql`update bookable set notice = 20000 where id = any(${services}::uuid[])`.execute(db);
    const visit = await seenBy(aino, one.parts[0]?.id as string);
    const page = expect.stringMatching(`/b/together/${one.secret}$`);
    expect(visit).toMatchObject({ id: one.id, version: one.version, page, parts: wanted(one) });
    const theirs = async () => (await anyone.call<Visits>('GET', `${at(one)}/times?${DAYS}`, undefined, bearer(one))).body.visits;
    await expect.poll(theirs, { timeout: 5_000 }).toEqual([]);
    const { visits } = (await aino.call<Visits>('GET', `${url(one)}?${DAYS}`)).body;
    const to = { version: one.version, parts: wanted(visits.at(-1) as Visits['visits'][number]) };
    expect((await aino.call('PUT', url(one), to)).status, 'without a key').toBe(400);
    expect((await aino.call('PUT', url(one), to, once())).status).toBe(200);
    expect((await aino.call<{ code: string }>('PUT', url(one), to, once())).body.code).toBe('appointment-changed');
    const moved = await read(one);
    expect([wanted(moved), moved.code]).toEqual([to.parts, one.code]);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_entry
      where action = 'appointment.moved' and subjects && ${one.parts.map(({ id }) => id)}::uuid[]`.execute(db);
    expect(rows[0]?.count).toBe(2);
    await sql`update bookable set notice = 0 where id = any(${services}::uuid[])`.execute(db);
    await expect.poll(theirs, { timeout: 5_000 }).not.toEqual([]);
  });

  test('the people of one authority neither move it nor learn of the other part', async () => {
    const one = await booked('12');
    const [city, kela] = one.parts.map(({ id }) => id) as [string, string];
    expect(await seenBy(mika, kela)).toBeNull();
    expect((await mika.call('GET', `/api/booking/appointments/${city}`)).status).toBe(404);
    expect((await mika.call('GET', `${url(one)}?${DAYS}`)).status).toBe(404);
    const to = { version: one.version, parts: partsAt('2027-03-10', '08') };
    expect((await mika.call('PUT', url(one), to, once())).status).toBe(404);
    expect((await aino.call('PUT', url(one), to, once())).status).toBe(200);
  });
});
