import type { Reaction } from '../../../platform/events/reactions.ts';
import { DIRECTORY_CHANGED } from '../../directory/events.ts';
import { PERSON_CHANGED, PERSON_DISABLED, PERSON_ENABLED, PERSON_LEFT_UNIT } from '../../people/events.ts';
import { specialistChanged } from './events.ts';
import { deleteOfFormer, specialistIds } from './queries.ts';

/** A new name, a closed account or unit: what is read and found follows. The profile of who has left its unit goes. */
export const followingPeople: Reaction = {
  name: 'knowledge.specialists-follow-people',
  types: [PERSON_CHANGED, PERSON_DISABLED, PERSON_ENABLED, PERSON_LEFT_UNIT, DIRECTORY_CHANGED],
  async handle(trx, { type, subject, data }) {
    if (!subject) return;
    if (type === PERSON_LEFT_UNIT && (await deleteOfFormer(trx, subject, String(data.unitId)))) return specialistChanged(trx, subject);
    const about = type === DIRECTORY_CHANGED ? { placeId: subject } : { personId: subject };
    for (const id of await specialistIds(trx, about)) await specialistChanged(trx, id);
  },
};
