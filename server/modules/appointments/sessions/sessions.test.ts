import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let aino: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  aino = await service.signIn(town.aino);
});

type Held = { id: string; secret: string; code: string | null; state: string };
const once = () => ({ 'idempotency-key': randomUUID() });
const bearer = ({ secret }: Pick<Held, 'secret'>) => ({ authorization: `Bearer ${secret}` });
const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
const statuses = (answers: readonly { status: number }[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, those]) => [status, those.length]));

async function aFixedService(more: { most?: number; people?: number } = {}): Promise<string> {
  const id = await aBookable(db, town, { minutes: 60, most: more.most ?? 50 });
  await sql`update bookable set fixed = true, most_people = ${more.people ?? 1} where id = ${id}::uuid`.execute(db);
  await aResource(db, town, { skills: [id] });
  return id;
}
const arrange = (bookableId: string, starts: string[], capacity = 20, by: Caller = aino) =>
  by.call<{ sessionIds: string[]; seriesId: string | null; code?: string }>(
    'POST',
    '/api/booking/meetings',
    { bookableId, pointId: town.point, way: 'point', capacity, course: starts.length > 1, starts },
    once(),
  );
const aMeeting = async (at: string, capacity = 20, more: { people?: number } = {}) =>
  (await arrange(await aFixedService(more), [at], capacity)).body.sessionIds[0] as string;
const seat = (id: string, body: object = {}, key = once()) => anyone.call<Held>('POST', `/api/v1/booking/sessions/${id}/holds`, body, key);
const confirm = (it: Held) =>
  anyone.call<Held>('POST', `/api/v1/booking/appointments/${it.id}/confirmation`, contact, { ...bearer(it), ...once() });
const cancel = (it: Held) => anyone.call('DELETE', `/api/v1/booking/appointments/${it.id}`, undefined, bearer(it));
const freeOf = async (id: string) => {
  const { body } = await anyone.call<{ sessions: { id: string; free: number }[] }>('GET', '/api/v1/booking/sessions');
  return body.sessions.find((one) => one.id === id)?.free;
};
/** By staff, through the time of its room and leader. */
async function moveTo(id: string, version: number, startsAt: string) {
  const { rows } = await sql<{ houseId: string }>`select house_id as "houseId" from booking_session where id = ${id}::uuid`.execute(db);
  return aino.call('PUT', `/api/booking/appointments/${rows[0]?.houseId}/place`, { version, startsAt });
}

/** As it stands, not as it is counted. */
async function takenNow(id: string): Promise<{ counted: number; there: number }> {
  const { rows } = await sql<{
    counted: number;
    there: number;
  }>`select s.taken as counted, (select coalesce(sum(people), 0)::int from appointment a
    where a.session_id = s.id and a.state in ('held', 'confirmed')) as there from booking_session s where s.id = ${id}::uuid`.execute(db);
  return rows[0] as { counted: number; there: number };
}
const many = async () => sql`update appointment set holder_hash = null`.execute(db);

describe('a meeting of many', () => {
  test('with twenty places and two hundred who want one: exactly twenty get it', async () => {
    const id = await aMeeting('2027-03-08T06:00:00Z');
    // A library’s hall is one network: what it may hold at once has a test of its own.
    const answers = await Promise.all(Array.from({ length: 200 }, () => seat(id)));
    expect(statuses(answers)).toEqual({ 201: 20, 409: 180 });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'session-full' });
    expect(await takenNow(id)).toEqual({ counted: 20, there: 20 });
    await many();
  });

  test('a place given back is free to one, whether it was held or agreed, and given back twice it is one', async () => {
    const id = await aMeeting('2027-03-08T07:00:00Z', 2);
    const [first, second] = [(await seat(id)).body, (await seat(id)).body];
    expect((await confirm(first)).body.state).toBe('confirmed');
    expect((await seat(id)).status).toBe(409);
    expect(statuses(await Promise.all([cancel(first), cancel(first), cancel(first)]))).toEqual({ 204: 3 });
    expect(await freeOf(id)).toBe(1);
    await cancel(second);
    expect(await freeOf(id)).toBe(2);
    expect(await takenNow(id)).toEqual({ counted: 0, there: 0 });
  });

  test('held too long, places are free again, each once, however many want them', async () => {
    const id = await aMeeting('2027-03-08T08:00:00Z', 5);
    const held = await Promise.all(Array.from({ length: 5 }, () => seat(id)));
    expect(await freeOf(id)).toBe(0);
    clock.advance('PT11M');
    expect(await freeOf(id)).toBe(5);
    // Somebody lets theirs go at the moment others reach for it.
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 25 }, () => seat(id))),
      ...held.slice(0, 3).map(({ body }) => cancel(body)),
    ]);
    expect(statuses(answers)).toEqual({ 201: 5, 409: 20 });
    expect(await takenNow(id)).toEqual({ counted: 5, there: 5 });
    await many();
  });

  test('a family takes as many places as they are', async () => {
    const id = await aMeeting('2027-03-08T09:00:00Z', 5, { people: 4 });
    expect((await seat(id, { people: 4 })).status).toBe(201);
    expect((await seat(id, { people: 2 })).status).toBe(409);
    expect((await seat(id, { people: 5 })).body).toMatchObject({ code: 'too-many-people' });
    expect(await freeOf(id)).toBe(1);
  });

  test('asked for again after a lost answer, it is the same place', async () => {
    const id = await aMeeting('2027-03-08T10:00:00Z', 3);
    const key = once();
    const answers = await Promise.all([seat(id, {}, key), seat(id, {}, key), seat(id, {}, key)]);
    expect(new Set(answers.map(({ body }) => `${body.id} ${body.secret}`)).size).toBe(1);
    expect(await freeOf(id)).toBe(2);
  });

  test('its leader is taken once, and nobody books a time of the service for themselves', async () => {
    const bookable = await aFixedService();
    expect((await arrange(bookable, ['2027-03-09T07:00:00Z'])).status).toBe(201);
    expect((await arrange(bookable, ['2027-03-09T07:00:00Z'])).body).toMatchObject({ code: 'time-taken' });
    const body = { serviceId: bookable, placeId: town.point, way: 'point', startsAt: '2027-03-09T09:00:00Z' };
    expect((await anyone.call('POST', '/api/v1/booking/holds', body, once())).status).toBe(404);
    const { body: listed } = await anyone.call<{ services: { id: string }[] }>('GET', '/api/v1/booking/services');
    expect(listed.services.some(({ id }) => id === bookable)).toBe(false);
  });

  test('is moved by staff like any other time, and whoever has a place goes with it', async () => {
    const id = (await arrange(await aFixedService(), ['2027-03-10T07:00:00Z'])).body.sessionIds[0] as string;
    const held = (await seat(id)).body;
    await confirm(held);
    const moved = await moveTo(id, 1, '2027-03-10T09:00:00Z');
    expect(moved.status, moved.text).toBe(200);
    const { body } = await anyone.call<Held>('GET', `/api/v1/booking/appointments/${held.id}`, undefined, bearer(held));
    expect(body).toMatchObject({ startsAt: '2027-03-10T09:00:00Z', state: 'confirmed' });
  });

  test('is not moved once somebody has come, and whoever is writing who they are chooses anew', async () => {
    const id = (await arrange(await aFixedService(), ['2027-03-11T07:00:00Z'])).body.sessionIds[0] as string;
    const [come, held] = [(await seat(id)).body, (await seat(id)).body];
    await confirm(come);
    expect((await moveTo(id, 1, '2027-03-11T09:00:00Z')).status).toBe(200);
    expect((await confirm(held)).body).toMatchObject({ code: 'hold-expired' });
    await sql`update appointment set state = 'arrived' where id = ${come.id}::uuid`.execute(db);
    expect(await moveTo(id, 2, '2027-03-11T11:00:00Z')).toMatchObject({ status: 409, body: { code: 'booked-already' } });
    const { body } = await anyone.call<Held>('GET', `/api/v1/booking/appointments/${come.id}`, undefined, bearer(come));
    expect(body).toMatchObject({ startsAt: '2027-03-11T09:00:00Z' });
  });

  test('that is not held is told to everyone who has a place, and its leader is free', async () => {
    const bookable = await aFixedService();
    const id = (await arrange(bookable, ['2027-03-09T08:00:00Z'])).body.sessionIds[0] as string;
    const held = (await seat(id)).body;
    await confirm(held);
    expect(statuses(await Promise.all([1, 2].map(() => aino.call('DELETE', `/api/booking/meetings/${id}`))))).toEqual({ 204: 2 });
    expect((await anyone.call<Held>('GET', `/api/v1/booking/appointments/${held.id}`, undefined, bearer(held))).body.state).toBe(
      'cancelled',
    );
    expect((await seat(id)).body).toMatchObject({ code: 'time-not-bookable' });
    expect((await arrange(bookable, ['2027-03-09T08:00:00Z'])).status).toBe(201);
  });
});
