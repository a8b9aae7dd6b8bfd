import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { generateKeyring, readKeyring } from '../../../platform/keys/keyring.ts';
import { createLog } from '../../../platform/log/log.ts';
import { aBus, aRemoteService } from '../../../testing/bus.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import { confirmHold } from '../booking/confirming.ts';
import { holdTime } from '../booking/holding.ts';
import { cancel } from '../booking/service.ts';
import { createCapacities } from '../capacity/service.ts';
import { APPOINTMENT_CHANGED } from '../events.ts';
import { tellingBookers } from '../telling/reactions.ts';
import { byMail } from '../telling/senders.ts';
import { sendDueBookersLetters } from '../telling/sending.ts';
import type { Booking } from '../types.ts';
import type { BusStopChange } from './schema.ts';
import { busesFor, changeStop } from './setting.ts';

// A Monday; the bus stands at the hall and at the church on Tuesdays.
const clock = fixedClock('2027-03-01T05:00:00Z');
const { kysely: db } = (await testDatabase()).db;
const keys = readKeyring(generateKeyring());
const booking = { db, clock, keys, capacities: createCapacities(db) } as unknown as Booking;
const reaction = tellingBookers({ clock });
let town: Town;
let it: Awaited<ReturnType<typeof aBus>>;
let bookableId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
});
beforeEach(async () => {
  await sql`delete from appointment_letter`.execute(db);
  it = await aBus(db, town);
  ({ bookable: bookableId } = await aRemoteService(db, town, it.bus));
});

type Contact = { email: string | null; phone: string | null };
const byEmail = { email: 'elli@posti.example', phone: null };
async function held(stopId: string, startsAt: string): Promise<string> {
  const at = Temporal.Instant.from(startsAt).epochMilliseconds;
  const input = { bookableId, pointId: it.bus, stopId, way: 'bus' as const, at, language: 'fi', needs: [] };
  return (await holdTime(booking, undefined, input, { kind: 'anyone', address: '192.0.2.1' })).resourceId;
}
const confirmed = (id: string, contact: Contact) => confirmHold(booking, undefined, id, { name: 'Elli Esimerkki', ...contact });
async function booked(stopId: string, startsAt: string, contact: Contact = byEmail): Promise<string> {
  const id = await held(stopId, startsAt);
  await confirmed(id, contact);
  return id;
}

/** What has happened to the appointment so far is written down, as the reaction of the events does it, twice. */
async function heard(id: string): Promise<void> {
  const { rows } = await sql<{
    data: Record<string, unknown>;
  }>`select data from event where type = ${APPOINTMENT_CHANGED} and subject = ${id} order by seq`.execute(db);
  for (const { data } of [...rows, ...rows.slice(-1)])
    await inTransaction(db, (trx) =>
      reaction.handle(trx, { xid: '1', seq: 1, at: clock.now(), type: APPOINTMENT_CHANGED, subject: id, data }),
    );
}

async function sent(): Promise<AddressLetter[]> {
  const out: AddressLetter[] = [];
  const send = async (letter: AddressLetter) => void out.push(letter);
  await sendDueBookersLetters({ db, clock, keys, publicUrl: 'https://polku.test', log: createLog('silent'), senders: [byMail(send)] });
  return out;
}

const change = (stopId: string, version: number, it: Omit<BusStopChange, 'version'>) =>
  changeStop(booking, town.admin, stopId, { version, ...it });
const entryOf = (letter: AddressLetter | undefined) =>
  Object.values(ical.sync.parseICS(letter?.calendar?.content ?? '')).find((one) => one?.type === 'VEVENT') as VEvent;
const versionOf = (id: string) =>
  sql`select version, sequence from appointment where id = ${id}::uuid`.execute(db).then(({ rows }) => rows);

test('who is booked at a stop with another address is told once, in neutral words, and their calendar follows', async () => {
  const id = await booked(it.hall, '2027-03-02T07:30:00Z');
  const elsewhere = await booked(it.church, '2027-03-02T10:00:00Z');
  for (const one of [id, elsewhere]) await heard(one);
  const [first] = (await sent()).filter(({ calendar }) => calendar?.content.includes(id));
  const before = await versionOf(elsewhere);
  const moved = await change(it.hall, 1, { street: 'Uusitie 7', postalCode: '99982' });
  expect(moved).toMatchObject({ version: 2, count: 0, letters: 1, unreached: [] });
  for (const one of [id, elsewhere]) await heard(one);
  const letters = await sent();
  expect(letters.map(({ subject, email }) => [subject, email])).toEqual([['Aikasi osoite on muuttunut', 'elli@posti.example']]);
  expect(letters[0]?.text).toMatch(/ennallaan: .*ti\s2\.3\.\sklo\s9\.30[\s\S]*Uusitie 7, Niemelä[\s\S]*https:\/\/polku\.test\/b\//u);
  expect(JSON.stringify(letters)).not.toMatch(/Oikeusapu|Elli Esimerkki|bussi|Kylätalo/i);
  const [was, is] = [entryOf(first), entryOf(letters[0])];
  expect(is).toMatchObject({ uid: was.uid, location: 'Uusitie 7, 99982 Niemelä', status: 'CONFIRMED' });
  expect(letters[0]?.calendar?.method).toBe('PUBLISH');
  expect([was, is].map(({ sequence }) => Number(sequence))).toEqual([0, 1]);
  expect(is.start.toISOString()).toBe('2027-03-02T07:30:00.000Z');
  expect(await versionOf(elsewhere)).toEqual(before);
});

test('a letter that has not left yet tells the new address by itself; another name or map place is told nobody', async () => {
  const id = await booked(it.hall, '2027-03-02T07:30:00Z');
  const unsaid = await change(it.hall, 1, { finding: { fi: 'Portin luona' }, latitude: 61.71 });
  expect(unsaid).toMatchObject({ letters: 0, unreached: [] });
  expect((await change(it.hall, 2, { street: 'Kylätie 3' })).letters).toBe(0);
  expect((await change(it.hall, 3, { street: 'Uusitie 7' })).letters).toBe(1);
  await heard(id);
  const letters = await sent();
  expect(letters.map(({ subject }) => subject)).toEqual(['Aikasi on varattu']);
  expect(letters[0]?.text).toContain('Uusitie 7, Niemelä');
});

test('whom no letter reaches is named, and the stop says how many come there', async () => {
  const id = await booked(it.hall, '2027-03-02T07:00:00Z', { email: null, phone: '050 000 1234' });
  await booked(it.hall, '2027-03-02T07:30:00Z');
  const stops = (await busesFor(booking, town.admin.actor)).find((bus) => bus.id === it.bus)?.stops ?? [];
  expect(Object.fromEntries(stops.map((stop) => [stop.id, stop.booked]))).toEqual({ [it.hall]: 2, [it.church]: 0 });
  const { letters, unreached } = await change(it.hall, 1, { city: 'Salmi' });
  expect(letters).toBe(1);
  expect(unreached.map(({ appointmentId, startsAt, told }) => [appointmentId, String(startsAt), told])).toEqual([
    [id, '2027-03-02T07:00:00Z', 'call'],
  ]);
});

test('whoever agrees to a time while the address changes has the new one: counted, or told it first', async () => {
  for (const round of [1, 2, 3]) {
    const one = await held(it.hall, '2027-03-02T07:30:00Z');
    const [{ letters: counted }] = await Promise.all([change(it.hall, round, { street: `Uusitie ${round}` }), confirmed(one, byEmail)]);
    await heard(one);
    const letters = await sent();
    expect(letters.length).toBe(1);
    expect([0, 1]).toContain(counted);
    expect(letters[0]?.text).toContain(`Uusitie ${round}, Niemelä`);
    await cancel(booking, one);
    await sql`delete from appointment_letter`.execute(db);
  }
});
