import { holidayOn } from '../../../../platform/clock/holidays.ts';
import { type OpeningHours, openingsOfDay } from '../../../../platform/clock/opening.ts';
import { patternsOn } from '../../slots/patterns.ts';
import type { Resource } from '../resources/schema.ts';
import type { TrialDay } from './schema.ts';

/** How the repeating hours and the exceptions fall on these days. `doors`: of the point it is at, null where it is at none. */
export function daysOf({ hours, exceptions }: Resource, days: readonly Temporal.PlainDate[], doors: OpeningHours | null): TrialDay[] {
  return days.map((day) => {
    const exception = exceptions.find((one) => one.day === day.toString());
    const usual = patternsOn(hours, day).map(({ opens, closes, pointId, languages }) => ({ opens, closes, pointId, languages }));
    const instead = exception?.hours.map((stretch) => ({ ...stretch, pointId: null, languages: null }));
    return {
      day: day.toString(),
      holiday: holidayOn(day)?.names ?? null,
      instead: exception !== undefined,
      closed: doors !== null && openingsOfDay(doors, day).length === 0,
      hours: (instead ?? usual).sort((one, other) => one.opens.localeCompare(other.opens)),
    };
  });
}
