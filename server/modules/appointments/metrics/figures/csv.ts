import { csvTable } from '../../../../platform/http/csv.ts';
import type { Names } from '../../../directory/types.ts';
import type { BookingFigures, Figure } from './schema.ts';

const columns = [
  ...[
    'group',
    'name',
    'measured',
    'first_free_days',
    'first_free_hours',
    'third_free_days',
    'third_free_hours',
    'with_free_share',
    'taken_share',
  ],
  ...['appointments', 'begun', 'start_median_min', 'within_5_share', 'within_10_share', 'arrival_median_min', 'arrived_late_share'],
  ...['missed_share', 'cancelled_share', 'held', 'held_unused_share'],
] as const;

/** The same figures as a table; where nothing is told of a few, "hidden". */
export function bookingCsv({ whole, byService, byPlace, byMonth }: BookingFigures, language: keyof Names): string {
  return csvTable(columns, [
    rowOf('all', 'all', whole),
    ...byService.map((row) => rowOf('service', row.name[language], row)),
    ...byPlace.map((row) => rowOf('place', row.name?.[language] ?? 'remote', row)),
    ...byMonth.map((row) => rowOf('month', row.month, row)),
  ]);
}

function rowOf(group: string, name: string, { availability, punctuality }: Figure) {
  const { first, third, ...rest } = availability ?? { first: null, third: null, measured: 0, withFree: null, taken: null };
  return {
    ...{ group, name, measured: rest.measured, with_free_share: rest.withFree, taken_share: rest.taken },
    ...{ first_free_days: first?.days ?? null, first_free_hours: first?.hours ?? null },
    ...{ third_free_days: third?.days ?? null, third_free_hours: third?.hours ?? null },
    ...{ appointments: punctuality.booked ?? 'hidden', begun: punctuality.begun, start_median_min: punctuality.startMinutes },
    ...{ within_5_share: punctuality.within5, within_10_share: punctuality.within10, arrival_median_min: punctuality.arrivalMinutes },
    ...{ arrived_late_share: punctuality.arrivedLate, missed_share: punctuality.missed, cancelled_share: punctuality.cancelled },
    ...{ held: punctuality.held, held_unused_share: punctuality.unused },
  };
}
