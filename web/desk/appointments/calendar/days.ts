import type { SearchSchemaInput } from '@tanstack/react-router';
import { daysAfter, todayInFinland, weekdayOf } from '../../../shared/ui/days.ts';

export type View = 'day' | 'week';
export type Search = { day: string; view: View; by: 'person' | 'room'; point?: string; of?: string };
/** What an address may leave out. */
export type Asked = Partial<Search>;

/** The Monday of its week. */
export function mondayOf(day: string): string {
  return daysAfter(day, 1 - weekdayOf(day));
}

export function daysOf({ day, view }: Pick<Search, 'day' | 'view'>): string[] {
  if (view === 'day') return [day];
  return Array.from({ length: 7 }, (_, n) => daysAfter(mondayOf(day), n));
}

/** A whole day or week further on or back. */
export const further = ({ day, view }: Search, steps: number): string => daysAfter(day, steps * (view === 'day' ? 1 : 7));

/** From an address: what it does not say is today, a day, and people. */
export function calendarSearch(asked: Asked & SearchSchemaInput): Search {
  const { day, view, by, point, of } = asked;
  return {
    day: typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : todayInFinland(),
    view: view === 'week' ? 'week' : 'day',
    by: by === 'room' ? 'room' : 'person',
    ...(typeof point === 'string' ? { point } : {}),
    ...(typeof of === 'string' ? { of } : {}),
  };
}
