import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { freeBookedStep, moveBookedStep } from '../../matters/path/booked/service.ts';
import { cancelExpected, changeExpected } from '../../queue/service.ts';
import { endAppointment, lockAppointment } from '../booking/queries.ts';
import { appointmentChanged } from '../events.ts';
import { type OfMove, settleJoint } from '../joint/settling.ts';
import type { Booking } from '../types.ts';
import { leadToRooms } from './leading.ts';
import { cancelSession, lockSessions, placesTaken } from './queries.ts';

/** As its house was moved. */
type Moved = Pick<OfMove, 'byStaff' | 'undoes'>;

/**
 * The meeting goes where its room and leader have gone, with everyone who has a place. Of another appointment: nothing.
 * @throws Conflict `booked-already` when somebody has come to it
 */
export async function followHouse(booking: Booking, trx: Trx, houseId: string, { byStaff, undoes }: Moved): Promise<void> {
  const { rows } = await sql<{
    id: string;
    startsAt: Temporal.Instant;
  }>`update booking_session s set starts_at = h.starts_at, ends_at = h.ends_at
    from appointment h where h.id = s.house_id and s.house_id = ${houseId}::uuid returning s.id, s.starts_at as "startsAt"`.execute(trx);
  const session = rows[0];
  if (!session) return;
  await leadToRooms(trx, { houseId }, booking.clock.now());
  const moved = await moveAll(trx, session.id, booking.clock.now());
  await letGoHeld(trx, session.id, booking.clock.now());
  if (await hasCome(trx, session.id)) throw new Conflict('booked-already');
  for (const { id, version, expectedId, jointId, stepId } of moved) {
    if (stepId) await moveBookedStep(trx, stepId, { at: session.startsAt }, null);
    if (expectedId && !jointId) await changeExpected(trx, expectedId, { dueAt: session.startsAt, following: [] });
    const told = byStaff ? { byStaff, ...(undoes ? { undoes: version - 1 } : {}) } : {};
    await appointmentChanged(trx, id, { change: 'moved', version, ...told });
    if (jointId) await settleJoint(booking, trx, jointId, 'moved', { movedId: id, byStaff, undoes });
  }
}

type Place = { id: string; version: number; expectedId: string | null; jointId: string | null; stepId: string | null };

async function moveAll(trx: Trx, sessionId: string, now: Temporal.Instant): Promise<Place[]> {
  const { rows } =
    await sql<Place>`update appointment a set starts_at = s.starts_at, ends_at = s.ends_at, stop_id = h.stop_id, changed_at = ${now}::timestamptz,
      sequence = a.sequence + 1, version = a.version + 1
    from booking_session s join appointment h on h.id = s.house_id where s.id = a.session_id and s.id = ${sessionId}::uuid and a.state = 'confirmed'
    returning a.id, a.version, a.expected_id as "expectedId", a.joint_id as "jointId", a.step_id as "stepId"`.execute(trx);
  return rows;
}

/** Whoever is writing who they are chose another time: they choose anew. */
async function letGoHeld(trx: Trx, sessionId: string, now: Temporal.Instant): Promise<void> {
  for (const place of await placesTaken(trx, sessionId)) {
    const one = await lockAppointment(trx, place);
    if (one?.state === 'held') await endAppointment(trx, place, 'expired', now);
  }
}

async function hasCome(trx: Trx, sessionId: string): Promise<boolean> {
  const { rows } = await sql`select from appointment where session_id = ${sessionId}::uuid and state = 'arrived' limit 1`.execute(trx);
  return rows.length > 0;
}

/** The meeting whose room and leader are let go is not held. Of another appointment: nothing. */
export async function endMeetingOf(booking: Booking, trx: Trx, houseId: string): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from booking_session where house_id = ${houseId}::uuid and cancelled_at is null`.execute(trx);
  if (rows[0]) await endMeeting(booking, trx, rows[0].id);
}

/** Everyone who has a place is told that it is not held. */
export async function endMeeting(booking: Booking, trx: Trx, id: string): Promise<void> {
  // Places first and then the meeting, as whoever gives a place back does; who has come in between is locked now.
  for (const place of await placesTaken(trx, id)) await lockAppointment(trx, place);
  await lockSessions(trx, [id]);
  const now = booking.clock.now();
  await cancelSession(trx, id, now);
  for (const place of await placesTaken(trx, id)) await tellNotHeld(booking, trx, place, now);
}

async function tellNotHeld(booking: Booking, trx: Trx, id: string, now: Temporal.Instant): Promise<void> {
  const one = await lockAppointment(trx, id);
  if (!one || (one.state !== 'held' && one.state !== 'confirmed')) return;
  await endAppointment(trx, id, one.state === 'held' ? 'expired' : 'cancelled', now);
  if (one.state === 'held') return;
  if (one.expectedId && !one.jointId) await cancelExpected(trx, one.expectedId);
  if (one.stepId) await freeBookedStep(booking, trx, one.stepId, one.stepMade, null);
  await appointmentChanged(trx, id, { change: 'called-off', version: one.version + 1 });
  if (one.jointId) await settleJoint(booking, trx, one.jointId, 'called-off');
}
