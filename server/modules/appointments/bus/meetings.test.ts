import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { generateKeyring, readKeyring } from '../../../platform/keys/keyring.ts';
import { createLog } from '../../../platform/log/log.ts';
import { aBus, aRemoteService } from '../../../testing/bus.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import { confirmHold } from '../booking/confirming.ts';
import { moveCustomer } from '../capacity/conflicts/moving.ts';
import { conflictsIn } from '../capacity/conflicts/service.ts';
import { createCapacities } from '../capacity/service.ts';
import { APPOINTMENT_CHANGED, JOINT_CHANGED } from '../events.ts';
import { confirmJoint } from '../joint/service.ts';
import { holdCourse } from '../series/holding.ts';
import { arrangeMeetings } from '../sessions/arranging.ts';
import { offeredMeetings } from '../sessions/offered.ts';
import { holdSeat } from '../sessions/seats.ts';
import { tellingBookers } from '../telling/reactions.ts';
import { byMail } from '../telling/senders.ts';
import { sendDueBookersLetters } from '../telling/sending.ts';
import type { Booking } from '../types.ts';
import { changeStop } from './setting.ts';

// A Monday; on Tuesdays the bus stands at the hall 9-11 and at the church 12-14.
const clock = fixedClock('2027-03-01T05:00:00Z');
const { kysely: db } = (await testDatabase()).db;
const keys = readKeyring(generateKeyring());
const booking = { db, clock, keys, capacities: createCapacities(db) } as unknown as Booking;
const reaction = tellingBookers({ clock });
const AT_HALL = '2027-03-02T07:30:00Z';
const AT_CHURCH = '2027-03-09T10:30:00Z';
const anyone = { kind: 'anyone', address: '192.0.2.1' } as const;
const alone = { language: 'fi', needs: [], people: 1 };
const elli = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
let town: Town;
let driver: By;
let it: Awaited<ReturnType<typeof aBus>>;
let bookableId: string;

beforeAll(async () => {
  town = await aTown(db, clock);
});
beforeEach(async () => {
  await sql`delete from appointment_letter`.execute(db);
  it = await aBus(db, town);
  ({ bookable: bookableId } = await aRemoteService(db, town, it.bus));
  await sql`update bookable set fixed = true where id = ${bookableId}::uuid`.execute(db);
  const role = 'service-advisor' as const;
  driver = await aPerson(db, { name: 'Kuljettaja', role, organisationId: town.organisations.city, units: [], pointId: it.bus });
});

async function arranged(...starts: string[]): Promise<{ sessionIds: string[]; seriesId: string | null }> {
  const course = starts.length > 1;
  const input = { bookableId, pointId: it.bus, way: 'bus' as const, capacity: 5, course };
  return (await arrangeMeetings(booking, undefined, driver, { ...input, starts: starts.map((at) => Temporal.Instant.from(at)) })).value;
}

async function seated(sessionId: string): Promise<string> {
  const { resourceId } = await holdSeat(booking, undefined, sessionId, alone, anyone);
  await confirmHold(booking, undefined, resourceId, elli);
  return resourceId;
}

let heardTo = 0;
/** Everything since is written down, as the reaction of the events does it. */
async function heard(): Promise<void> {
  const { rows } = await sql<{
    seq: number;
    type: string;
    subject: string;
    data: Record<string, unknown>;
  }>`select seq::int, type, subject, data
    from event where type in (${APPOINTMENT_CHANGED}, ${JOINT_CHANGED}) and seq > ${heardTo} order by seq`.execute(db);
  for (const { seq, type, subject, data } of rows) {
    heardTo = seq;
    await inTransaction(db, (trx) => reaction.handle(trx, { xid: '1', seq, at: clock.now(), type, subject, data }));
  }
}

async function told(): Promise<AddressLetter[]> {
  await heard();
  const out: AddressLetter[] = [];
  const send = async (letter: AddressLetter) => void out.push(letter);
  await sendDueBookersLetters({ db, clock, keys, publicUrl: 'https://polku.test', log: createLog('silent'), senders: [byMail(send)] });
  return out;
}

const placesIn = (letter: AddressLetter | undefined) =>
  Object.values(ical.sync.parseICS(letter?.calendar?.content ?? ''))
    .filter((one): one is VEvent => one?.type === 'VEVENT')
    .map(({ location }) => location);
const houseOf = async (sessionId: string | undefined) =>
  (await sql<{ id: string }>`select house_id as id from booking_session where id = ${sessionId}::uuid`.execute(db)).rows[0]?.id as string;
const conflicts = async () => (await conflictsIn({ db, clock }, { pointIds: [it.bus] })).conflicts.map((one) => one.appointmentId);

describe('a meeting of many aboard', () => {
  test('is offered, told and in one’s calendar where the bus stands then', async () => {
    const [sessionId] = (await arranged(AT_HALL)).sessionIds as [string];
    expect((await offeredMeetings(booking, { pointId: it.bus })).map(({ placeId }) => placeId)).toEqual([it.hall]);
    await seated(sessionId);
    const [letter, ...more] = await told();
    expect(more).toEqual([]);
    expect(letter?.text).toContain('Kylätie 3, Niemelä');
    expect(placesIn(letter)).toEqual(['Kylätie 3, 99981 Niemelä']);
  });

  test('is named once when the bus does not come, and moved to another stop its people are told once', async () => {
    const [sessionId] = (await arranged(AT_HALL)).sessionIds as [string];
    await seated(sessionId);
    await told();
    await sql`delete from bus_stop_hours where stop_id = ${it.hall}::uuid`.execute(db);
    const house = await houseOf(sessionId);
    expect(await conflicts()).toEqual([house]);
    await moveCustomer(booking, town.admin, house, { startsAt: Temporal.Instant.from(AT_CHURCH), placeId: it.church });
    expect(await conflicts()).toEqual([]);
    const letters = await told();
    expect(letters.map(({ subject }) => subject)).toEqual(['Aikasi on siirretty']);
    expect(placesIn(letters[0])).toEqual(['Kirkkotie 1, 99981 Niemelä']);
  });

  test('whoever comes is told once when the stop has another address', async () => {
    await seated((await arranged(AT_HALL)).sessionIds[0] as string);
    await told();
    expect(await changeStop(booking, town.admin, it.hall, { version: 1, street: 'Uusitie 7' })).toMatchObject({
      letters: 1,
      unreached: [],
    });
    const letters = await told();
    expect(letters.map(({ subject }) => subject)).toEqual(['Aikasi osoite on muuttunut']);
    expect(letters[0]?.text).toContain('Uusitie 7, Niemelä');
  });
});

test('a course aboard has each of its meetings where the bus stands then; one letter tells of a stop’s other address', async () => {
  const { seriesId } = await arranged(AT_HALL, '2027-03-09T07:30:00Z', '2027-03-16T10:30:00Z');
  const { resourceId } = await holdCourse(booking, undefined, seriesId as string, alone, anyone);
  await confirmJoint(booking, undefined, resourceId, elli);
  const [letter, ...more] = await told();
  expect(more).toEqual([]);
  expect(letter?.text).toMatch(/Kylätie 3, Niemelä; Kirkkotie 1, Niemelä|Kirkkotie 1, Niemelä; Kylätie 3, Niemelä/);
  expect(placesIn(letter)).toEqual(['Kylätie 3, 99981 Niemelä', 'Kylätie 3, 99981 Niemelä', 'Kirkkotie 1, 99981 Niemelä']);
  expect(await changeStop(booking, town.admin, it.hall, { version: 1, street: 'Uusitie 7' })).toMatchObject({ letters: 1, unreached: [] });
  const letters = await told();
  expect(letters.map(({ subject }) => subject)).toEqual(['Varauksesi on muuttunut']);
  expect(placesIn(letters[0])).toEqual(['Uusitie 7, 99981 Niemelä', 'Uusitie 7, 99981 Niemelä', 'Kirkkotie 1, 99981 Niemelä']);
});
