import type { OpeningHours } from '../api.ts';

export type Slot = { opens: string; closes: string };
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export function slotsOn(hours: OpeningHours, weekday: number): Slot[] {
  return hours.weekly
    .filter((entry) => entry.weekday === weekday)
    .map(({ opens, closes }) => ({ opens, closes }))
    .sort(byOpening);
}

export function withSlots(hours: OpeningHours, weekday: number, slots: readonly Slot[]): OpeningHours {
  const others = hours.weekly.filter((entry) => entry.weekday !== weekday);
  const weekly = [...others, ...slots.map((slot) => ({ weekday, ...slot }))];
  return { ...hours, weekly: weekly.sort((one, other) => one.weekday - other.weekday || byOpening(one, other)) };
}

/** The next opening of a day: the usual hours, or after a break of an hour. */
export function nextSlot(slots: readonly Slot[]): Slot {
  const last = slots.at(-1);
  if (!last) return { opens: '09:00', closes: '16:00' };
  const hour = Math.min(Number(last.closes.slice(0, 2)) + 1, 22);
  return { opens: `${String(hour).padStart(2, '0')}:00`, closes: `${String(Math.min(hour + 2, 24)).padStart(2, '0')}:00` };
}

/** The hours of one day on all days from Tuesday to Friday. */
export function copiedOverWeek(hours: OpeningHours, weekday: number): OpeningHours {
  const slots = slotsOn(hours, weekday);
  return [1, 2, 3, 4, 5].reduce((all, day) => withSlots(all, day, slots), hours);
}

export type DayRun = { from: number; to: number; slots: Slot[] };

/** Days in a row with the same hours, closed days left out: Mon-Thu 9-16, Fri 9-15. */
export function runsOf(hours: OpeningHours): DayRun[] {
  const runs: DayRun[] = [];
  for (const weekday of weekdays) {
    const slots = slotsOn(hours, weekday);
    const before = runs.at(-1);
    if (slots.length === 0) continue;
    if (before && before.to === weekday - 1 && JSON.stringify(before.slots) === JSON.stringify(slots)) before.to = weekday;
    else runs.push({ from: weekday, to: weekday, slots });
  }
  return runs;
}

/** Two openings of one day that cover the same time, or one that ends when it begins. */
export function faultOn(slots: readonly Slot[]): 'overlap' | 'empty' | null {
  if (slots.some(({ opens, closes }) => opens === closes)) return 'empty';
  const sorted = slots.toSorted(byOpening);
  return sorted.some((slot, index) => index > 0 && (sorted[index - 1] as Slot).closes > slot.opens) ? 'overlap' : null;
}

const byOpening = (one: Slot, other: Slot) => one.opens.localeCompare(other.opens);
