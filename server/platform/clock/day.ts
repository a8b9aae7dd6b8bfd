/** Local days. A day is a date in a zone, from midnight to midnight: 23 hours in March and 25 in October. */

export const DEFAULT_ZONE = 'Europe/Helsinki';

/** The local date at this instant. Throws RangeError for an unknown IANA zone. */
export function dayOf(instant: Temporal.Instant, zone: string = DEFAULT_ZONE): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** The first instant of the day: midnight, or the first moment after it in zones that change their clocks at midnight. */
export function startOfDay(day: Temporal.PlainDate, zone: string = DEFAULT_ZONE): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

/** The first instant that no longer belongs to the day; compare with `<`. */
export function endOfDay(day: Temporal.PlainDate, zone: string = DEFAULT_ZONE): Temporal.Instant {
  return startOfDay(day.add({ days: 1 }), zone);
}

/** The day's true length in hours: 24, or 23 and 25 when the clocks change. */
export function hoursInDay(day: Temporal.PlainDate, zone: string = DEFAULT_ZONE): number {
  return startOfDay(day, zone).until(endOfDay(day, zone)).total('hours');
}
