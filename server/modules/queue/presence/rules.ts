import { nextOpening, type OpeningHours, openingsOfDay } from '../../../platform/clock/opening.ts';
import type { Names } from '../../directory/types.ts';

export type Hours = { opens: Temporal.Instant; closes: Temporal.Instant };

/** When an authority is at the point on that day: its hours while the point is open; with none of its own, as the point. */
export function hoursHere(own: readonly OpeningHours[], point: OpeningHours, day: Temporal.PlainDate): Hours[] {
  const doors = openingsOfDay(point, day);
  if (own.length === 0) return doors;
  return joined(own.flatMap((hours) => openingsOfDay(hours, day)).flatMap((hours) => doors.flatMap((door) => both(hours, door))));
}

export function isWithin(hours: readonly Hours[], at: Temporal.Instant): boolean {
  const now = at.epochMilliseconds;
  return hours.some(({ opens, closes }) => opens.epochMilliseconds <= now && now < closes.epochMilliseconds);
}

const SEARCH_TURNS = 60;

/** When it comes next after this moment; null when that is not to be seen. */
export function nextHere(own: readonly OpeningHours[], point: OpeningHours, at: Temporal.Instant): Temporal.Instant | null {
  const times = (own.length > 0 ? own : [point]).flatMap((hours) => nextOf(hours, own, point, at) ?? []);
  return times.toSorted(Temporal.Instant.compare)[0] ?? null;
}

/** Its next time at which the doors are open too. */
function nextOf(hours: OpeningHours, own: readonly OpeningHours[], point: OpeningHours, at: Temporal.Instant): Temporal.Instant | null {
  let from: Temporal.Instant | null = at;
  for (let turn = 0; turn < SEARCH_TURNS && from; turn += 1) {
    from = nextOpening(hours, from);
    const day = from?.toZonedDateTimeISO(point.zone).toPlainDate();
    const next = day && hoursHere(own, point, day).find(({ opens }) => opens.epochMilliseconds > at.epochMilliseconds);
    if (next) return next.opens;
  }
  return null;
}

/** Whether words for where an authority is name a counter: a call to that counter would then tell whose customer is called. */
export function namesCounter(place: Names, counters: readonly Names[]): boolean {
  const said = (words: string) => ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return Object.values(place).some((words) =>
    counters.some((names) => Object.values(names).some((name) => said(words).includes(said(name)))),
  );
}

function both(a: Hours, b: Hours): Hours[] {
  const opens = Temporal.Instant.compare(a.opens, b.opens) > 0 ? a.opens : b.opens;
  const closes = Temporal.Instant.compare(a.closes, b.closes) < 0 ? a.closes : b.closes;
  return Temporal.Instant.compare(opens, closes) < 0 ? [{ opens, closes }] : [];
}

/** Hours of several units that touch each other are one. */
function joined(hours: readonly Hours[]): Hours[] {
  const sorted = hours.toSorted((a, b) => Temporal.Instant.compare(a.opens, b.opens));
  const spans: Hours[] = [];
  for (const { opens, closes } of sorted) {
    const last = spans.at(-1);
    if (!last || Temporal.Instant.compare(opens, last.closes) > 0) spans.push({ opens, closes });
    else if (Temporal.Instant.compare(closes, last.closes) > 0) spans[spans.length - 1] = { opens: last.opens, closes };
  }
  return spans;
}
