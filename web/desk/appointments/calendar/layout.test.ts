import { expect, test } from 'vitest';
import type { ResourceView } from '../../../shared/api/calendar.ts';
import { freeSteps, hoursOf, rowOf } from './layout.ts';

const column = (more: Partial<ResourceView>, day = '2027-03-08') => ({
  key: 'a',
  day,
  calendar: { open: [], free: [], taken: [], blocked: [], ...more } as unknown as ResourceView,
});
const stretch = (from: string, until: string) => ({ startsAt: `2027-03-08T${from}:00Z`, endsAt: `2027-03-08T${until}:00Z` });

test('a row is a quarter of an hour by Finland’s clock, also on the nights when it is turned', () => {
  expect(rowOf('2027-03-08T07:15:00Z', '2027-03-08')).toBe(37);
  expect(rowOf('2027-03-28T00:30:00Z', '2027-03-28'), 'before the hour that is skipped').toBe(10);
  expect(rowOf('2027-03-28T01:00:00Z', '2027-03-28'), 'after it').toBe(16);
  expect([rowOf('2027-03-07T07:00:00Z', '2027-03-08'), rowOf('2027-03-09T07:00:00Z', '2027-03-08')]).toEqual([0, 96]);
});

test('whole hours are drawn around what is open or taken; usual ones when nothing is', () => {
  expect(hoursOf([column({ open: [stretch('07:30', '13:15')] })])).toEqual({ from: 36, until: 64 });
  expect(hoursOf([column({}), column({ open: [stretch('07:30', '13:15')] }, '2027-03-09')])).toEqual({ from: 36, until: 64 });
});

test('free time is taken hold of by half hours, and never for less than a quarter', () => {
  const starts = (from: string, until: string) =>
    freeSteps(column({ free: [stretch(from, until)] })).map(({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)}`);
  expect(starts('08:00', '09:15')).toEqual(['08:00-08:30', '08:30-09:00', '09:00-09:15']);
  expect(starts('08:10', '08:35')).toEqual(['08:10-08:30']);
  expect(freeSteps(column({ free: [stretch('08:00', '09:00')] }, '2027-03-09'))).toEqual([]);
});
