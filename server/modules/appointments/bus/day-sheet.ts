import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { By } from '../../identity/types.ts';
import { openContact } from '../booking/contact.ts';
import type { DayList } from '../staff/day/schema.ts';
import { readDay } from '../staff/day/service.ts';
import { type BusRow, busesOf, stopsOf } from '../stops/queries.ts';
import { type Stand, timetableOf } from '../stops/standing.ts';
import type { Booking } from '../types.ts';
import type { BusDay } from './schema.ts';

type Customer = DayList['appointments'][number];

/** The day of the bus, for those who work in it: its stops in order, and who comes to each. The look is audited. @throws NotFound */
export async function busDay(booking: Booking, by: By, busId: string, asked: Temporal.PlainDate | undefined): Promise<BusDay> {
  const bus = await requireBus(booking.db, busId);
  const day = asked ?? dayOf(booking.clock.now(), bus.zone);
  const { appointments, walkIns } = await readDay(booking, by, busId, day);
  const [stops, stopOf] = await Promise.all([stopsOf(booking.db, [busId]), stopsOfAppointments(booking.db, busId, appointments)]);
  const active = stops.filter((stop) => stop.active);
  // Whoever is served from afar by its organisation stands on the point's list too, and comes to no bus.
  const aboard = appointments.filter(({ id }) => stopOf.has(id));
  // A meeting set while none of them kept its stop is where the bus stands then.
  const isAt = ({ stopId, from, until }: Stand, { id, startsAt, endsAt }: Customer) =>
    (stopOf.get(id) ?? stopId) === stopId && startsAt.epochMilliseconds >= from && endsAt.epochMilliseconds <= until;
  const stands = timetableOf({ ...bus, stops: active }, bus.zone)
    .standsOn(day)
    .map((stand) => {
      const { name, street, city } = active.find(({ id }) => id === stand.stopId) as (typeof active)[number];
      return { stand, name, street, city, customers: aboard.filter((one) => isAt(stand, one)) };
    });
  const placed = new Set(stands.flatMap(({ customers }) => customers.map(({ id }) => id)));
  return {
    busId,
    day: day.toString(),
    stands: stands.map(({ stand, ...rest }) => ({ stopId: stand.stopId, ...momentsOf(stand), ...rest })),
    adrift: aboard.filter((one) => !placed.has(one.id) && isToCome(one)),
    walkIns,
  };
}

/** Whose code it is, of those who come today. @throws NotFound */
export async function customerOfCode(booking: Booking, by: By, busId: string, code: string) {
  const bus = await requireBus(booking.db, busId);
  const { appointments } = await readDay(booking, by, busId, dayOf(booking.clock.now(), bus.zone));
  const codes = await codesOf(booking, appointments);
  const typed = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const found = appointments.find(({ id, expectedId }) => expectedId && codes.get(id) === typed);
  if (!found) throw new NotFound();
  return { appointmentId: found.id, expectedId: found.expectedId as string };
}

async function requireBus(db: Db, busId: string): Promise<BusRow> {
  const [bus] = await busesOf(db, [busId]);
  if (!bus) throw new NotFound();
  return bus;
}

/** Who has come has found the bus, wherever it stood; a meeting of many is nobody by itself. */
const isToCome = ({ state, meeting }: Customer): boolean => !meeting && !['arrived', 'serving', 'done', 'left'].includes(state);

/** Of those that are in the bus. */
async function stopsOfAppointments(db: Db, busId: string, those: readonly Customer[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; stopId: string | null }>`select id, stop_id as "stopId" from appointment
    where id = any(${those.map(({ id }) => id)}::uuid[]) and point_id = ${busId}::uuid`.execute(db);
  return new Map(rows.map(({ id, stopId }) => [id, stopId]));
}

async function codesOf({ db, keys }: Booking, those: readonly Customer[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; contact: string | null }>`select id, contact from appointment
    where id = any(${those.map(({ id }) => id)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, contact }) => [id, openContact(keys, id, contact)?.code ?? null]));
}

const momentOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
const momentsOf = ({ from, until, bookedUntil }: Stand) => ({
  ...{ startsAt: momentOf(from), endsAt: momentOf(until), bookedUntil: momentOf(bookedUntil) },
});
