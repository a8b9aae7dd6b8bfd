import { DEFAULT_ZONE } from '../../../platform/clock/day.ts';
import type { OpeningHours } from '../../../platform/clock/opening.ts';

/** Hours as both versions of the directory tell them, before they become a week and its exceptions. Weekdays are ISO's, 1 to 7. */
export type Slot = { weekday: number; opens: string; closes: string };
/** `from` and `until` are inclusive local dates; null: for now. */
export type Week = { from: Temporal.PlainDate | null; until: Temporal.PlainDate | null; slots: Slot[] };
/** On these dates instead of the week. `slots` without a weekday hold on each of them. */
export type Change = {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  closed: boolean;
  slots: { weekday: number | null; opens: string; closes: string }[];
};
export type ToldHours = { weeks: Week[]; changes: Change[] };

/** A season or an exception of more than a year is a mistake, or is told again before it ends. */
const LONGEST_DAYS = 400;

/**
 * One week with exceptions, as the rest of the product counts hours. Of weeks that hold for now the one that began last is the week; one
 * that begins later, and seasons, become exceptions of each of their dates. Null when nothing has been told.
 */
export function openingOf({ weeks, changes }: ToldHours, today: Temporal.PlainDate): OpeningHours | null {
  const open = weeks.filter((week) => week.until === null);
  const present = open.filter((week) => !isAfter(week.from, today)).sort(byStart);
  const latest = present.at(-1)?.from ?? null;
  // Sets that begin together are parts of one week: Monday to Thursday in one and Friday in another.
  const usual = present.filter((week) => sameDay(week.from, latest));
  const coming = open.filter((week) => isAfter(week.from, today));
  const seasons = weeks.filter((week) => week.until !== null && !isAfter(today, week.until));
  const exceptions = new Map<string, OpeningHours['exceptions']>();
  for (const week of [...coming, ...seasons]) addWeek(exceptions, week, today);
  for (const change of changes) addChange(exceptions, change);
  const weekly = usual.flatMap((week) => week.slots).sort(byWeekday);
  if (weekly.length === 0 && exceptions.size === 0) return null;
  return {
    zone: DEFAULT_ZONE,
    weekly,
    exceptions: [...exceptions].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, entries]) => entries),
    // The directory tells its holidays itself, as exceptions.
    holidaysClosed: false,
  };
}

/** A span that runs over midnights, as slots of each weekday it touches. */
export function spanOf(fromDay: number, opens: string, toDay: number, closes: string): Slot[] {
  if (fromDay === toDay) return [{ weekday: fromDay, opens, closes }];
  if (nextDay(fromDay) === toDay && closes <= opens) return [{ weekday: fromDay, opens, closes }];
  const slots: Slot[] = [{ weekday: fromDay, opens, closes: '24:00' }];
  for (let day = nextDay(fromDay); day !== toDay; day = nextDay(day)) slots.push({ weekday: day, opens: '00:00', closes: '24:00' });
  return closes === '00:00' ? slots : [...slots, { weekday: toDay, opens: '00:00', closes }];
}

export const wholeDay = (weekday: number): Slot => ({ weekday, opens: '00:00', closes: '24:00' });
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function addWeek(exceptions: Map<string, OpeningHours['exceptions']>, week: Week, today: Temporal.PlainDate): void {
  const from = isAfter(week.from, today) && week.from ? week.from : today;
  const until = week.until ?? from.add({ days: LONGEST_DAYS });
  for (const day of daysOf(from, until)) {
    const slots = week.slots.filter(({ weekday }) => weekday === day.dayOfWeek);
    add(
      exceptions,
      day,
      slots.length > 0 ? slots.map(({ opens, closes }) => ({ opens, closes, closed: false })) : [{ closed: true }],
      true,
    );
  }
}

function addChange(exceptions: Map<string, OpeningHours['exceptions']>, { from, until, closed, slots }: Change): void {
  for (const day of daysOf(from, until)) {
    if (closed) add(exceptions, day, [{ closed: true }], false);
    const held = slots.filter(({ weekday }) => weekday === null || weekday === day.dayOfWeek);
    if (!closed && held.length > 0)
      add(
        exceptions,
        day,
        held.map(({ opens, closes }) => ({ opens, closes, closed: false })),
        false,
      );
  }
}

type Entry = Omit<OpeningHours['exceptions'][number], 'date'>;

/** An exception takes the place of a season's day; two parts of one season stand side by side. */
function add(exceptions: Map<string, OpeningHours['exceptions']>, day: Temporal.PlainDate, entries: Entry[], joins: boolean): void {
  const date = day.toString();
  const dated = entries.map((entry) => ({ date, ...entry }));
  const before = joins ? (exceptions.get(date) ?? []) : [];
  const all = [...before, ...dated];
  const open = all.filter((entry) => !entry.closed);
  exceptions.set(date, open.length > 0 ? open : all.slice(0, 1));
}

function daysOf(from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = Math.min(from.until(until).days, LONGEST_DAYS);
  return Array.from({ length: Math.max(days + 1, 0) }, (_, at) => from.add({ days: at }));
}

const nextDay = (weekday: number) => (weekday % 7) + 1;
const isAfter = (day: Temporal.PlainDate | null, than: Temporal.PlainDate) => day !== null && Temporal.PlainDate.compare(day, than) > 0;
const sameDay = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null) => (a?.toString() ?? '') === (b?.toString() ?? '');
const byStart = (a: Week, b: Week) => ((a.from?.toString() ?? '') < (b.from?.toString() ?? '') ? -1 : 1);
const byWeekday = (a: Slot, b: Slot) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1);
