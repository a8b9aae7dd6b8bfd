import { DEFAULT_ZONE, dayOf } from '../../../platform/clock/day.ts';
import type { PublishedEvent } from '../../../platform/events/event.ts';
import type { Reaction } from '../../../platform/events/reactions.ts';
import type { MatterEventFacts } from '../events.ts';
import { needsWithoutOutcome, readNoticed, withdrawThings } from './queries.ts';
import { endings, type Heard, heardEvents, thingsOf } from './rules.ts';
import { tell } from './service.ts';
import type { Noticing } from './types.ts';

/** A closing or a wrap-up that is taken back has not happened. */
const takenBack = ['matter.reopened', 'contact.unwrapped'] as const;

/** Tells customers what happens in their matters. From now on: nobody is told of what was before notices came. */
export function tellingCustomers(noticing: Noticing): Reaction {
  return {
    name: 'matters.tell-customers',
    types: [...heardEvents, ...takenBack],
    from: 'now',
    async handle(trx, event) {
      const matterId = event.subject;
      if (!matterId) return;
      if ((takenBack as readonly string[]).includes(event.type))
        return withdrawThings(trx, await needsWithoutOutcome(trx, matterId), endings);
      const { messageId, ownerOrg } = event.data as MatterEventFacts;
      const matter = await readNoticed(trx, matterId, messageId ?? null);
      if (!matter) return;
      for (const thing of thingsOf(heardIn(event), { ...matter, ownerOrg })) await tell(noticing, trx, matterId, thing);
    },
  };
}

function heardIn({ type, at, data }: PublishedEvent): Heard {
  const { needId, toOrg, personIds, inHand } = data as MatterEventFacts;
  return {
    type,
    needId: needId ?? null,
    toOrg: toOrg ?? null,
    taken: (personIds ?? []).length > 0,
    inHand: inHand === true,
    day: dayOf(at, DEFAULT_ZONE),
  };
}
