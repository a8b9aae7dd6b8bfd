import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import type { Reaction } from '../../../platform/events/reactions.ts';
import { lockMatterItself, takeTurn } from '../../matters/service.ts';
import { APPOINTMENT_CHANGED, type AppointmentChanged } from '../events.ts';
import type { Booking } from '../types.ts';
import * as rows from './queries.ts';
import { standing } from './rules.ts';
import { traceInvitation } from './trace.ts';

type Watching = Pick<Booking, 'clock'>;

/** Whoever was invited has booked and cancelled: their matter waits for us again, so that nobody is forgotten. */
export function watchingInvited({ clock }: Watching): Reaction {
  return {
    name: 'appointments.watch-invited',
    types: [APPOINTMENT_CHANGED],
    from: 'now',
    async handle(trx, { subject, data }) {
      const { change } = data as AppointmentChanged;
      if ((change !== 'cancelled' && change !== 'called-off') || !subject) return;
      const one = await rows.invitationOfAppointment(trx, subject);
      if (one?.state === 'booked') await endUnbooked(trx, one, 'cancelled', clock.now());
    },
  };
}

/** The job of each minute: nobody has booked by the last day. @returns how many */
export async function expireInvitations({ db, clock }: Watching & { db: Parameters<typeof inTransaction>[0] & Db }): Promise<number> {
  const now = clock.now();
  const due = await rows.overdueInvitations(db, now);
  for (const one of due) await inTransaction(db, (trx) => endUnbooked(trx, one, 'expired', now));
  return due.length;
}

/** The turn is ours: whoever keeps the matter, or has taken it, sees it among what waits for them, with why on its timeline. */
async function endUnbooked(
  trx: Trx,
  { id, matterId }: rows.InvitationRow,
  state: 'expired' | 'cancelled',
  now: Temporal.Instant,
): Promise<void> {
  const matter = await lockMatterItself(trx, matterId);
  const one = await rows.lockInvitation(trx, id);
  // Booked, withdrawn or told of meanwhile.
  if (!one || (state === 'expired' ? one.state === 'expired' || standing(one, now) !== 'expired' : one.state !== 'booked')) return;
  await rows.setState(trx, id, state, { now });
  await takeTurn(trx, matter, now);
  await traceInvitation(trx, null, one, state === 'expired' ? 'invitation-expired' : 'invitation-cancelled');
}
