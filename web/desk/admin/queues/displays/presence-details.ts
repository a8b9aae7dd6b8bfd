import type { Presence, PresenceInput } from '../../../../shared/api/displays.ts';
import { pick } from '../../edit/three-way.ts';
import { missingNames } from '../../fields/missing.ts';

export type PresenceDetails = Omit<PresenceInput, 'organisationId'>;

export const presenceDetails = (presence: Presence) => pick(presence, ['opening', 'direction', 'place']) as PresenceDetails;

/** Words for where it is are given in every language, or in none. */
export const placeOf = ({ place }: Pick<PresenceDetails, 'place'>) =>
  place && Object.values(place).some((words) => words.trim() !== '') ? place : null;

export const missingInPresence = (details: Partial<PresenceDetails>) => {
  const place = placeOf({ place: details.place ?? null });
  return place ? missingNames('place', place) : [];
};
