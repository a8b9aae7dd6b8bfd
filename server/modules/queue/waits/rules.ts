import { type OpeningHours, openingsOfDay } from '../../../platform/clock/opening.ts';
import type { BestTime, HourOfWeek, Level, PublicWaits } from './schema.ts';

/** Minutes. */
const SOME = 10;
const BUSY = 25;
const WEEK = 7;

export function levelOf(minutes: number): Level {
  return minutes < SOME ? 'calm' : minutes < BUSY ? 'some' : 'busy';
}

/** How busy it is over all kinds of help: the middle one of what their newcomers would be told. @param likely minutes */
export function busyOf(likely: readonly number[]): Level | null {
  const sorted = likely.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined ? null : levelOf(middle);
}

/** The hours still to come today and in a week, when waits have been shortest; the earlier of two alike. */
export function bestTimes(
  hours: readonly HourOfWeek[],
  opening: OpeningHours,
  now: Temporal.Instant,
): Pick<PublicWaits, 'bestToday' | 'bestThisWeek'> {
  const today = now.toZonedDateTimeISO(opening.zone).toPlainDate();
  const days = Array.from({ length: WEEK }, (_, n) => today.add({ days: n }));
  const ahead = days.flatMap((day) => timesOf(hours, opening, day, now));
  return { bestToday: shortest(ahead.filter(({ date }) => date === today.toString())), bestThisWeek: shortest(ahead) };
}

function timesOf(hours: readonly HourOfWeek[], opening: OpeningHours, day: Temporal.PlainDate, now: Temporal.Instant): BestTime[] {
  const openings = openingsOfDay(opening, day);
  return hours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .toSorted((a, b) => a.hour - b.hour)
    .filter(({ hour }) => {
      const begins = day.toZonedDateTime({ timeZone: opening.zone, plainTime: { hour } });
      const [from, until] = [begins.epochMilliseconds, begins.add({ hours: 1 }).epochMilliseconds];
      const isAhead = until > now.epochMilliseconds;
      return isAhead && openings.some(({ opens, closes }) => opens.epochMilliseconds < until && closes.epochMilliseconds > from);
    })
    .map(({ hour, minutes }) => ({ date: day.toString(), hour, minutes }));
}

function shortest(times: readonly BestTime[]): BestTime | null {
  return times.reduce<BestTime | null>((best, time) => (best && best.minutes <= time.minutes ? best : time), null);
}
