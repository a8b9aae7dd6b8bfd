import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { holidayOn } from '../../../platform/clock/holidays.ts';
import { type OpeningHours, openingsOfDay } from '../../../platform/clock/opening.ts';
import { clockTime, closingTime } from '../../site/service.ts';
import type { Reader } from './reader.ts';

/** `why`: a day that differs from its weekday's usual hours says so. */
export type Day = { day: string; times: string; why: string };

const WEEK = 7;
/** Exceptions further away are not yet anybody's plans (days). */
const AHEAD = 60;

/** Today and the six days after it. */
export function comingDays(reader: Reader, hours: OpeningHours): Day[] {
  const today = dayOf(reader.view.now, hours.zone);
  return Array.from({ length: WEEK }, (_, n) => {
    const day = today.add({ days: n });
    return { day: dayName(reader, day, today), times: timesOf(reader, hours, day), why: whyOther(reader, hours, day) };
  });
}

/** Days after the coming week that differ. */
export function exceptionsAhead(reader: Reader, hours: OpeningHours): Pick<Day, 'day' | 'times'>[] {
  const today = dayOf(reader.view.now, hours.zone);
  return Array.from({ length: AHEAD - WEEK }, (_, n) => today.add({ days: n + WEEK }))
    .filter((day) => whyOther(reader, hours, day) !== '')
    .map((day) => ({ day: withReason(reader, hours, day, today), times: timesOf(reader, hours, day) }));
}

function withReason(reader: Reader, hours: OpeningHours, day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const name = holidayOn(day)?.names[reader.view.locale];
  const date = formatDate(day, reader.view.locale, today);
  return name && hours.holidaysClosed ? `${date} (${name})` : date;
}

function dayName({ view, t }: Reader, day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const date = formatDate(day, view.locale, today);
  if (day.equals(today)) return `${date} (${t('place.today')})`;
  return day.equals(today.add({ days: 1 })) ? `${date} (${t('place.tomorrow')})` : date;
}

/** "klo 9–16"; two openings with a break between them are both said. */
export function timesOf({ view, t }: Reader, hours: OpeningHours, day: Temporal.PlainDate): string {
  const { locale } = view;
  const bare = (at: Temporal.Instant) => closingTime(at, locale, hours.zone).replace(/^klo?\.?\u00a0/, '');
  const times = openingsOfDay(hours, day).map(({ opens, closes }) => `${clockTime(opens, locale, hours.zone)}\u2060–\u2060${bare(closes)}`);
  return times.length > 0 ? times.join(', ') : t('place.closed');
}

/** The holiday's name, "exception", or nothing on an ordinary day. */
function whyOther({ view, t }: Reader, hours: OpeningHours, day: Temporal.PlainDate): string {
  if (hours.exceptions.some(({ date }) => date === day.toString())) return holidayOn(day)?.names[view.locale] ?? t('place.exception');
  const usuallyOpen = hours.weekly.some(({ weekday }) => weekday === day.dayOfWeek);
  return usuallyOpen && hours.holidaysClosed ? (holidayOn(day)?.names[view.locale] ?? '') : '';
}
