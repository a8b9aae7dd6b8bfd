import { describe, expect, test } from 'vitest';
import { afterQuiet, readQuietHours } from './quiet.ts';

const usual = readQuietHours('21:00-08:00', 'Europe/Helsinki');
const at = (text: string) => Temporal.Instant.from(text);
const leaving = (text: string, hours = usual) => afterQuiet(at(text), hours).toString();

test.each([
  // Helsinki is UTC+2 in November.
  ['at noon', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z'],
  ['a moment before nine in the evening', '2026-11-23T18:59:59Z', '2026-11-23T18:59:59Z'],
  ['at nine in the evening', '2026-11-23T19:00:00Z', '2026-11-24T06:00:00Z'],
  ['at midnight', '2026-11-23T22:00:00Z', '2026-11-24T06:00:00Z'],
  ['a moment before eight in the morning', '2026-11-24T05:59:59Z', '2026-11-24T06:00:00Z'],
  ['at eight in the morning', '2026-11-24T06:00:00Z', '2026-11-24T06:00:00Z'],
])('%s', (_, now, leaves) => {
  expect(leaving(now)).toBe(leaves);
});

describe('eight o’clock is eight o’clock', () => {
  test('after the night of 23 hours', () => {
    // On 29 March 2026 the clocks go from 3 to 4: the evening is UTC+2, the morning UTC+3.
    expect(leaving('2026-03-28T20:00:00Z')).toBe('2026-03-29T05:00:00Z');
    expect(leaving('2026-03-29T04:59:00Z')).toBe('2026-03-29T05:00:00Z');
  });

  test('after the night of 25 hours, in either of its two hours from 3 to 4', () => {
    for (const now of ['2026-10-24T20:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      expect(leaving(now)).toBe('2026-10-25T06:00:00Z');
    }
  });

  test('in the customer’s own zone', () => {
    expect(leaving('2026-11-23T19:00:00Z', { ...usual, zone: 'Europe/Lisbon' })).toBe('2026-11-23T19:00:00Z');
    expect(leaving('2026-11-23T22:00:00Z', { ...usual, zone: 'Europe/Lisbon' })).toBe('2026-11-24T08:00:00Z');
  });
});

test('an end in the hour that spring skips is an hour later, one that autumn repeats is never in the past', () => {
  const early = readQuietHours('21:00-03:30', 'Europe/Helsinki');
  expect(leaving('2026-03-28T23:00:00Z', early)).toBe('2026-03-29T01:30:00Z');
  expect(leaving('2026-10-24T23:00:00Z', early)).toBe('2026-10-25T00:30:00Z');
  // 3.15 for the second time: half past three of the first time has gone by.
  expect(leaving('2026-10-25T01:15:00Z', early)).toBe('2026-10-25T01:15:00Z');
});

test('hours within one day, none, and the same twice', () => {
  const siesta = readQuietHours('12:00-14:00', 'Europe/Helsinki');
  expect(leaving('2026-11-23T10:30:00Z', siesta)).toBe('2026-11-23T12:00:00Z');
  expect(leaving('2026-11-23T12:00:00Z', siesta)).toBe('2026-11-23T12:00:00Z');
  expect(afterQuiet(at('2026-11-23T22:00:00Z'), null).toString()).toBe('2026-11-23T22:00:00Z');
  expect(leaving('2026-11-23T22:00:00Z', readQuietHours('08:00-08:00', 'Europe/Helsinki'))).toBe('2026-11-23T22:00:00Z');
});

test('every minute of the two odd nights leads to a moment that is not quiet, and never back', () => {
  for (const start of ['2026-03-28T18:00:00Z', '2026-10-24T18:00:00Z']) {
    for (let minute = 0; minute < 16 * 60; minute++) {
      const now = at(start).add({ minutes: minute });
      const then = afterQuiet(now, usual);
      expect(Temporal.Instant.compare(then, now)).toBeGreaterThanOrEqual(0);
      expect(afterQuiet(then, usual)).toEqual(then);
      const { hour } = then.toZonedDateTimeISO('Europe/Helsinki');
      expect(hour >= 8 && hour < 21).toBe(true);
    }
  }
});

test.each(['21-8', '21:00', '21:00-08:00-09:00', ''])('"%s" is no pair of times', (text) => {
  expect(() => readQuietHours(text, 'Europe/Helsinki')).toThrow(RangeError);
});
