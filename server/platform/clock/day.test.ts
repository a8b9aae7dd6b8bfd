import { describe, expect, test } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';
import { dayOf, endOfDay, hoursInDay, startOfDay } from './day.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);

describe('clock', () => {
  test('a fixed clock moves only when told', () => {
    const clock = fixedClock('2026-11-27T07:30:00Z');
    expect(clock.now().toString()).toBe('2026-11-27T07:30:00Z');
    clock.advance({ hours: 25 });
    expect(clock.now().toString()).toBe('2026-11-28T08:30:00Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toString()).toBe('2027-01-01T00:00:00Z');
    expect(() => clock.advance({ days: 1 })).toThrow(RangeError);
  });

  test('the system clock agrees with the machine', () => {
    expect(Math.abs(systemClock.now().epochMilliseconds - Date.now())).toBeLessThan(1000);
  });
});

describe('local days', () => {
  test.each([
    ['2027-03-27', 24],
    ['2027-03-28', 23],
    ['2027-10-31', 25],
    ['2026-12-06', 24],
  ])('%s has %i hours in Finland', (iso, hours) => {
    expect(hoursInDay(date(iso))).toBe(hours);
    expect(
      startOfDay(date(iso))
        .until(endOfDay(date(iso)))
        .total('hours'),
    ).toBe(hours);
  });

  test.each([
    ['2026-11-26T21:59:59Z', '2026-11-26'],
    ['2026-11-26T22:00:00Z', '2026-11-27'],
    ['2026-07-01T20:59:59Z', '2026-07-01'],
    ['2026-07-01T21:00:00Z', '2026-07-02'],
  ])('%s is on %s in Finland', (instant, day) => {
    expect(dayOf(Temporal.Instant.from(instant)).toString()).toBe(day);
  });

  test('a day ends where the next begins, and the zone is the point’s own', () => {
    expect(endOfDay(date('2027-03-28')).equals(startOfDay(date('2027-03-29')))).toBe(true);
    expect(dayOf(Temporal.Instant.from('2026-11-26T22:30:00Z'), 'Europe/Stockholm').toString()).toBe('2026-11-26');
    expect(() => dayOf(systemClock.now(), 'Europe/Nowhere')).toThrow(RangeError);
  });

  test('where the clocks change at midnight the day starts at its first moment', () => {
    expect(startOfDay(date('2024-09-08'), 'America/Santiago').toString()).toBe('2024-09-08T04:00:00Z');
    expect(hoursInDay(date('2024-09-08'), 'America/Santiago')).toBe(23);
  });
});
