import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, daysAround, type Exception, type Pattern } from './patterns.ts';
import { bookableRange, type FreeTime, freeTimes, type Part, type Terms, takes } from './rules.ts';
import { common, holds, joined, meets, type Span, without } from './spans.ts';

const ZONE = 'Europe/Helsinki';
const MINUTE = 60_000;
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds;
const clock = (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ZONE).toPlainTime().toString().slice(0, 5);
const day = (date: string): Span => ({ from: at(`${date}T00:00`), until: at(`${Temporal.PlainDate.from(date).add({ days: 1 })}T00:00`) });
const hoursBetween = (patterns: Pattern[], exceptions: Exception[], range: Span, zone: string) =>
  calendarOf(patterns, exceptions, zone).between(range, daysAround(range, zone));
const pattern = (rest: Partial<Pattern>): Pattern => ({
  everyWeeks: 1,
  anchor: '2027-01-04',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  opens: '12:00',
  closes: '16:00',
  validFrom: null,
  validUntil: null,
  onHolidays: true,
  ...rest,
});
const terms = (rest: Partial<Terms>): Terms => ({
  minutes: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  step: rest.minutes ?? 30,
  notice: 0,
  horizonDays: 30,
  ...rest,
});
const one = (open: Span[], taken: Span[] = [], id = 'a'): Part => ({ kind: 'person', count: 1, among: [{ id, open, taken }] });
const starts = (times: readonly FreeTime[]) => times.map(({ from }) => clock(from));
const booked = (from: string, own: Terms): Span => takes(own, at(from));

describe('times of a day', () => {
  const opening = (date: string, opens: string, closes: string) => hoursBetween([pattern({ opens, closes })], [], day(date), ZONE);

  test('12.00-18.00 by an hour and a half ends at 16.30', () => {
    const times = freeTimes([one(opening('2027-03-02', '12:00', '18:00'))], terms({ minutes: 90 }), day('2027-03-02'));
    expect(starts(times)).toEqual(['12:00', '13:30', '15:00', '16:30']);
  });

  test('12.00-16.00 by a quarter has sixteen', () => {
    const times = freeTimes([one(opening('2027-03-02', '12:00', '16:00'))], terms({ minutes: 15 }), day('2027-03-02'));
    expect(times).toHaveLength(16);
    expect(starts(times).at(-1)).toBe('15:45');
  });

  test('a step shorter than the appointment gives overlapping starts', () => {
    const times = freeTimes([one(opening('2027-03-02', '12:00', '14:00'))], terms({ minutes: 60, step: 30 }), day('2027-03-02'));
    expect(starts(times)).toEqual(['12:00', '12:30', '13:00']);
  });

  test('over midnight', () => {
    const open = hoursBetween(
      [pattern({ opens: '22:00', closes: '02:00' })],
      [],
      { from: at('2027-03-02T22:00'), until: at('2027-03-03T02:00') },
      ZONE,
    );
    const times = freeTimes([one(open)], terms({ minutes: 90 }), { from: at('2027-03-02T12:00'), until: at('2027-03-03T12:00') });
    expect(starts(times)).toEqual(['22:00', '23:30']);
    expect(clock((times[1] as FreeTime).until)).toBe('01:00');
  });

  test.each([
    ['2027-03-28', '00:00', '06:00', 5, ['00:00', '01:00', '02:00', '04:00', '05:00']],
    ['2027-10-31', '00:00', '06:00', 7, ['00:00', '01:00', '02:00', '03:00', '03:00', '04:00', '05:00']],
  ])('on %s from %s to %s there are %i hours', (date, opens, closes, hours, expected) => {
    const times = freeTimes([one(opening(date, opens, closes))], terms({ minutes: 60 }), day(date));
    expect(times).toHaveLength(hours);
    expect(starts(times)).toEqual(expected);
    expect(new Set(times.map(({ from }) => from)).size).toBe(hours);
  });

  test('both neighbours’ buffers are kept', () => {
    const own = terms({ minutes: 30, step: 15, bufferBefore: 10, bufferAfter: 5 });
    const taken = [booked('2027-03-02T13:00', own)];
    const times = freeTimes([one(opening('2027-03-02', '12:00', '15:00'), taken)], own, day('2027-03-02'));
    // Taken 12.50-13.35 with its buffers. 12.15 would end, with its own five minutes, at 12.50; 13.45 begins, with its ten, at 13.35.
    expect(starts(times)).toEqual(['12:00', '12:15', '13:45', '14:00', '14:15', '14:30']);
  });

  test('a part of a range begins on the steps of the opening', () => {
    const range = { from: at('2027-03-02T12:10'), until: at('2027-03-02T13:00') };
    expect(starts(freeTimes([one(opening('2027-03-02', '12:00', '16:00'))], terms({ minutes: 20 }), range))).toEqual(['12:20', '12:40']);
  });
});

describe('several at once', () => {
  const open = [{ from: at('2027-03-02T12:00'), until: at('2027-03-02T14:00') }];
  const resource = (id: string, taken: Span[] = []) => ({ id, open, taken });
  const hour = terms({ minutes: 60 });

  test('a person, a room and an interpreter are all free, or the time is not', () => {
    const parts: Part[] = [
      { kind: 'person', count: 1, among: [resource('p1', [booked('2027-03-02T12:00', hour)]), resource('p2')] },
      { kind: 'room', count: 1, among: [resource('r1')] },
      { kind: 'interpreter', count: 1, among: [resource('i1', [booked('2027-03-02T13:00', hour)])] },
    ];
    const times = freeTimes(parts, hour, day('2027-03-02'));
    expect(starts(times)).toEqual(['12:00']);
    expect(times[0]?.free.map((those) => those.map(({ id }) => id))).toEqual([['p2'], ['r1'], ['i1']]);
  });

  test('two interpreters are two', () => {
    const parts = (free: number): Part[] => [
      one(open),
      { kind: 'interpreter', count: 2, among: Array.from({ length: free }, (_, n) => resource(`i${n}`)) },
    ];
    expect(freeTimes(parts(1), hour, day('2027-03-02'))).toEqual([]);
    expect(freeTimes(parts(2), hour, day('2027-03-02'))).toHaveLength(2);
  });

  test('nobody begins in the middle of another’s step', () => {
    const late = { id: 'late', open: [{ from: at('2027-03-02T12:20'), until: at('2027-03-02T14:00') }], taken: [] };
    const parts: Part[] = [{ kind: 'person', count: 1, among: [resource('early'), late] }];
    const times = freeTimes(parts, hour, day('2027-03-02'));
    expect(times.map(({ from, free }) => [clock(from), free[0]?.map(({ id }) => id)])).toEqual([
      ['12:00', ['early']],
      ['12:20', ['late']],
      ['13:00', ['early']],
    ]);
  });
});

describe('repeating hours', () => {
  const days = (patterns: Pattern[], from: string, until: string, exceptions: Exception[] = []) =>
    hoursBetween(patterns, exceptions, { from: at(`${from}T00:00`), until: day(until).until }, ZONE).map((span) =>
      Temporal.Instant.fromEpochMilliseconds(span.from).toZonedDateTimeISO(ZONE).toPlainDate().toString(),
    );

  test.each([
    ['on its Monday', '2027-03-01'],
    ['on its Sunday', '2027-03-07'],
    ['two weeks earlier', '2027-02-17'],
  ])('every second week counts whole weeks, the anchor written %s', (_, anchor) => {
    const second = [pattern({ everyWeeks: 2, anchor, weekdays: [2, 4] })];
    expect(days(second, '2027-03-01', '2027-03-28')).toEqual(['2027-03-02', '2027-03-04', '2027-03-16', '2027-03-18']);
  });

  test('every third week, over the turn of the year and before the anchor', () => {
    const third = [pattern({ everyWeeks: 3, anchor: '2027-01-13', weekdays: [3] })];
    expect(days(third, '2026-12-01', '2027-02-10')).toEqual(['2026-12-02', '2026-12-23', '2027-01-13', '2027-02-03']);
  });

  test('holidays, a first and a last day, and a date of its own', () => {
    const weekly = [pattern({ weekdays: [1, 2, 3, 4, 5], onHolidays: false, validFrom: '2026-12-03', validUntil: '2026-12-28' })];
    const exceptions = [
      { date: '2026-12-04', hours: null },
      { date: '2026-12-06', hours: { opens: '10:00', closes: '12:00' } },
    ];
    expect(days(weekly, '2026-12-01', '2026-12-08', exceptions)).toEqual(['2026-12-03', '2026-12-06', '2026-12-07', '2026-12-08']);
    expect(days(weekly, '2026-12-23', '2027-01-04', exceptions)).toEqual(['2026-12-23', '2026-12-28']);
  });
});

describe('what may be booked now', () => {
  const opensAt = (date: Temporal.PlainDate) => (date.dayOfWeek > 5 ? null : at(`${date}T08:30`));
  const range = (now: string, rest: Partial<Terms>) => {
    const { from, until } = bookableRange(terms(rest), at(now), ZONE, opensAt);
    const local = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ZONE).toPlainDateTime().toString();
    return [local(from).slice(0, 16), local(until).slice(0, 10)];
  };

  test('the last bookable day opens when the point opens', () => {
    expect(range('2027-03-01T08:29', { horizonDays: 7 })[1]).toBe('2027-03-08');
    expect(range('2027-03-01T08:30', { horizonDays: 7 })[1]).toBe('2027-03-09');
  });

  test('a notice of 1,500 minutes is 25 real hours', () => {
    expect(range('2027-03-01T10:00', { notice: 1500 })[0]).toBe('2027-03-02T11:00');
    expect(range('2027-03-27T10:00', { notice: 1500 })[0]).toBe('2027-03-28T12:00');
    expect(range('2027-10-30T10:00', { notice: 1500 })[0]).toBe('2027-10-31T10:00');
  });

  test('a notice beyond the horizon leaves nothing', () => {
    const { from, until } = bookableRange(terms({ notice: 60 * 24 * 9, horizonDays: 2 }), at('2027-03-01T10:00'), ZONE, opensAt);
    expect(until).toBe(from);
  });
});

describe('spans', () => {
  const spans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
    .map((pairs) => joined(pairs.map(([from, length]) => ({ from, until: from + length }))));
  const minutes = (those: readonly Span[]) =>
    new Set(those.flatMap(({ from, until }) => Array.from({ length: until - from }, (_, n) => from + n)));

  test('common, without, meets and holds agree with minutes counted one by one', () => {
    fc.assert(
      fc.property(spans, spans, fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 9 }), (a, b, from, length) => {
        const [inA, inB] = [minutes(a), minutes(b)];
        expect(minutes(common(a, b))).toEqual(inA.intersection(inB));
        expect(minutes(without(a, b))).toEqual(inA.difference(inB));
        const asked = Array.from({ length }, (_, n) => from + n);
        expect(meets(a, from, from + length)).toBe(asked.some((minute) => inA.has(minute)));
        expect(holds(a, from, from + length)).toBe(a.some((span) => span.from <= from && from + length <= span.until));
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  test('no two times that are booked one after the other ever meet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(200), { maxLength: 30 }),
        fc.nat(20),
        fc.nat(20),
        fc.constantFrom(15, 20, 30),
        (picks, bufferBefore, bufferAfter, step) => {
          const own = terms({ minutes: 30, bufferBefore, bufferAfter, step });
          const open = [day('2027-03-02')];
          const taken: Span[] = [];
          for (const pick of picks) {
            const times = freeTimes([one(open, joined(taken))], own, day('2027-03-02'));
            const time = times[pick % Math.max(1, times.length)];
            if (time) taken.push(takes(own, time.from));
          }
          const sorted = taken.toSorted((a, b) => a.from - b.from);
          for (const [n, span] of sorted.entries()) if (n > 0) expect(span.from).toBeGreaterThanOrEqual((sorted[n - 1] as Span).until);
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });

  test('a minute is 60,000 milliseconds', () => expect(takes(terms({ minutes: 1 }), 0)).toEqual({ from: 0, until: MINUTE }));
});
