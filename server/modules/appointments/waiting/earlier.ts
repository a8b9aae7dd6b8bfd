import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import type { Done } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { openContact } from '../booking/contact.ts';
import { type AppointmentRow, appointmentOf } from '../booking/queries.ts';
import { protectedAmong } from '../protected.ts';
import type { Booking } from '../types.ts';
import type { When } from './queries.ts';
import { joinLine } from './service.ts';

/**
 * Joins the line with an agreed time, which moves when an earlier one is taken. `email`: where to tell of it, when none is known.
 * @throws NotFound where no line is waited in: a meeting, a stop of the bus, several people or parts, turvakielto; Conflict `booked-already` for what is
 * not agreed; Invalid `invalid-fields` without an address
 */
export async function waitForEarlier(
  booking: Booking,
  key: IdempotencyKey | undefined,
  appointmentId: string,
  when: When,
  email: string | null,
): Promise<Done<{ id: string }>> {
  const one = await appointmentOf(booking.db, appointmentId);
  // What becomes free is told by a letter, and none goes to whoever is under turvakielto.
  if (!one || !hasLine(one) || (await protectedAmong(booking.db, [one.matterId])).size > 0) throw new NotFound();
  const known = openContact(booking.keys, one.id, one.contact);
  if (one.state !== 'confirmed' || !known) throw new Conflict('booked-already');
  const told = known.email ?? email;
  if (!told) throw new Invalid('invalid-fields', { fields: ['email'] });
  const { bookableId, pointId, way, language, needs, interpreterLanguage } = one;
  const wish = { bookableId, way, pointIds: pointId ? [pointId] : [], language, needs, interpreterLanguage, ...when };
  return joinLine(booking, key, wish, { name: known.name, phone: known.phone, email: told }, { appointmentId: one.id });
}

const hasLine = ({ sessionId, jointId, stopId, people, way }: AppointmentRow): boolean =>
  sessionId === null && jointId === null && stopId === null && way !== 'bus' && people === 1;
