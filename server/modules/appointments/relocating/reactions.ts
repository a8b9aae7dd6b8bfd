import type { Reaction } from '../../../platform/events/reactions.ts';
import { DIRECTORY_CHANGED, type DirectoryChanged } from '../../directory/events.ts';
import type { Booking } from '../types.ts';
import { relocateBooked } from './relocating.ts';

/** A point that has another address is told to whoever has agreed to come there. */
export const tellingRelocated = ({ clock }: Pick<Booking, 'clock'>): Reaction => ({
  name: 'appointments.tell-relocated',
  types: [DIRECTORY_CHANGED],
  from: 'now',
  async handle(trx, { subject, data }) {
    if (subject && (data as DirectoryChanged).relocated) await relocateBooked({ clock }, trx, { pointId: subject });
  },
});
