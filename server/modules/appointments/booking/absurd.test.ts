import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const NOW = '2027-03-01T05:00:00Z';
const clock = fixedClock(NOW);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let aino: Caller;
let queueId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  queueId = await aQueue(db, town);
  aino = await service.signIn(town.aino);
});
beforeEach(() => clock.set(NOW));

type Held = { id: string; secret: string; code: string | null } & { code: string };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Held, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const at = (it: Held) => `/api/v1/booking/appointments/${it.id}`;
const hold = (serviceId: string, startsAt: string, more: object = {}) =>
  anyone.call<Held>('POST', '/api/v1/booking/holds', { serviceId, placeId: town.point, way: 'point', startsAt, ...more }, once());
const confirm = (it: Held) =>
  anyone.call<Held>(
    'POST',
    `${at(it)}/confirmation`,
    { name: 'Elli Esimerkki', email: `${it.id}@posti.example` },
    { ...bearer(it), ...once() },
  );
const daysOf = async (resource: string) =>
  (
    await sql<{ day: string }>`select day::text as day from resource_day where resource_id = ${resource}::uuid order by 1`.execute(db)
  ).rows.map(({ day }) => day);

/** A service that takes half an hour more for each who comes along, and who gives it. */
async function aService(more: { queueId?: string } = {}) {
  const bookable = await aBookable(db, town, more);
  await sql`update bookable set most_people = 4, minutes_each = 30 where id = ${bookable}::uuid`.execute(db);
  return { bookable, resource: await aResource(db, town, { skills: [bookable] }) };
}

describe('what nobody honest asks', () => {
  test.each(['0', '21', '999999999'])('free times for %s people are refused before anything is worked out', async (people) => {
    const { bookable } = await aService();
    const asked = `service=${bookable}&place=${town.point}&from=2027-03-08&until=2027-03-08&people=${people}`;
    expect((await anyone.call('GET', `/api/v1/booking/free-times?${asked}`)).status).toBe(422);
    expect((await anyone.call('GET', `/api/v1/booking/first-free-times?service=${bookable}&people=${people}`)).status).toBe(422);
  });

  test.each(['0001-01-01T00:00:00Z', '1970-01-01T08:00:00Z', '2027-02-26T08:00:00Z', '9999-12-31T23:59:59Z'])(
    'a time at %s is no time, and leaves no day behind to lock',
    async (startsAt) => {
      const { bookable, resource } = await aService();
      expect(await hold(bookable, startsAt)).toMatchObject({ status: 422, body: { code: 'time-not-bookable' } });
      expect(await daysOf(resource)).toEqual([]);
    },
  );

  test('a hold whose time has come and gone is not agreed to afterwards', async () => {
    const { bookable } = await aService();
    const held = (await hold(bookable, '2027-03-01T07:00:00Z')).body;
    clock.set('2027-03-01T07:00:01Z');
    expect(await confirm(held)).toMatchObject({ status: 409, body: { code: 'hold-expired' } });
  });
});

test('who has come is neither cancelled nor moved, though the list of the day has not heard of it yet', async () => {
  const { bookable } = await aService({ queueId });
  const held = (await hold(bookable, '2027-03-01T07:00:00Z')).body;
  expect((await confirm(held)).status).toBe(201);
  const expected = (await sql<{ id: string }>`select expected_id as id from appointment where id = ${held.id}::uuid`.execute(db)).rows[0]
    ?.id;
  const arrival = await aino.call('POST', `/api/queue/expected/${expected}/arrival`, {}, once());
  expect(arrival.status, arrival.text).toBe(201);
  const refused = { status: 409, body: { code: 'booked-already' } };
  expect(await anyone.call('DELETE', at(held), undefined, bearer(held))).toMatchObject(refused);
  expect(await anyone.call('PATCH', at(held), { startsAt: '2027-03-08T08:00:00Z' }, bearer(held))).toMatchObject(refused);
});

type Span = { startsAt: string; endsAt: string };
type Touched = { touched: { appointmentId: string; proposal: { kind: string; startsAt: string } }[] };
const minutesOf = ({ startsAt, endsAt }: Span) => Temporal.Instant.from(startsAt).until(endsAt).total('minutes');

describe('in the calendar', () => {
  const booked = async (people: number) => {
    const made = await aService();
    const held = (await hold(made.bookable, '2027-03-08T08:00:00Z', { people })).body;
    expect((await confirm(held)).status).toBe(201);
    return { ...made, held };
  };

  test('other times are long enough for all who come', async () => {
    const { held } = await booked(3);
    const url = `/api/booking/appointments/${held.id}/other-places?from=2027-03-09&until=2027-03-09`;
    const { places } = (await aino.call<{ places: Span[] }>('GET', url)).body;
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places.map(minutesOf))).toEqual(new Set([90]));
  });

  test('when who serves is away, others and other times are thought of for all who come', async () => {
    const { bookable, resource } = await aService();
    // Free for one who comes alone, at the very same time.
    await aResource(db, town, { skills: [bookable], opens: '10:00', closes: '11:00' });
    const held = (await hold(bookable, '2027-03-08T08:00:00Z', { people: 3 })).body;
    expect((await confirm(held)).status).toBe(201);
    const blocked = { startsAt: '2027-03-08T07:30:00Z', endsAt: '2027-03-08T10:00:00Z', reason: 'away' };
    const {
      body: block,
      status,
      text,
    } = await aino.call<{ id: string }>('POST', `/api/booking/resources/${resource}/blocks`, blocked, once());
    expect(status, text).toBe(201);
    const { touched } = (await aino.call<Touched>('GET', `/api/booking/blocks/${block.id}`)).body;
    expect(touched).toMatchObject([{ appointmentId: held.id, proposal: { kind: 'time', startsAt: '2027-03-08T06:00:00Z' } }]);
    const admin = await service.signIn(town.admin);
    const { times } = (await admin.call<{ times: Span[] }>('GET', `/api/booking/appointments/${held.id}/other-times`)).body;
    expect(times.length).toBeGreaterThan(0);
    expect(new Set(times.map(minutesOf))).toEqual(new Set([90]));
  });

  test('somebody who is not there takes nobody over', async () => {
    const { held } = await booked(1);
    const [row] = (await sql<{ version: number }>`select version from appointment where id = ${held.id}::uuid`.execute(db)).rows;
    const body = { version: row?.version, startsAt: '2027-03-09T08:00:00Z', to: randomUUID(), instead: null };
    const answer = await aino.call('PUT', `/api/booking/appointments/${held.id}/place`, body);
    expect(answer.status, answer.text).toBeLessThan(500);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test('one’s customer’s time opens no other service’s times', async () => {
    const { held } = await booked(1);
    const other = await aBookable(db, town, { who: 'staff' });
    await sql`update bookable set organisation_id = ${town.organisations.kela}::uuid where id = ${other}::uuid`.execute(db);
    const asked = `service=${other}&place=${town.point}&from=2027-03-09&until=2027-03-09&appointment=${held.id}`;
    expect((await aino.call('GET', `/api/booking/free-times?${asked}`)).status).toBe(404);
  });
});
