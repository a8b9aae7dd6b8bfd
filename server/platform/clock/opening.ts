/**
 * Opening-hours arithmetic: pure, in real elapsed time, right over the changes of the clock.
 * An opening belongs to the day on which it begins: Friday 22.00-02.00 stays open into a Saturday that is a holiday.
 */
import { z } from 'zod';
import { dayOf } from './day.ts';
import { holidayOn } from './holidays.ts';

const opensShape = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const closesShape = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** `closes` at or before `opens` means the next day; '24:00' is midnight. Several entries on one weekday leave a break between them. */
export const openingHoursShape = z.object({
  zone: z.string().refine(isZone),
  weekly: z.array(z.object({ weekday: z.int().min(1).max(7), opens: opensShape, closes: closesShape })),
  /** Replaces the weekly hours of that date, and beats holidays: a point may be open on 6 December. */
  exceptions: z.array(z.object({ date: z.iso.date(), opens: opensShape.optional(), closes: closesShape.optional(), closed: z.boolean() })),
  /** Closed on public holidays and on the eves when offices are closed by custom. */
  holidaysClosed: z.boolean(),
});

export type OpeningHours = z.infer<typeof openingHoursShape>;

type Opening = { start: number; end: number };

const MINUTE_MS = 60_000;
const SEARCH_YEARS = 1;
/** A due time farther away than this is a mistake in the hours, not a due time. */
const LONGEST_DUE_YEARS = 5;

export function isOpen(hours: OpeningHours, at: Temporal.Instant): boolean {
  return !openingsBetween(hours, at, at.epochMilliseconds).next().done;
}

/** The next moment the doors open after `at` (when open now: after the present opening), or null when that is over a year away or never. */
export function nextOpening(hours: OpeningHours, at: Temporal.Instant): Temporal.Instant | null {
  let openUntil = at.epochMilliseconds;
  for (const { start, end } of openingsBetween(hours, at, yearsAfter(at, SEARCH_YEARS, hours.zone))) {
    if (start > openUntil) return Temporal.Instant.fromEpochMilliseconds(start);
    openUntil = end;
  }
  return null;
}

/** The openings that begin on this local day, in order: what a door or a page says of today. */
export function openingsOfDay(hours: OpeningHours, day: Temporal.PlainDate): { opens: Temporal.Instant; closes: Temporal.Instant }[] {
  const exceptions = Map.groupBy(hours.exceptions, (exception) => exception.date);
  return openingsOn(hours, exceptions, day).map(({ start, end }) => ({
    opens: Temporal.Instant.fromEpochMilliseconds(start),
    closes: Temporal.Instant.fromEpochMilliseconds(end),
  }));
}

/** When the present opening ends; null when it is not open. */
export function openUntil(hours: OpeningHours, at: Temporal.Instant): Temporal.Instant | null {
  const { value } = openingsBetween(hours, at, at.epochMilliseconds).next();
  return value ? Temporal.Instant.fromEpochMilliseconds(value.end) : null;
}

/** Whole minutes open from `a` to `b`; 0 when `b` is not after `a`. */
export function openMinutesBetween(hours: OpeningHours, a: Temporal.Instant, b: Temporal.Instant): number {
  const from = a.epochMilliseconds;
  const to = b.epochMilliseconds;
  let open = 0;
  for (const { start, end } of openingsBetween(hours, a, to)) {
    open += Math.min(end, to) - Math.max(start, from);
  }
  return Math.floor(open / MINUTE_MS);
}

/**
 * The first moment by which that many minutes have been open since `start`: a due time. Work that ends exactly at closing is due at
 * closing, not next morning. Null for a unit with no hours, or so few that the moment is over five years away.
 * Throws RangeError unless `minutes` is a whole number from 0 up.
 */
export function addOpenMinutes(hours: OpeningHours, start: Temporal.Instant, minutes: number): Temporal.Instant | null {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`minutes must be a whole number from 0 up, not ${minutes}`);
  if (minutes === 0) return start;
  const from = start.epochMilliseconds;
  let left = minutes * MINUTE_MS;
  for (const opening of openingsBetween(hours, start, yearsAfter(start, LONGEST_DUE_YEARS, hours.zone))) {
    const begins = Math.max(opening.start, from);
    if (left <= opening.end - begins) return Temporal.Instant.fromEpochMilliseconds(begins + left);
    left -= opening.end - begins;
  }
  return null;
}

/** Openings that end after `from` and begin by `to` (epoch milliseconds), in order and never overlapping. */
function* openingsBetween(hours: OpeningHours, from: Temporal.Instant, to: number): Generator<Opening> {
  if (hours.weekly.length === 0 && hours.exceptions.length === 0) return;
  const exceptions = Map.groupBy(hours.exceptions, (exception) => exception.date);
  let covered = Number.NEGATIVE_INFINITY;
  // Yesterday's hours may run past midnight.
  for (let day = dayOf(from, hours.zone).subtract({ days: 1 }); startOf(day, hours.zone) <= to; day = day.add({ days: 1 })) {
    for (const { start, end } of openingsOn(hours, exceptions, day)) {
      const begins = Math.max(start, covered);
      if (begins > to) return;
      if (end > Math.max(begins, from.epochMilliseconds)) yield { start: begins, end };
      covered = Math.max(covered, end);
    }
  }
}

function openingsOn(hours: OpeningHours, exceptions: Map<string, OpeningHours['exceptions']>, day: Temporal.PlainDate): Opening[] {
  return (
    timesOn(hours, exceptions.get(day.toString()), day)
      .map(({ opens, closes }) => ({
        start: momentOf(day, opens, hours.zone),
        end: momentOf(closes > opens ? day : day.add({ days: 1 }), closes, hours.zone),
      }))
      // Hours that fall wholly into the hour skipped in spring do not happen.
      .filter(({ start, end }) => end > start)
      .sort((a, b) => a.start - b.start)
  );
}

function timesOn(
  hours: OpeningHours,
  exceptions: OpeningHours['exceptions'] | undefined,
  day: Temporal.PlainDate,
): { opens: string; closes: string }[] {
  if (exceptions) {
    if (exceptions.some((exception) => exception.closed)) return [];
    return exceptions.flatMap(({ opens, closes }) => (opens && closes ? [{ opens, closes }] : []));
  }
  const usual = hours.weekly.filter((entry) => entry.weekday === day.dayOfWeek);
  return usual.length > 0 && hours.holidaysClosed && holidayOn(day) ? [] : usual;
}

/** Wall-clock time to instant: a time skipped in spring is pushed forward, a repeated one in autumn is its first (RFC 5545, 3.3.5). */
function momentOf(day: Temporal.PlainDate, time: string, zone: string): number {
  if (time === '24:00') return startOf(day.add({ days: 1 }), zone);
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

function yearsAfter(instant: Temporal.Instant, years: number, zone: string): number {
  return instant.toZonedDateTimeISO(zone).add({ years }).epochMilliseconds;
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
