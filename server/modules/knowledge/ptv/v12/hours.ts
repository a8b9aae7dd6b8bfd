import { holidaysOf } from '../../../../platform/clock/holidays.ts';
import type { OpeningHours } from '../../../../platform/clock/opening.ts';
import type { LocalText } from '../../services/types.ts';
import { type Change, openingOf, type Slot, spanOf, type ToldHours, weekdays, wholeDay } from '../hours.ts';
import { BY_APPOINTMENT, everyOtherWeek, joinedNotes } from '../hours-words.ts';
import type { Complain } from '../records.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../shapes.ts';
import { localOf } from './lookups.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** `serviceHours` of v12: sets of six types, and the holidays of each year. */
export function hoursOf(
  value: unknown,
  today: Temporal.PlainDate,
  complain: Complain,
): { opening: OpeningHours | null; openingNotes: LocalText } {
  const hours = fieldsOf(value);
  const told: ToldHours = { weeks: [], changes: [] };
  const notes: LocalText[] = [];
  for (const item of listOf(hours.hours).map(fieldsOf)) readSet(item, told, notes, complain);
  told.changes.push(...holidayChanges(fieldsOf(hours.holidayServiceHours), today));
  return { opening: openingOf(told, today), openingNotes: joinedNotes(notes) };
}

function readSet(item: Fields, told: ToldHours, notes: LocalText[], complain: Complain): void {
  const type = textOf(item.type) ?? '';
  const [from, until] = [dateOf(item.fromDate), dateOf(item.toDate)];
  notes.push(localOf(item.additionalInformation), item.openingStatus === 'OpenOnReservation' ? BY_APPOINTMENT : {});
  if (type === 'ExceptionalDateRangeServiceHour') {
    if (from) told.changes.push(...changesOf(item, from, until ?? from, notes));
    else complain('hours-unreadable');
  } else if (type.startsWith('Weekly')) {
    const slots = weekOf(item, notes).flatMap(({ slot, status }) => (status === 'Closed' ? [] : [slot]));
    if (slots.length > 0) told.weeks.push({ from, until, slots });
  } else if (type === 'ContinuousAlwaysValidServiceHour') told.weeks.push({ from: null, until: null, slots: weekdays.map(wholeDay) });
  else if (type.startsWith('Continuous')) told.weeks.push({ from, until, slots: continuousSlots(item, complain) });
  else complain('hours-unreadable');
}

/** An exception tells its days one by one; a date whose day it does not tell is as usual. */
function changesOf(item: Fields, from: Temporal.PlainDate, until: Temporal.PlainDate, notes: LocalText[]): Change[] {
  const week = weekOf(item, notes);
  if (week.length === 0) return [{ from, until, closed: true, slots: [] }];
  return [...Map.groupBy(week, ({ slot }) => slot.weekday)].flatMap(([weekday, parts]) => {
    const open = parts.filter(({ status }) => status !== 'Closed').map(({ slot }) => slot);
    return datesOf(from, until, weekday).map((day) => ({ from: day, until: day, closed: open.length === 0, slots: open }));
  });
}

function weekOf(item: Fields, notes: LocalText[]): { slot: Slot; status: string }[] {
  const week = fieldsOf(item.weeklyHours);
  return DAYS.flatMap((day, at) =>
    listOf(fieldsOf(week[day]).hours)
      .map(fieldsOf)
      .flatMap((hour) => {
        const [opens, closes] = [timeOf(hour.start), timeOf(hour.end)];
        const status = textOf(hour.openingStatus) ?? 'Open';
        notes.push(localOf(hour.additionalInformation), status === 'OpenOnReservation' ? BY_APPOINTMENT : {});
        if (!opens || !closes) return [];
        if (hour.repetition === 'OddWeeks' || hour.repetition === 'EvenWeeks') {
          // A week that comes every other time has no place in a timetable of one week.
          notes.push(everyOtherWeek(hour.repetition, at + 1, opens, closes));
          return [];
        }
        return [{ slot: { weekday: at + 1, opens, closes: closes === '00:00' || closes === '23:59' ? '24:00' : closes }, status }];
      }),
  );
}

function continuousSlots(item: Fields, complain: Complain): Slot[] {
  const [from, to] = [item.fromDay, item.toDay].map((day) => DAYS.indexOf(textOf(day)?.toLowerCase() ?? '') + 1);
  const [opens, closes] = [timeOf(item.fromTime), timeOf(item.toTime)];
  if (from && to && opens && closes) return spanOf(from, opens, to, closes);
  complain('hours-unreadable');
  return [];
}

/** This year's and the next's: holidays move, and the import comes again long before they end. */
function holidayChanges({ repetition, holidays }: Fields, today: Temporal.PlainDate): Change[] {
  const selected = fieldsOf(repetition).type === 'RepetitionInSelectedYears' ? listOf(fieldsOf(repetition).years) : undefined;
  const years = [today.year, today.year + 1].filter((year) => !selected || selected.includes(year));
  return listOf(holidays)
    .map(fieldsOf)
    .flatMap((holiday) =>
      years.flatMap((year) => {
        const day = dayOfHoliday(textOf(holiday.holidayName) ?? '', year);
        return day ? [changeOn(day, listOf(holiday.hours).map(fieldsOf))] : [];
      }),
    );
}

function changeOn(day: Temporal.PlainDate, hours: readonly Fields[]): Change {
  const slots = hours.flatMap(({ start, end, openingStatus }) => {
    const [opens, closes] = [timeOf(start), timeOf(end)];
    return opens && closes && openingStatus !== 'Closed' ? [{ weekday: null, opens, closes: closes === '00:00' ? '24:00' : closes }] : [];
  });
  return { from: day, until: day, closed: slots.length === 0, slots };
}

/** The interface's names for holidays and ours; the eves that are no holidays are counted from those that are. */
const HOLIDAYS: Readonly<Record<string, readonly [key: string, days: number]>> = {
  NewYearDay: ['new-year', 0],
  Epiphany: ['epiphany', 0],
  MaundyThursday: ['good-friday', -1],
  GoodFriday: ['good-friday', 0],
  EasterSunday: ['easter-sunday', 0],
  EasterMonday: ['easter-monday', 0],
  MayDayEve: ['may-day', -1],
  MayDay: ['may-day', 0],
  AscensionDay: ['ascension', 0],
  WhitSunday: ['pentecost', 0],
  MidsummerEve: ['midsummer-eve', 0],
  MidsummerDay: ['midsummer-day', 0],
  AllSaintsDay: ['all-saints', 0],
  IndependenceDay: ['independence', 0],
  ChristmasEve: ['christmas-eve', 0],
  ChristmasDay: ['christmas-day', 0],
  SecondDayOfChristmas: ['boxing-day', 0],
};

function dayOfHoliday(name: string, year: number): Temporal.PlainDate | undefined {
  if (name === 'NewYearEve') return Temporal.PlainDate.from({ year, month: 12, day: 31 });
  const [key, days] = HOLIDAYS[name] ?? [];
  return key === undefined
    ? undefined
    : holidaysOf(year)
        .find((holiday) => holiday.key === key)
        ?.day.add({ days: days ?? 0 });
}

function datesOf(from: Temporal.PlainDate, until: Temporal.PlainDate, weekday: number): Temporal.PlainDate[] {
  const days = Math.min(from.until(until).days, 400);
  const all = Array.from({ length: Math.max(days + 1, 0) }, (_, at) => from.add({ days: at }));
  return all.filter((day) => day.dayOfWeek === weekday);
}

function timeOf(value: unknown): string | undefined {
  const time = /^(\d\d:\d\d)(:\d\d)?$/.exec(textOf(value) ?? '')?.[1];
  return time !== undefined && time <= '23:59' ? time : undefined;
}

function dateOf(value: unknown): Temporal.PlainDate | null {
  const text = textOf(value);
  if (!text || !/^\d{4}-\d\d-\d\d/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    return null;
  }
}
