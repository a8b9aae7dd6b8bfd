import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOpenMinutes,
  isOpen,
  nextOpening,
  type OpeningHours,
  openingHoursShape,
  openingsOfDay,
  openMinutesBetween,
  openUntil,
} from './opening.ts';

const HELSINKI = 'Europe/Helsinki';
/** A local time with its offset, as a person at the point would say it. */
const local = (time: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(HELSINKI).toInstant();
const shown = (instant: Temporal.Instant | null) =>
  instant?.toZonedDateTimeISO(HELSINKI).toString({ timeZoneName: 'never', smallestUnit: 'minute' }) ?? null;
const every = (weekdays: number[], opens: string, closes: string) => weekdays.map((weekday) => ({ weekday, opens, closes }));

const office: OpeningHours = { zone: HELSINKI, weekly: every([1, 2, 3, 4, 5], '09:00', '16:00'), exceptions: [], holidaysClosed: true };
const never: OpeningHours = { ...office, weekly: [] };
const always: OpeningHours = { ...office, weekly: every([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'), holidaysClosed: false };
const nights: OpeningHours = { ...office, weekly: every([1, 2, 3, 4, 5, 6, 7], '22:00', '06:00'), holidaysClosed: false };
const withBreak: OpeningHours = { ...office, weekly: [...every([1], '09:00', '11:30'), ...every([1], '12:15', '16:00')] };

describe('open or not', () => {
  test.each([
    ['an ordinary Friday morning', office, '2026-11-27T09:00', true],
    ['the minute before', office, '2026-11-27T08:59', false],
    ['the closing minute', office, '2026-11-27T16:00', false],
    ['a Saturday', office, '2026-11-28T10:00', false],
    ['Christmas Eve, a Thursday', office, '2026-12-24T10:00', false],
    ['Christmas Day', office, '2026-12-25T10:00', false],
    ['the break', withBreak, '2026-11-23T12:00', false],
    ['after the break', withBreak, '2026-11-23T12:15', true],
    ['past midnight', nights, '2026-11-28T05:59', true],
    ['after the night', nights, '2026-11-28T06:00', false],
    ['Christmas Day where holidays are kept open', always, '2026-12-25T03:00', true],
    ['no hours', never, '2026-11-27T10:00', false],
  ])('%s', (_, hours, time, open) => {
    expect(isOpen(hours, local(time))).toBe(open);
  });

  test('exceptions replace the day’s hours and beat holidays', () => {
    const hours: OpeningHours = {
      ...office,
      exceptions: [
        { date: '2026-11-27', closed: true },
        { date: '2026-11-30', opens: '12:00', closes: '18:00', closed: false },
        { date: '2026-12-24', opens: '09:00', closes: '12:00', closed: false },
      ],
    };
    const open = ['2026-11-27T10:00', '2026-11-30T10:00', '2026-11-30T17:00', '2026-12-24T11:59', '2026-12-24T12:00'].map((time) =>
      isOpen(hours, local(time)),
    );
    expect(open).toEqual([false, false, true, true, false]);
  });

  test('a night that began before a holiday runs to its end', () => {
    const bar: OpeningHours = { ...office, weekly: every([3], '20:00', '02:00') };
    expect(isOpen(bar, local('2026-12-24T01:00'))).toBe(true);
    expect(isOpen({ ...bar, weekly: every([4], '20:00', '02:00') }, local('2026-12-25T01:00'))).toBe(false);
  });
});

describe('what is said of a day', () => {
  const day = (hours: OpeningHours, date: string) =>
    openingsOfDay(hours, Temporal.PlainDate.from(date)).map(({ opens, closes }) => [shown(opens), shown(closes)]);

  test('its openings, none on a holiday, two with a break', () => {
    expect(day(office, '2026-11-27')).toEqual([['2026-11-27T09:00+02:00', '2026-11-27T16:00+02:00']]);
    expect(day(office, '2026-12-25')).toEqual([]);
    expect(day(withBreak, '2026-11-23')).toHaveLength(2);
    expect(day(nights, '2026-11-28')).toEqual([['2026-11-28T22:00+02:00', '2026-11-29T06:00+02:00']]);
  });

  test('until when it is open', () => {
    expect(shown(openUntil(office, local('2026-11-27T09:00')))).toBe('2026-11-27T16:00+02:00');
    expect(shown(openUntil(nights, local('2026-11-28T05:00')))).toBe('2026-11-28T06:00+02:00');
    expect(openUntil(office, local('2026-11-27T16:00'))).toBeNull();
    expect(openUntil(never, local('2026-11-27T12:00'))).toBeNull();
  });
});

describe('next opening', () => {
  test.each([
    ['from before opening to the same day', office, '2026-11-27T07:00', '2026-11-27T09:00+02:00'],
    ['from an open desk to the next working day', office, '2026-11-27T10:00', '2026-11-30T09:00+02:00'],
    ['over Christmas', office, '2026-12-23T16:00', '2026-12-28T09:00+02:00'],
    ['over Easter and the change to summer time', office, '2027-03-25T16:00', '2027-03-30T09:00+03:00'],
    ['over the change to winter time', office, '2027-10-29T16:00', '2027-11-01T09:00+02:00'],
    ['through a break', withBreak, '2026-11-23T10:00', '2026-11-23T12:15+02:00'],
    ['two closed Saturdays running', { ...office, weekly: every([6], '10:00', '14:00') }, '2021-12-18T14:00', '2022-01-08T10:00+02:00'],
    ['one that never closes', always, '2026-11-27T10:00', null],
    ['one with no hours', never, '2026-11-27T10:00', null],
    [
      'only an exception, months away',
      { ...never, exceptions: [{ date: '2027-06-01', opens: '10:00', closes: '12:00', closed: false }] },
      '2026-11-27T10:00',
      '2027-06-01T10:00+03:00',
    ],
  ])('%s', (_, hours, from, expected) => {
    expect(shown(nextOpening(hours, local(from)))).toBe(expected);
  });
});

describe('open minutes', () => {
  test.each([
    ['one office day', office, '2026-11-27T00:00', '2026-11-28T00:00', 420],
    ['a weekend', office, '2026-11-27T16:00', '2026-11-30T09:00', 0],
    ['Christmas week', office, '2026-12-21T00:00', '2026-12-28T00:00', 3 * 420],
    ['the day of 23 hours', always, '2027-03-28T00:00', '2027-03-29T00:00', 23 * 60],
    ['the day of 25 hours', always, '2027-10-31T00:00', '2027-11-01T00:00', 25 * 60],
    ['the night that loses an hour', nights, '2027-03-27T12:00', '2027-03-28T12:00', 7 * 60],
    ['the night that gains an hour', nights, '2027-10-30T12:00', '2027-10-31T12:00', 9 * 60],
    [
      'hours that fall into the skipped hour',
      { ...always, weekly: every([7], '03:10', '03:50') },
      '2027-03-28T00:00',
      '2027-03-29T00:00',
      40,
    ],
    ['hours that end as the clocks jump', { ...always, weekly: every([7], '03:30', '04:00') }, '2027-03-28T00:00', '2027-03-29T00:00', 0],
    [
      'overlapping entries counted once',
      { ...office, weekly: [...every([5], '09:00', '12:00'), ...every([5], '11:00', '16:00'), ...every([5], '10:00', '11:00')] },
      '2026-11-27T00:00',
      '2026-11-28T00:00',
      420,
    ],
    ['backwards', office, '2026-11-27T16:00', '2026-11-27T09:00', 0],
  ])('%s', (_, hours, from, to, minutes) => {
    expect(openMinutesBetween(hours, local(from), local(to))).toBe(minutes);
  });
});

describe('due times', () => {
  test.each([
    ['within the day', office, '2026-11-27T09:30', 120, '2026-11-27T11:30+02:00'],
    ['exactly at closing', office, '2026-11-27T15:00', 60, '2026-11-27T16:00+02:00'],
    ['over a weekend', office, '2026-11-27T15:00', 61, '2026-11-30T09:01+02:00'],
    ['asked at night', office, '2026-11-28T02:00', 30, '2026-11-30T09:30+02:00'],
    ['over Christmas', office, '2026-12-23T15:00', 120, '2026-12-28T10:00+02:00'],
    ['over Easter 2027', office, '2027-03-25T15:00', 120, '2027-03-30T10:00+03:00'],
    ['through the skipped hour', nights, '2027-03-27T22:00', 7 * 60, '2027-03-28T06:00+03:00'],
    ['through the repeated hour', nights, '2027-10-30T22:00', 9 * 60, '2027-10-31T06:00+02:00'],
    ['nothing to do', office, '2026-11-28T02:00', 0, '2026-11-28T02:00+02:00'],
    ['no hours', never, '2026-11-27T09:30', 1, null],
    [
      'an exception long past',
      { ...never, exceptions: [{ date: '2020-01-02', opens: '10:00', closes: '12:00', closed: false }] },
      '2026-11-27T09:30',
      1,
      null,
    ],
    ['hours too few for it', { ...office, weekly: every([1], '09:00', '09:01') }, '2026-11-27T09:30', 1_000_000, null],
  ])('%s', (_, hours, from, minutes, expected) => {
    expect(shown(addOpenMinutes(hours, local(from), minutes))).toBe(expected);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d minutes are refused', (minutes) => {
    expect(() => addOpenMinutes(office, local('2026-11-27T09:30'), minutes)).toThrow(RangeError);
  });
});

const times = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  zone: fc.constantFrom(HELSINKI, 'UTC', 'Europe/Stockholm', 'America/Santiago'),
  weekly: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: times, closes: fc.oneof(times, fc.constant('24:00')) }), {
    maxLength: 9,
  }),
  exceptions: fc.array(
    fc.record({
      date: fc.integer({ min: 0, max: 400 }).map((days) => Temporal.PlainDate.from('2027-01-01').add({ days }).toString()),
      opens: times,
      closes: times,
      closed: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  holidaysClosed: fc.boolean(),
});
const anyInstant = fc
  .integer({ min: Date.UTC(2027, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

describe('for any hours', () => {
  test('counting back the minutes to a due time gives the same minutes, and it is no later than needed', () => {
    let found = 0;
    fc.assert(
      fc.property(anyHours, anyInstant, fc.integer({ min: 1, max: 20_000 }), (hours, start, minutes) => {
        const due = addOpenMinutes(hours, start, minutes);
        if (due === null) return;
        found += 1;
        expect(openMinutesBetween(hours, start, due)).toBe(minutes);
        expect(openMinutesBetween(hours, start, due.subtract({ milliseconds: 1 }))).toBe(minutes - 1);
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test('the next opening is open, and the moment before it is not', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, (hours, at) => {
        const next = nextOpening(hours, at);
        if (next === null) return;
        expect([isOpen(hours, next.subtract({ milliseconds: 1 })), isOpen(hours, next)]).toEqual([false, true]);
      }),
      { numRuns: 150 },
    );
  });

  test('the shape accepts them and refuses nonsense', () => {
    fc.assert(
      fc.property(anyHours, (hours) => openingHoursShape.safeParse(hours).success),
      { numRuns: 50 },
    );
    for (const wrong of [
      { zone: 'Europe/Nowhere' },
      { weekly: every([8], '09:00', '16:00') },
      { weekly: every([1], '24:00', '09:00') },
      { weekly: every([1], '9.00', '16:00') },
      { exceptions: [{ date: '2026-02-30', closed: true }] },
    ]) {
      expect(openingHoursShape.safeParse({ ...office, ...wrong }).success).toBe(false);
    }
  });
});
