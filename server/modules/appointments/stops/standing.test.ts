import { describe, expect, test } from 'vitest';
import type { Exception, Pattern } from '../slots/patterns.ts';
import { type Route, type StopOfRoute, timetableOf } from './standing.ts';

const ZONE = 'Europe/Helsinki';
const pattern = (weekdays: number[], opens: string, closes: string, more: Partial<Pattern> = {}): Pattern => ({
  ...{ everyWeeks: 1, anchor: '2027-01-04', weekdays, opens, closes, validFrom: null, validUntil: null, onHolidays: false },
  ...more,
});
const stop = (id: string, hours: Pattern[], more: Partial<StopOfRoute> = {}): StopOfRoute => ({
  ...{ id, latitude: 61.7, longitude: 27.2, hours, exceptions: [] },
  ...more,
});
const always = { validFrom: Temporal.PlainDate.from('2020-01-01'), validUntil: null };
const route = (stops: StopOfRoute[], leaveMinutes = 10): Route => ({ ...always, leaveMinutes, stops });
const clockAt = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
/** "a 09:30-11:30 <11:20": until when appointments last. */
const on = (of: Route, day: string) =>
  timetableOf(of, ZONE)
    .standsOn(Temporal.PlainDate.from(day))
    .map(({ stopId, from, until, bookedUntil, tight }) =>
      [`${stopId} ${clockAt(from)}-${clockAt(until)} <${clockAt(bookedUntil)}`, tight > 0 && `tight ${tight}`].filter(Boolean).join(' '),
    );

const away = (date: string): Exception => ({ date, hours: null });
const instead = (date: string, opens: string, closes: string): Exception => ({ date, hours: { opens, closes } });

test.each<[string, StopOfRoute, [day: string, stands: string[]][]]>([
  [
    'every second week is counted from the anchor’s week',
    stop('a', [pattern([2], '09:30', '11:30', { everyWeeks: 2 })]),
    [
      ['2027-01-05', ['a 09:30-11:30 <11:20']],
      ['2027-01-12', []],
      ['2027-01-19', ['a 09:30-11:30 <11:20']],
      ['2027-01-20', []],
    ],
  ],
  [
    'an exception stands instead, and a day without the bus',
    stop('a', [pattern([2], '09:30', '11:30')], {
      exceptions: [away('2027-01-12'), instead('2027-01-19', '13:00', '14:00'), instead('2027-01-21', '09:00', '10:00')],
    }),
    [
      ['2027-01-05', ['a 09:30-11:30 <11:20']],
      ['2027-01-12', []],
      ['2027-01-19', ['a 13:00-14:00 <13:50']],
      ['2027-01-21', ['a 09:00-10:00 <09:50']],
    ],
  ],
  [
    'holidays, unless it runs on them',
    stop('a', [pattern([3], '09:00', '10:00'), pattern([3], '12:00', '13:00', { onHolidays: true })]),
    [
      ['2027-01-06', ['a 12:00-13:00 <12:50']],
      ['2027-01-13', ['a 09:00-10:00 <09:50', 'a 12:00-13:00 <12:50']],
    ],
  ],
  [
    'the season of a timetable',
    stop('a', [pattern([2], '09:00', '10:00', { validFrom: '2027-01-12', validUntil: '2027-01-19' })]),
    [
      ['2027-01-05', []],
      ['2027-01-12', ['a 09:00-10:00 <09:50']],
      ['2027-01-19', ['a 09:00-10:00 <09:50']],
      ['2027-01-26', []],
    ],
  ],
  [
    'the days on which the clocks change keep the clock’s own hours',
    stop('a', [pattern([7], '02:30', '05:00', { onHolidays: true })]),
    [
      ['2027-03-21', ['a 02:30-05:00 <04:50']],
      ['2027-03-28', ['a 02:30-05:00 <04:50']],
      ['2027-10-31', ['a 02:30-05:00 <04:50']],
    ],
  ],
])('%s', (_, one, days) => {
  for (const [day, stands] of days) expect(on(route([one]), day), day).toEqual(stands);
});

test('a day of 25 hours is an hour longer in real time, one of 23 an hour shorter', () => {
  const timetable = timetableOf(route([stop('a', [pattern([7], '02:30', '05:00', { onHolidays: true })])]), ZONE);
  const hours = (day: string) => timetable.standsOn(Temporal.PlainDate.from(day)).map(({ from, until }) => (until - from) / 3_600_000);
  expect([hours('2027-03-21'), hours('2027-03-28'), hours('2027-10-31')]).toEqual([[2.5], [1.5], [3.5]]);
});

describe('between stops', () => {
  const far = { latitude: 61.9, longitude: 27.2 };
  test('appointments end in time for packing and for the way to the next stop', () => {
    const day = (opens: string) =>
      on(route([stop('b', [pattern([2], opens, '14:00')], far), stop('a', [pattern([2], '09:00', '11:00')])]), '2027-01-05');
    // Some 22 km as the crow flies: about 35 minutes.
    expect(day('12:00')).toEqual(['a 09:00-11:00 <10:50', 'b 12:00-14:00 <13:50']);
    expect(day('11:20')[0]).toMatch(/^a 09:00-11:00 <10:3\d tight 1\d$/);
    expect(day('09:10')[0]).toMatch(/^a 09:00-11:00 <09:00 tight/);
  });

  test('a stop is open where the bus stands only; the bus wherever it does', () => {
    const timetable = timetableOf(
      route([stop('a', [pattern([2], '09:00', '11:00')]), stop('b', [pattern([2], '12:00', '14:00')], far)]),
      ZONE,
    );
    const day = Temporal.PlainDate.from('2027-01-05');
    const range = { from: 0, until: Number.MAX_SAFE_INTEGER };
    const shown = (id?: string) =>
      timetable
        .open(id)
        .between(range, [day])
        .map(({ from, until }) => `${clockAt(from)}-${clockAt(until)}`);
    expect(shown('a')).toEqual(['09:00-10:50']);
    expect(shown('b')).toEqual(['12:00-13:50']);
    expect(shown()).toEqual(['09:00-10:50', '12:00-13:50']);
    expect(shown('c')).toEqual([]);
  });
});

test('a bus runs from its first day on, and no more once it is one no longer', () => {
  const of = { ...route([stop('a', [pattern([2], '09:30', '11:30')])]), validFrom: Temporal.PlainDate.from('2027-01-12') };
  const until = { ...of, validUntil: Temporal.PlainDate.from('2027-01-26') };
  const stands = ['2027-01-05', '2027-01-12', '2027-01-19', '2027-01-26'].map((day) => on(until, day).length);
  expect(stands).toEqual([0, 1, 1, 0]);
  expect(on(of, '2027-01-26')).toHaveLength(1);
});
