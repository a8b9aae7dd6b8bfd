import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Booking } from '../types.ts';
import { openContact } from './contact.ts';
import { meetingLinkOf } from './meeting-link.ts';
import { type AppointmentRow, appointmentOf } from './queries.ts';
import type { Appointment } from './schema.ts';
import { appointmentSecretOf } from './secrets.ts';

/** An appointment as its booker may see it; a hold that has run out says so before anybody has swept it. @throws NotFound */
export async function readAppointment(booking: Booking, id: string): Promise<Appointment> {
  return shown(booking, await requireAppointment(booking.db, id));
}

/** @throws NotFound */
export async function requireAppointment(db: Db, id: string): Promise<AppointmentRow> {
  const row = await appointmentOf(db, id);
  if (!row) throw new NotFound();
  return row;
}

type Reading = Pick<Booking, 'db' | 'keys' | 'clock'>;

/** What was just written need not be read again. */
export async function shown(booking: Reading, row: AppointmentRow): Promise<Appointment> {
  const { keys, clock } = booking;
  const { id } = row;
  const contact = openContact(keys, id, row.contact);
  const { bookableId: serviceId, pointId, stopId, way, startsAt, endsAt, heldUntil, language, needs, interpreterLanguage, people } = row;
  const isOver = row.state === 'held' && heldUntil !== null && Temporal.Instant.compare(heldUntil, clock.now()) <= 0;
  const state = isOver ? 'expired' : row.state;
  const told = { id, serviceId, placeId: stopId ?? pointId, way, startsAt, endsAt, state, heldUntil, needs, interpreterLanguage, people };
  const meetingLink = await meetingLinkOf(booking, row);
  return { ...told, language: language as Appointment['language'], code: contact?.code ?? null, name: contact?.name ?? null, meetingLink };
}

/** With what opens it, for whoever holds it. */
export async function readHeld(booking: Booking, id: string): Promise<Appointment & { secret: string }> {
  return shownHeld(booking, await requireAppointment(booking.db, id));
}

/** @throws NotFound when nothing opens it any more */
export async function shownHeld(booking: Reading, row: AppointmentRow): Promise<Appointment & { secret: string }> {
  const secret = appointmentSecretOf(booking.keys, row.id, row.secretHash);
  if (!secret) throw new NotFound();
  return { ...(await shown(booking, row)), secret };
}
