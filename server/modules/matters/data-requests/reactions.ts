import type { Reaction } from '../../../platform/events/reactions.ts';
import { tell } from '../noticing/service.ts';
import type { NoticeKind, Noticing } from '../noticing/types.ts';
import type { DataRequestFacts } from './events.ts';

const kinds: Record<string, NoticeKind> = {
  'data-request.answered': 'data-request-answered',
  'data-request.lifting': 'restriction-lifting',
};

/** Tells the customer, in the channel of their wish, that there is an answer to read, and that a restriction is about to end. */
export function tellingOfDataRequests(noticing: Noticing): Reaction {
  return {
    name: 'matters.tell-of-data-requests',
    types: Object.keys(kinds),
    from: 'now',
    async handle(trx, { type, subject, data }) {
      const { matterId } = data as DataRequestFacts;
      const kind = kinds[type];
      if (kind && subject && matterId) await tell(noticing, trx, matterId, { kind, thing: `${kind}:${subject}` });
    },
  };
}
