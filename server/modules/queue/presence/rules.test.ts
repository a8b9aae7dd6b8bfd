import { expect, test } from 'vitest';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { hoursHere, isWithin, namesCounter, nextHere } from './rules.ts';

const hours = (weekly: [number, string, string][], exceptions: OpeningHours['exceptions'] = []): OpeningHours => ({
  zone: 'Europe/Helsinki',
  weekly: weekly.map(([weekday, opens, closes]) => ({ weekday, opens, closes })),
  exceptions,
  holidaysClosed: true,
});
const point = hours([
  [1, '09:00', '16:00'],
  [2, '09:00', '16:00'],
]);
const day = (text: string) => Temporal.PlainDate.from(text);
const said = (own: OpeningHours | null, on: string) =>
  hoursHere(own ? [own] : [], point, day(on)).map(({ opens, closes }) => `${opens.toString()} ${closes.toString()}`);

test.each<[string, OpeningHours | null, string, string[]]>([
  ['as the point is open', null, '2026-11-23', ['2026-11-23T07:00:00Z 2026-11-23T14:00:00Z']],
  ['only while the doors are open', hours([[1, '08:00', '12:00']]), '2026-11-23', ['2026-11-23T07:00:00Z 2026-11-23T10:00:00Z']],
  ['not on another weekday', hours([[1, '08:00', '12:00']]), '2026-11-24', []],
  ['away by exception', hours([[1, '08:00', '12:00']], [{ date: '2026-11-23', closed: true }]), '2026-11-23', []],
  [
    'here by exception',
    hours([], [{ date: '2026-11-24', opens: '13:00', closes: '18:00', closed: false }]),
    '2026-11-24',
    ['2026-11-24T11:00:00Z 2026-11-24T14:00:00Z'],
  ],
  ['not when the point is shut', hours([[3, '09:00', '12:00']]), '2026-11-25', []],
])('%s', (_, own, on, expected) => expect(said(own, on)).toEqual(expected));

test('here from the minute it opens until the minute it closes', () => {
  const here = hoursHere([hours([[1, '10:00', '12:00']])], point, day('2026-11-23'));
  const at = (time: string) => isWithin(here, Temporal.Instant.from(`2026-11-23T${time}Z`));
  expect(['07:59:59', '08:00:00', '09:59:59', '10:00:00'].map(at)).toEqual([false, true, true, false]);
});

test('hours of several units that touch are one', () => {
  const [early, late, evening] = [hours([[1, '09:00', '12:00']]), hours([[1, '11:00', '13:00']]), hours([[1, '14:00', '15:00']])];
  const spans = hoursHere([evening, late, early], point, day('2026-11-23')).map(({ opens, closes }) => `${opens} ${closes}`);
  expect(spans).toEqual(['2026-11-23T07:00:00Z 2026-11-23T11:00:00Z', '2026-11-23T12:00:00Z 2026-11-23T13:00:00Z']);
});

test('the next time is one on which the doors are open too', () => {
  const own = hours([
    [2, '09:00', '12:00'],
    [3, '09:00', '12:00'],
  ]);
  const next = (from: string) => nextHere([own], point, Temporal.Instant.from(from))?.toString();
  expect(next('2026-11-23T08:00:00Z')).toBe('2026-11-24T07:00:00Z');
  expect(next('2026-11-24T08:00:00Z')).toBe('2026-12-01T07:00:00Z');
  expect(nextHere([hours([])], point, Temporal.Instant.from('2026-11-23T08:00:00Z'))).toBeNull();
});

test('a counter in the words is found in any language, and a floor is none', () => {
  const counters = [{ fi: 'Tiski 1', sv: 'Disk 1', en: 'Desk 1' }];
  const place = (fi: string, en = fi) => ({ fi, sv: 'Till vänster', en });
  expect(namesCounter(place('Vasemmalla, tiski 1.'), counters)).toBe(true);
  expect(namesCounter(place('Vasemmalla', 'At DESK 1'), counters)).toBe(true);
  expect(namesCounter(place('Vasemmalla, tiski 12'), counters)).toBe(false);
  expect(namesCounter(place('1. kerros'), counters)).toBe(false);
});
