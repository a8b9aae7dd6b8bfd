import type { Reaction } from '../../../platform/events/reactions.ts';
import { appointmentOf } from '../booking/queries.ts';
import { APPOINTMENT_CHANGED, type AppointmentChanged } from '../events.ts';
import { offerSoon } from './leaving.ts';
import { isAwaited } from './queries.ts';

/** What is cancelled or moved away is offered to those who wait, at once. */
export const offeringFreed: Reaction = {
  name: 'appointments.offer-freed',
  types: [APPOINTMENT_CHANGED],
  from: 'now',
  async handle(trx, { subject, data }) {
    if ((data as AppointmentChanged).change === 'confirmed') return;
    const one = subject && (await appointmentOf(trx, subject));
    if (one && (await isAwaited(trx, one.bookableId))) await offerSoon(trx, one.bookableId);
  },
};
