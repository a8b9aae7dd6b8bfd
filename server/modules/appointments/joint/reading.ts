import { NotFound } from '../../../platform/errors.ts';
import { openContact } from '../booking/contact.ts';
import { meetingLinksOf } from '../booking/meeting-link.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import type { Booking } from '../types.ts';
import { jointOf, partsOfJoint } from './queries.ts';
import type { JointBooking } from './schema.ts';
import { jointSecretOf } from './secrets.ts';

type State = JointBooking['state'];

/** The whole as its booker may see it. @throws NotFound */
export async function readJoint(booking: Booking, id: string): Promise<JointBooking> {
  const joint = await jointOf(booking.db, id);
  const parts = joint ? await partsOfJoint(booking.db, id) : [];
  const [first] = parts;
  if (!joint || !first) throw new NotFound();
  const now = booking.clock.now();
  const links = await meetingLinksOf(booking, parts);
  const contact = openContact(booking.keys, first.id, first.contact);
  const { kind, language, version } = joint;
  const { pointId, stopId, way, people, heldUntil } = first;
  return {
    ...{ id, kind, placeId: stopId ?? pointId, way, people, heldUntil, version },
    state: stateOf(parts, now),
    language: language as JointBooking['language'],
    code: contact?.code ?? null,
    name: contact?.name ?? null,
    parts: parts.map((part) => {
      const { bookableId: serviceId, sessionId, startsAt, endsAt } = part;
      return { id: part.id, serviceId, sessionId, startsAt, endsAt, state: partState(part, now), meetingLink: links.get(part.id) ?? null };
    }),
  };
}

const order: State[] = ['held', 'confirmed', 'arrived', 'missed', 'cancelled', 'expired'];

/** Of the whole: what the part is that has most still to come; held only while all of it is. */
export function stateOf(parts: readonly AppointmentRow[], now: Temporal.Instant): State {
  const states = parts.map((part) => partState(part, now));
  if (states.includes('expired') && !states.includes('confirmed')) return 'expired';
  return order.find((state) => states.includes(state)) as State;
}

/** A hold that has run out says so before anybody has swept it. */
const partState = ({ state, heldUntil }: AppointmentRow, now: Temporal.Instant): State =>
  state === 'held' && heldUntil !== null && Temporal.Instant.compare(heldUntil, now) <= 0 ? 'expired' : state;

/** With what opens it, for whoever holds it. @throws NotFound */
export async function readHeldJoint(booking: Booking, id: string): Promise<JointBooking & { secret: string }> {
  const joint = await jointOf(booking.db, id);
  const secret = joint && jointSecretOf(booking.keys, id, joint.secretHash);
  if (!secret) throw new NotFound();
  return { ...(await readJoint(booking, id)), secret };
}
