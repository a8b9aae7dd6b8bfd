import type { ResourceView } from '../../../shared/api/calendar.ts';
import { localOf } from '../../../shared/ui/local-time.ts';
import { epochOf, isoAfter, minutesBetween } from '../../../shared/ui/time-format.ts';

/** A quarter of an hour is a row: the shortest that can be aimed at. */
export const ROW_MINUTES = 15;

/** One day of one calendar. */
export type Column = { key: string; day: string; calendar: ResourceView };

/** The hours that are drawn, in rows from midnight. */
export type Hours = { from: number; until: number };

const USUAL: Hours = { from: rowsOf(9), until: rowsOf(16) };

function rowsOf(hours: number): number {
  return (hours * 60) / ROW_MINUTES;
}

/** The row of a moment on a day: before its midnight 0, after it the whole day. */
export function rowOf(iso: string, day: string): number {
  const [date, clock] = localOf(iso).split('T') as [string, string];
  if (date !== day) return date < day ? 0 : rowsOf(24);
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return (hours * 60 + minutes) / ROW_MINUTES;
}

/** Whole hours around whatever is open or taken on these days. */
export function hoursOf(columns: readonly Column[]): Hours {
  const rows = columns.flatMap(({ calendar, day }) =>
    [...calendar.open, ...calendar.taken].flatMap(({ startsAt, endsAt }) =>
      isOn(startsAt, endsAt, day) ? [rowOf(startsAt, day), rowOf(endsAt, day)] : [],
    ),
  );
  if (rows.length === 0) return USUAL;
  const hour = rowsOf(1);
  return { from: Math.floor(Math.min(...rows) / hour) * hour, until: Math.ceil(Math.max(...rows) / hour) * hour };
}

export const isOn = (startsAt: string, endsAt: string, day: string): boolean => rowOf(startsAt, day) < rowOf(endsAt, day);

/** Where the free time of a column may be taken hold of: half an hour from each whole and half hour, as far as it is free. */
export function freeSteps({ calendar, day }: Column): { startsAt: string; endsAt: string }[] {
  return calendar.free.flatMap(({ startsAt, endsAt }) => {
    const steps: { startsAt: string; endsAt: string }[] = [];
    let from = isOn(startsAt, endsAt, day) ? startsAt : endsAt;
    while (epochOf(from) < epochOf(endsAt)) {
      const minutes = HALF - (Math.floor(epochOf(from) / MINUTE) % HALF);
      const until = epochOf(from) + minutes * MINUTE < epochOf(endsAt) ? isoAfter(from, minutes) : endsAt;
      if (minutesBetween(from, until) >= ROW_MINUTES) steps.push({ startsAt: from, endsAt: until });
      from = until;
    }
    return steps;
  });
}

const MINUTE = 60_000;
const HALF = 30;
