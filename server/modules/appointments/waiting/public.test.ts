import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookingLetters } from '../../../testing/booking-letters.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { createCapacities } from '../capacity/service.ts';
import { offerFreeTimes } from './offering.ts';
import type { WaitingPlace } from './public-schema.ts';
import type { Offering } from './types.ts';

const clock = fixedClock('2027-03-01T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  bookable = await aBookable(db, town, { minutes: 60 });
  await aResource(db, town, { skills: [bookable], opens: '09:00', closes: '10:00' });
});

const offering = () =>
  ({ ...service.polku.desk, keys: service.keys, capacities: createCapacities(db), quietHours: null }) as unknown as Offering;
const read = bookingLetters({ db, clock, keys: service.keys, publicUrl: 'https://polku.example' });
const letters: Awaited<ReturnType<typeof read>> = [];
const lettersTo = async (email: string) => {
  letters.push(...(await read()));
  return letters.filter((one) => one.email === email);
};

type Problem = { code: string };
type Answer = Partial<WaitingPlace & Problem> & {
  toldBy?: string;
  appointment?: { id: string; secret: string; code: string; state: string };
};
const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, secret?: string) =>
  service.caller().call<Answer & { waiting?: WaitingPlace }>(method, `/api/v1/booking/${url}`, body, {
    ...(secret ? { authorization: `Bearer ${secret}` } : {}),
    ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
  });
const wish = (email: string, more: object = {}) => ({
  ...{ serviceId: bookable, placeIds: [town.point], language: 'fi', name: 'Aada Aallas', email },
  ...more,
});
/** Joins and opens the letter: the secret of the place in line. */
async function joins(email: string, more: object = {}): Promise<string> {
  clock.advance('PT1S');
  expect(await call('POST', 'waiting-places', wish(email, more))).toMatchObject({ status: 202, body: { toldBy: 'email' } });
  const letter = (await lettersTo(email)).find(({ subject }) => subject === 'Olet jonossa');
  return /\/b\/w\/([\w-]{27})\n/.exec(letter?.text ?? '')?.[1] as string;
}

test('joined, seen, offered, taken: the time is agreed at once, and again it is the same one', async () => {
  const secret = await joins('aada@posti.example', { weekdays: [2, 2], fromHour: 8, untilHour: 12 });
  const { body } = await call('GET', 'waiting-place', undefined, secret);
  expect(body).toMatchObject({ state: 'waiting', inLine: 1, weekdays: [2], serviceId: bookable, placeIds: [town.point], movesOwn: false });
  expect(JSON.stringify(body)).not.toMatch(/Aada|posti/);
  await offerFreeTimes(offering(), bookable);
  const offer = (await call('GET', 'waiting-place', undefined, secret)).body.offer;
  expect(offer).toMatchObject({ placeId: town.point, startsAt: '2027-03-02T07:00:00Z', endsAt: '2027-03-02T08:00:00Z' });
  const url = `waiting-place/offers/${offer?.id}/answer`;
  const taken = await call('PUT', url, { answer: 'take' }, secret);
  expect(taken).toMatchObject({
    status: 200,
    body: { waiting: { state: 'taken', inLine: null, offer: null }, appointment: { state: 'confirmed' } },
  });
  const { id, secret: own } = taken.body.appointment as { id: string; secret: string };
  expect(await call('GET', `appointments/${id}`, undefined, own)).toMatchObject({
    status: 200,
    body: { startsAt: '2027-03-02T07:00:00Z' },
  });
  expect((await call('PUT', url, { answer: 'take' }, secret)).body.appointment?.id).toBe(id);
  expect(await call('PUT', url, { answer: 'decline' }, secret)).toMatchObject({ status: 409, body: { code: 'waiting-over' } });
});

test('declined it goes to the next; the days are changed with the place kept; left, it is over', async () => {
  const [first, second] = [await joins('eero@posti.example'), await joins('noora@posti.example')];
  await offerFreeTimes(offering(), bookable);
  const offerOf = async (secret: string) => (await call('GET', 'waiting-place', undefined, secret)).body.offer;
  const offer = await offerOf(first);
  const startsAt = offer?.startsAt;
  expect(startsAt).toBeDefined();
  // Another's offer is nobody else's to answer.
  expect((await call('PUT', `waiting-place/offers/${offer?.id}/answer`, { answer: 'take' }, second)).status).toBe(404);
  const declined = await call('PUT', `waiting-place/offers/${offer?.id}/answer`, { answer: 'decline' }, first);
  expect(declined).toMatchObject({ status: 200, body: { waiting: { state: 'waiting', inLine: 1 }, appointment: null } });
  // The service offers by itself as well, and may have found the next already.
  expect(declined.body.waiting?.offer?.id).not.toBe(offer?.id);
  expect((await call('PUT', `waiting-place/offers/${offer?.id}/answer`, { answer: 'decline' }, first)).status).toBe(200);
  await offerFreeTimes(offering(), bookable);
  // What was declined once is not offered to them again.
  expect((await offerOf(first))?.startsAt).not.toBe(startsAt);
  const times = { weekdays: [7], fromHour: 0, untilHour: 24, fromDay: null, untilDay: '2027-04-30' };
  expect(await call('PUT', 'waiting-place/times', times, first)).toMatchObject({ status: 200, body: { weekdays: [7], inLine: 1 } });
  expect((await call('DELETE', 'waiting-place', undefined, first)).status).toBe(204);
  expect((await call('DELETE', 'waiting-place', undefined, first)).status).toBe(204);
  expect((await call('GET', 'waiting-place', undefined, first)).body).toMatchObject({ state: 'left', inLine: null });
  expect(await call('PUT', 'waiting-place/times', times, first)).toMatchObject({ status: 409, body: { code: 'waiting-over' } });
});

test('a join again, with the same key or without, is one place, and its answer tells nothing', async () => {
  const body = wish('linnea@posti.example');
  const headers = { 'idempotency-key': randomUUID() };
  const join = (it: object, more = headers) => service.caller().call<Answer>('POST', '/api/v1/booking/waiting-places', it, more);
  const answers = [await join(body), await join(body), await join(wish('Linnea@posti.example'), { 'idempotency-key': randomUUID() })];
  expect(answers.map(({ status, body: told }) => [status, told])).toEqual(answers.map(() => [202, { toldBy: 'email' }]));
  expect((await join(wish('toinen@posti.example'))).status).toBe(422);
  expect((await service.caller().call('POST', '/api/v1/booking/waiting-places', body)).status).toBe(400);
  expect(await lettersTo('Linnea@posti.example')).toEqual([]);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from waiting where state = 'waiting' and bookable_id = ${bookable}::uuid`.execute(db);
  // Noora, and Linnea once.
  expect(rows[0]?.n).toBe(2);
});

test('only for what anybody may book, where and how it is given; without the secret there is nothing', async () => {
  const staffOnly = await aBookable(db, town, { who: 'staff' });
  const code = async (more: object) => {
    const { status, body } = await call('POST', 'waiting-places', wish('vera@posti.example', more));
    return [status, body.code];
  };
  expect((await code({ serviceId: staffOnly }))[0]).toBe(404);
  expect(await code({ placeIds: [] })).toEqual([422, 'unknown-reference']);
  expect(await code({ placeIds: [randomUUID()] })).toEqual([422, 'unknown-reference']);
  expect(await code({ way: 'remote', placeIds: [] })).toEqual([422, 'unknown-reference']);
  for (const more of [
    { fromHour: 12, untilHour: 12 },
    { fromDay: '2027-03-02', untilDay: '2027-03-01' },
    { email: 'ei osoite' },
    { weekdays: [] },
  ])
    expect((await code(more))[0]).toBe(422);
  expect((await call('GET', 'waiting-place')).status).toBe(404);
  expect((await call('GET', 'waiting-place', undefined, 'a'.repeat(27))).status).toBe(404);
  expect((await call('DELETE', 'waiting-place', undefined, 'a'.repeat(27))).status).toBe(404);
});

test('with an agreed time one waits for an earlier one, which moves it under the same code; only with its secret', async () => {
  const early = await aBookable(db, town, { minutes: 60 });
  await aResource(db, town, { skills: [early], opens: '09:00', closes: '10:00' });
  const startsAt = '2027-03-10T07:00:00Z';
  const held = await call('POST', 'holds', { serviceId: early, placeId: town.point, way: 'point', startsAt });
  expect(held.status, held.text).toBe(201);
  const { id, secret } = held.body as unknown as { id: string; secret: string };
  const url = `appointments/${id}/waiting-place`;
  const when = { weekdays: [4, 4, 5], fromHour: 8, untilHour: 12 };
  expect(await call('POST', url, when, secret), 'not agreed yet').toMatchObject({ status: 409, body: { code: 'booked-already' } });
  const contact = { name: 'Iida Ilves', email: null, phone: '050 000 1234' };
  expect((await call('POST', `appointments/${id}/confirmation`, contact, secret)).status).toBe(201);
  expect(await call('POST', url, when, secret), 'nowhere to tell of it').toMatchObject({ status: 422, body: { fields: ['email'] } });
  const wished = { ...when, email: 'iida@posti.example' };
  expect((await call('POST', url, wished)).status).toBe(404);
  expect((await call('POST', url, wished, 'a'.repeat(27))).status).toBe(404);
  expect((await call('POST', url, { ...wished, fromHour: 12 }, secret)).status).toBe(422);
  clock.advance('PT1S');
  expect(await call('POST', url, wished, secret)).toMatchObject({ status: 202, body: { toldBy: 'email' } });
  const letter = (await lettersTo('iida@posti.example')).find(({ subject }) => subject === 'Olet jonossa');
  const own = /\/b\/w\/([\w-]{27})\n/.exec(letter?.text ?? '')?.[1] as string;
  expect((await call('GET', 'waiting-place', undefined, own)).body).toMatchObject({ movesOwn: true, weekdays: [4, 5], serviceId: early });
  await offerFreeTimes(offering(), early);
  const offer = (await call('GET', 'waiting-place', undefined, own)).body.offer;
  expect(offer?.startsAt, 'a Thursday before the agreed Wednesday').toBe('2027-03-04T07:00:00Z');
  const taken = await call('PUT', `waiting-place/offers/${offer?.id}/answer`, { answer: 'take' }, own);
  expect(taken).toMatchObject({ status: 200, body: { appointment: { id, state: 'confirmed' } } });
  expect(await call('GET', `appointments/${id}`, undefined, secret)).toMatchObject({ body: { startsAt: '2027-03-04T07:00:00Z' } });
});

test('a time of several people has no earlier one to wait for: the line offers times for one', async () => {
  const several = await aBookable(db, town, { minutes: 60 });
  await sql`update bookable set most_people = 3 where id = ${several}::uuid`.execute(db);
  await aResource(db, town, { skills: [several], opens: '09:00', closes: '10:00' });
  const hold = { serviceId: several, placeId: town.point, way: 'point', startsAt: '2027-03-10T07:00:00Z', people: 2 };
  const held = await call('POST', 'holds', hold);
  expect(held.status, held.text).toBe(201);
  const { id, secret } = held.body as unknown as { id: string; secret: string };
  const contact = { name: 'Iida Ilves', email: 'iida.ilves@posti.example', phone: null };
  expect((await call('POST', `appointments/${id}/confirmation`, contact, secret)).status).toBe(201);
  expect((await call('POST', `appointments/${id}/waiting-place`, {}, secret)).status).toBe(404);
});
