import type { Clock } from '../../../platform/clock/clock.ts';
import type { Reaction } from '../../../platform/events/reactions.ts';
import { PERSON_DISABLED, PERSON_LEFT_UNIT } from '../../people/events.ts';
import { giveBackRequestsOf } from './owners.ts';

/** What a person held when they left a unit, or were shut out, is the unit's again. */
export function givingBackRequests(clock: Clock): Reaction {
  return {
    name: 'matters.give-back-requests',
    types: [PERSON_DISABLED, PERSON_LEFT_UNIT],
    async handle(trx, { subject, data }) {
      if (!subject) return;
      const unitId = typeof data.unitId === 'string' ? data.unitId : null;
      await giveBackRequestsOf(trx, subject, unitId, clock.now());
    },
  };
}
