import type { Trx } from '../../../platform/db/transaction.ts';
import { cancelExpected, forgetExpected, hasCome } from '../../queue/service.ts';
import { type AppointmentRow, endAppointment } from '../booking/queries.ts';
import { appointmentChanged } from '../events.ts';
import { forgetThose } from '../forgetting/queries.ts';
import type { Booking } from '../types.ts';
import { leaveWithin } from '../waiting/leaving.ts';
import { deleteInvitations, lockBooked, stripWaiting, waitingBeside } from './queries.ts';

/**
 * What was booked for these matters ends, and says no more whose it was (GDPR art. 17): coming times are free for others at once, places in
 * line go to the next, invitations open nothing. Figures keep theirs. The customer reads it in the answer to what they asked, for there is
 * no address left to write to. Only for matters that nobody works on any more: their paths are not touched.
 */
export async function eraseBooked({ clock }: Pick<Booking, 'clock'>, trx: Trx, matterIds: readonly string[]): Promise<void> {
  const now = clock.now();
  // Invitations first: whoever is booking by one finds it gone, or has booked before the times are read.
  await deleteInvitations(trx, matterIds);
  // Places in line before the times beside them, as whoever takes an offer.
  const waiting = await waitingBeside(trx, matterIds);
  for (const id of waiting) await leaveWithin(trx, id, now);
  await stripWaiting(trx, waiting);
  const all = await lockBooked(trx, matterIds);
  for (const one of all.filter((one) => isComing(one, now))) await end(trx, one, now);
  const [ids, expected] = [all.map(({ id }) => id), all.flatMap(({ expectedId }) => expectedId ?? [])];
  await forgetExpected(trx, expected);
  // What is booked as one is of no matter.
  await forgetThose(trx, ids, []);
}

const isComing = ({ state, endsAt }: AppointmentRow, now: Temporal.Instant) =>
  state === 'confirmed' && Temporal.Instant.compare(endsAt, now) > 0;

async function end(trx: Trx, { id, version, expectedId }: AppointmentRow, now: Temporal.Instant): Promise<void> {
  if (expectedId && (await hasCome(trx, expectedId))) return;
  await endAppointment(trx, id, 'cancelled', now);
  if (expectedId) await cancelExpected(trx, expectedId);
  await appointmentChanged(trx, id, { change: 'cancelled', version: version + 1 });
}
