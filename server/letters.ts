import {
  type BookersOutbox,
  byMail,
  followingVisits,
  offeringFreed,
  startBookersLetters,
  startBookingLetters,
  tellingBookers,
  tellingRelocated,
  watchingInvited,
} from './modules/appointments/service.ts';
import { tellingOfDataRequests } from './modules/matters/data-requests/reactions.ts';
import { tellingCustomers } from './modules/matters/noticing/reactions.ts';
import type { Noticing } from './modules/matters/noticing/types.ts';
import { type ContactOutbox, startContactLetters } from './modules/matters/own/contact/letters.ts';
import type { Reaction } from './platform/events/reactions.ts';

/** What customers are told of when it happens. */
export const tellingPeople = (noticing: Noticing): Reaction[] => [
  tellingCustomers(noticing),
  tellingOfDataRequests(noticing),
  tellingRelocated(noticing),
  tellingBookers(noticing),
  followingVisits(noticing),
  offeringFreed,
  watchingInvited(noticing),
];

/** Letters to an address itself, in no matter: codes for new contact details, and agreed times. */
export function startLetters(outbox: Omit<BookersOutbox, 'senders'> & ContactOutbox): { stop(): Promise<void> } {
  const toBookers = { ...outbox, senders: [byMail(outbox.send)] };
  const loops = [startContactLetters(outbox), startBookersLetters(toBookers), startBookingLetters(toBookers)];
  return {
    async stop() {
      await Promise.all(loops.map((each) => each.stop()));
    },
  };
}
