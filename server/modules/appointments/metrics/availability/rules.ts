import { chosen } from '../../capacity/rules.ts';
import type { Staffed } from '../../capacity/types.ts';
import { type FreeTime, firstFreeTime, type Part, type Terms, takes } from '../../slots/rules.ts';
import { common, joined, type Span, without } from '../../slots/spans.ts';

const MINUTE = 60_000;

/**
 * The free times that so many bookers in a row would get, each the first that is left: the third of them is the third available
 * appointment by which access to health care is measured, since a single cancellation does not make it look short.
 */
export function nextTimes(parts: readonly Part[], terms: Terms, range: Span, resources: readonly Staffed[], most: number): FreeTime[] {
  const found: FreeTime[] = [];
  let [left, from] = [parts, range.from];
  while (found.length < most) {
    const time = firstFreeTime(left, terms, { from, until: range.until });
    if (!time) break;
    found.push(time);
    left = afterBooking(left, terms, time, resources);
    from = time.from;
  }
  return found;
}

function afterBooking(parts: readonly Part[], terms: Terms, time: FreeTime, resources: readonly Staffed[]): Part[] {
  const counts = parts.map(({ count }) => count);
  const taking = new Set(chosen(time.free, counts, resources, () => 0));
  const during = takes(terms, time.from);
  return parts.map((part) => ({
    ...part,
    among: part.among.map((one) => (taking.has(one.id) ? { ...one, taken: joined([...one.taken, during]) } : one)),
  }));
}

export type Load = { openMinutes: number; takenMinutes: number };

/** How much of the time of those who serve is taken within the range, whatever service it is taken for. What is blocked was never to be had. */
export function loadOf(serving: Part | undefined, range: Span, blocked: ReadonlyMap<string, readonly Span[]>): Load {
  const load = { openMinutes: 0, takenMinutes: 0 };
  for (const { id, open, taken } of serving?.among ?? []) {
    const within = without(common(open, [range]), blocked.get(id) ?? []);
    load.openMinutes += minutesOf(within);
    load.takenMinutes += minutesOf(common(within, taken));
  }
  return load;
}

const minutesOf = (spans: readonly Span[]) => Math.round(spans.reduce((sum, { from, until }) => sum + until - from, 0) / MINUTE);
