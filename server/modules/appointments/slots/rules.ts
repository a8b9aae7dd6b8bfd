import { dayOf } from '../../../platform/clock/day.ts';
import { holds, meets, type Span } from './spans.ts';

/**
 * When a service can be booked, one rule for all who ask: the public pages, the booking interface, the desk and the booking itself.
 * Pure; moments are epoch milliseconds, durations minutes.
 */
export type Terms = {
  minutes: number;
  /** Kept free for preparing and for writing down: of two neighbours both are. They may reach outside the open hours. */
  bufferBefore: number;
  bufferAfter: number;
  /** From one start to the next, counted from the opening in real elapsed time. */
  step: number;
  notice: number;
  horizonDays: number;
};

/** A person, a room, an interpreter: open in its hours, taken by bookings with their buffers. */
export type Resource = { id: string; open: readonly Span[]; taken: readonly Span[] };

/** So many of these are needed at once. Nobody stands in two parts. */
export type Part = { kind: string; count: number; among: readonly Resource[] };

export type FreeTime = {
  from: number;
  until: number;
  /** Of each part, who are free, in the order given. */
  free: readonly (readonly Resource[])[];
};

const MINUTE = 60_000;

/**
 * The times that can be booked within the range, in order. The first part (who serves) gives the times from the opening of its hours;
 * the others need be free then.
 */
export function freeTimes(parts: readonly Part[], terms: Terms, range: Span): FreeTime[] {
  const [serving] = parts;
  if (!serving) return [];
  const starts = new Set(serving.among.flatMap(({ open }) => startsIn(open, terms, range)));
  return [...starts].sort((a, b) => a - b).flatMap((from) => freeAt(parts, terms, from) ?? []);
}

/** The first of them; those after it are not worked out. */
export function firstFreeTime(parts: readonly Part[], terms: Terms, range: Span): FreeTime | undefined {
  const [serving] = parts;
  if (!serving) return undefined;
  const starts = new Set(serving.among.flatMap(({ open }) => startsIn(open, terms, range)));
  for (const from of [...starts].sort((a, b) => a - b)) {
    const time = freeAt(parts, terms, from);
    if (time) return time;
  }
  return undefined;
}

/** Who are free for an appointment that begins then; undefined when a part has too few, or when none who serves begins at that time. */
export function freeAt(parts: readonly Part[], terms: Terms, from: number): FreeTime | undefined {
  const until = from + terms.minutes * MINUTE;
  const free: Resource[][] = [];
  for (const [at, { among, count }] of parts.entries()) {
    const those = among.filter((one) => isFree(one, terms, from, until) && (at > 0 || beginsAt(one.open, terms, from)));
    if (those.length < count) return undefined;
    free.push(those);
  }
  return { from, until, free };
}

/** The stretch an appointment takes of each who is in it. */
export const takes = ({ minutes, bufferBefore, bufferAfter }: Terms, from: number): Span => ({
  from: from - bufferBefore * MINUTE,
  until: from + (minutes + bufferAfter) * MINUTE,
});

function isFree({ open, taken }: Resource, terms: Terms, from: number, until: number): boolean {
  const all = takes(terms, from);
  return holds(open, from, until) && !meets(taken, all.from, all.until);
}

/** Starts in each opening, step by step from when it opens, as long as a whole appointment fits before it closes. */
function startsIn(open: readonly Span[], { minutes, step }: Terms, range: Span): number[] {
  return open.flatMap((opening) => {
    const last = Math.min(opening.until - minutes * MINUTE, range.until - 1);
    const first = opening.from + Math.max(0, Math.ceil((range.from - opening.from) / (step * MINUTE))) * step * MINUTE;
    return Array.from({ length: Math.max(0, Math.floor((last - first) / (step * MINUTE)) + 1) }, (_, n) => first + n * step * MINUTE);
  });
}

/** Whether an appointment can begin then: on a step counted from an opening. */
export const beginsAt = (open: readonly Span[], { step }: Terms, at: number) =>
  open.some(({ from, until }) => from <= at && at < until && (at - from) % (step * MINUTE) === 0);

/**
 * What of the future may be booked now: after the notice, in real elapsed time, and as far as the horizon reaches. Its last day opens at
 * the hour at which the point opens on that day, so that nobody must sit up until midnight to be first.
 * @param opensAt when the doors open on that local day; null: closed
 */
export function bookableRange(
  { notice, horizonDays }: Terms,
  now: number,
  zone: string,
  opensAt: (day: Temporal.PlainDate) => number | null,
): Span {
  const today = dayOf(Temporal.Instant.fromEpochMilliseconds(now), zone);
  const last = today.add({ days: horizonDays });
  const opens = opensAt(last);
  const released = opens !== null && now >= sameClock(opens, today, zone);
  const until = (released ? last.add({ days: 1 }) : last).toZonedDateTime(zone).epochMilliseconds;
  return { from: now + notice * MINUTE, until: Math.max(until, now + notice * MINUTE) };
}

/** The moment on this day at which clocks show what they show at the other moment. */
function sameClock(moment: number, day: Temporal.PlainDate, zone: string): number {
  const plainTime = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainTime();
  return day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}
