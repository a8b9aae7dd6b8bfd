import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersLetters } from '../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import { APPOINTMENT_CHANGED } from '../events.ts';
import type { Told } from './schema.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
let town: Town;
let admin: Caller;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  admin = await service.signIn(town.admin);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb, street = 'Vanhatie 1', postal_code = '99980', city = 'Mallila'
    where id = ${town.point}::uuid`.execute(db);
});
beforeEach(async () => {
  await sql`delete from appointment_letter`.execute(db);
  await sql`update appointment set state = 'cancelled'`.execute(db);
  bookable = await aBookable(db, town);
  await sql`update bookable set ways = '{point,remote}'`.execute(db);
  await aResource(db, town, { skills: [bookable], point: null });
});

const once = () => ({ 'idempotency-key': randomUUID() });
type Contact = { email: string | null; phone: string | null };
async function booked(startsAt: string, contact: Contact = { email: 'elli@posti.example', phone: null }, way = 'point'): Promise<string> {
  const where = way === 'point' ? { placeId: town.point } : {};
  const request = { serviceId: bookable, way, startsAt, ...where };
  const held = await anyone.call<{ id: string; secret: string }>('POST', '/api/v1/booking/holds', request, once());
  expect(held.status, held.text).toBe(201);
  const { id, secret } = held.body;
  const headers = { authorization: `Bearer ${secret}`, ...once() };
  const url = `/api/v1/booking/appointments/${id}/confirmation`;
  expect((await anyone.call('POST', url, { name: 'Elli Esimerkki', ...contact }, headers)).status).toBe(201);
  return id;
}

/** As many as are waited for, once they have left: the service itself writes them down as it hears of what happened. */
async function lettersOf(count: number): Promise<AddressLetter[]> {
  const out: AddressLetter[] = [];
  const leave = async () => out.push(...(await bookersLetters({ db, clock, keys: service.keys })));
  await expect.poll(leave, { timeout: 20_000 }).toBe(count);
  return out;
}

const change = async (it: object) => expect((await admin.call('PATCH', `/api/admin/points/${town.point}`, it)).status).toBe(200);
const coming = (by: Caller) => by.call<Told>('GET', `/api/booking/points/${town.point}/coming`);
const entryOf = (letter: AddressLetter | undefined) =>
  Object.values(ical.sync.parseICS(letter?.calendar?.content ?? '')).find((one) => one?.type === 'VEVENT') as VEvent;

test('who comes to a point with another address is told once, and their calendar follows; not who is served from afar', async () => {
  await booked('2027-03-08T07:00:00Z');
  await booked('2027-03-08T08:00:00Z', undefined, 'remote');
  const before = (await lettersOf(2)).map(entryOf).find(({ location }) => String(location).includes('Vanhatie 1'));
  await change({ phone: '029 500 1000' });
  await change({ street: 'Uusitie 7', postalCode: '99982' });
  const [letter] = await lettersOf(1);
  expect(letter?.subject).toBe('Aikasi osoite on muuttunut');
  expect(letter?.text).toMatch(/ennallaan: .*ma\s8\.3\.\sklo\s9\.00[\s\S]*Uusitie 7, Mallila/u);
  const after = entryOf(letter);
  expect(after).toMatchObject({ uid: before?.uid, location: 'Uusitie 7, 99982 Mallila', status: 'CONFIRMED' });
  expect(Number(after.sequence)).toBe(Number(before?.sequence) + 1);
  // What is no other address is told to nobody: each change is heard in its turn, and the last is a new address again.
  await change({ street: 'Uusitie 7', phone: '029 500 2000' });
  await change({ street: 'Uusitie 9' });
  expect((await lettersOf(1)).map(({ text }) => text.includes('Uusitie 9'))).toEqual([true]);
  expect(await timesToldOf(bookable)).toEqual({ point: 2, remote: 0 });
});

async function timesToldOf(service: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ way: string; count: number }>`select a.way, count(e.*)::int as count from appointment a
    left join event e on e.type = ${APPOINTMENT_CHANGED} and e.subject = a.id and e.data ->> 'change' = 'relocated'
    where a.bookable_id = ${service}::uuid group by 1`.execute(db);
  return Object.fromEntries(rows.map(({ way, count }) => [way, count]));
}

test('how many a letter reaches, and whom somebody must call, is for whoever keeps the point', async () => {
  await booked('2027-03-09T07:00:00Z');
  const id = await booked('2027-03-09T08:00:00Z', { email: null, phone: '050 000 1234' });
  expect(await coming(admin)).toMatchObject({
    status: 200,
    body: { letters: 1, unreached: [{ appointmentId: id, startsAt: '2027-03-09T08:00:00Z', told: 'call' }] },
  });
  const { kela } = town.organisations;
  const stranger = await service.signIn(await aPerson(db, { name: 'Toinen', role: 'administrator', organisationId: kela, units: [] }));
  expect((await coming(stranger)).status).toBe(404);
});
