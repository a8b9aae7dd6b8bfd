import { dayOf } from '../../../platform/clock/day.ts';
import { holidayOn } from '../../../platform/clock/holidays.ts';
import { joined, type Span } from './spans.ts';

/**
 * Hours that repeat every so many weeks. The week is counted from the Monday of the anchor's week, so that "every second week" means
 * whole weeks whatever weekday it was written on. Dates are ISO dates, times "HH:MM"; closing at or before opening is on the next day,
 * "24:00" is midnight.
 */
export type Pattern = {
  everyWeeks: number;
  anchor: string;
  weekdays: readonly number[];
  opens: string;
  closes: string;
  validFrom: string | null;
  /** Inclusive. */
  validUntil: string | null;
  onHolidays: boolean;
};

/** Replaces all patterns on its date: no hours means away. Several on one date stand together. */
export type Exception = { date: string; hours: { opens: string; closes: string } | null };

/** The hours as they fall on the days; worked out once per day, since reading the calendar is the dearest part of looking for a time. */
export type Calendar = { between(range: Span, days: readonly Temporal.PlainDate[]): Span[] };

/** Days remembered of one calendar: over a year ahead. */
const MOST_DAYS = 500;

/** An opening belongs to the day on which it begins; times are the zone's own. */
export function calendarOf(patterns: readonly Pattern[], exceptions: readonly Exception[], zone: string): Calendar {
  const byDate = Map.groupBy(exceptions, ({ date }) => date);
  return rememberedByDay((day) =>
    hoursOn(patterns, byDate.get(day.toString()), day).flatMap(({ opens, closes }) => {
      const from = momentOf(day, opens, zone);
      const until = momentOf(closes > opens ? day : day.add({ days: 1 }), closes, zone);
      return until > from ? { from, until } : [];
    }),
  );
}

/** A calendar that works out each day once. It is of one set-up and one zone: another set-up is another calendar. */
export function rememberedByDay(openingsOn: (day: Temporal.PlainDate) => Span[]): Calendar {
  const known = new Map<string, Span[]>();
  return {
    between(range, days) {
      const spans = days.flatMap((day) => {
        const name = day.toString();
        const found = known.get(name) ?? openingsOn(day);
        if (known.size >= MOST_DAYS) known.clear();
        known.set(name, found);
        return found;
      });
      return joined(spans.filter(({ from, until }) => until > range.from && from < range.until));
    },
  };
}

/** The days whose openings may touch the range: the evening before may run past midnight. */
export function daysAround(range: Span, zone: string): Temporal.PlainDate[] {
  const [first, last] = [range.from, range.until - 1].map((moment) => dayOf(Temporal.Instant.fromEpochMilliseconds(moment), zone)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  return Array.from({ length: Math.max(0, first.until(last).days + 2) }, (_, n) => first.add({ days: n - 1 }));
}

type Hours = { opens: string; closes: string };

/** Those of the patterns that fall on the day. */
export const patternsOn = <One extends Pattern>(patterns: readonly One[], day: Temporal.PlainDate): One[] =>
  patterns.filter((pattern) => isOn(pattern, day));

function hoursOn(patterns: readonly Pattern[], exceptions: readonly Exception[] | undefined, day: Temporal.PlainDate): Hours[] {
  if (exceptions) return exceptions.flatMap(({ hours }) => hours ?? []);
  return patternsOn(patterns, day);
}

function isOn({ everyWeeks, anchor, weekdays, validFrom, validUntil, onHolidays }: Pattern, day: Temporal.PlainDate): boolean {
  if (!weekdays.includes(day.dayOfWeek)) return false;
  const date = day.toString();
  if ((validFrom && date < validFrom) || (validUntil && date > validUntil)) return false;
  if (everyWeeks > 1 && weeksBetween(Temporal.PlainDate.from(anchor), day) % everyWeeks !== 0) return false;
  return onHolidays || !holidayOn(day);
}

/** Whole weeks from the Monday of one's week to the Monday of the other's. */
function weeksBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return mondayOf(a).until(mondayOf(b), { largestUnit: 'weeks' }).weeks;
}

const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

/** A time skipped in spring is pushed forward, a repeated one in autumn is its first (RFC 5545, 3.3.5). */
function momentOf(day: Temporal.PlainDate, time: string, zone: string): number {
  if (time === '24:00') return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
