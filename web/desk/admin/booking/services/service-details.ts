import type { Bookable } from '../../../../shared/api/booking-setup.ts';
import { pick } from '../../edit/three-way.ts';
import { missingFields, missingNames, noNames } from '../../fields/missing.ts';
import { ways } from '../words.ts';

export type ServiceDetails = Omit<Bookable, 'id' | 'version' | 'kept'>;

const fields = [
  ...(['organisationId', 'serviceId', 'situations', 'name', 'bring', 'minutes', 'bufferBefore', 'bufferAfter', 'step', 'notice'] as const),
  ...(['horizonDays', 'mostPerPerson', 'mostPeople', 'minutesEach', 'fixed', 'answerMinutes', 'mostUnanswered', 'who', 'ways'] as const),
  ...(['missedAfter', 'parts', 'rules', 'places', 'active'] as const),
];

/** Ways and places have no order of their own. */
export const serviceDetails = (service: Bookable): ServiceDetails => {
  const details = pick(service, fields) as ServiceDetails;
  return { ...details, ways: orderedWays(details.ways), places: orderedPlaces(details.places) };
};

export const orderedWays = (chosen: readonly string[]): Bookable['ways'] => ways.filter((way) => chosen.includes(way));
export const orderedPlaces = (places: Bookable['places']) => places.toSorted((one, other) => (one.pointId < other.pointId ? -1 : 1));

export const noService: ServiceDetails = {
  organisationId: '',
  serviceId: null,
  situations: [],
  name: noNames,
  bring: {},
  minutes: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  step: 30,
  notice: 60,
  horizonDays: 60,
  mostPerPerson: 2,
  mostPeople: 1,
  minutesEach: 0,
  fixed: false,
  missedAfter: 30,
  answerMinutes: 1440,
  mostUnanswered: 2,
  who: 'public',
  ways: ['point'],
  parts: [{ kind: 'person' }],
  rules: [],
  places: [],
  active: true,
};

export const missingInService = (value: ServiceDetails) => [
  ...missingFields(value, ['organisationId']),
  ...missingNames('name', value.name),
  ...(value.ways.length === 0 ? ['ways'] : []),
  ...(value.places.length === 0 && value.ways.includes('point') ? ['places'] : []),
];
