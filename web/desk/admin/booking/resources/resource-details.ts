import type { BookingResource, ResourceHours } from '../../../../shared/api/booking-setup.ts';
import { pick } from '../../edit/three-way.ts';
import { missingFields } from '../../fields/missing.ts';

export type ResourceDetails = Omit<BookingResource, 'id' | 'version' | 'exceptions' | 'hours'> & { hours: ResourceHours[] };

const fields = [
  'kind',
  'organisationId',
  'pointId',
  'personId',
  'name',
  'features',
  'languages',
  'bookableIds',
  'active',
  'hours',
] as const;

/** What it has, speaks and serves has no order. */
export const resourceDetails = (one: BookingResource): ResourceDetails => {
  const details = pick(one, fields) as ResourceDetails;
  const sorted = {
    features: details.features.toSorted(),
    languages: details.languages.toSorted(),
    bookableIds: details.bookableIds.toSorted(),
  };
  return { ...details, ...sorted };
};

export const noResource: ResourceDetails = {
  kind: 'person',
  organisationId: '',
  pointId: null,
  personId: null,
  name: '',
  features: [],
  languages: [],
  bookableIds: [],
  active: true,
  hours: [],
};

export const missingInResource = (value: ResourceDetails) => [
  ...missingFields(value, ['organisationId', 'name']),
  ...value.hours.flatMap(({ weekdays }, index) => (weekdays.length === 0 ? [`hours.${index}.weekdays`] : [])),
];
