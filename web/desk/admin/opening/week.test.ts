import { describe, expect, test } from 'vitest';
import type { OpeningHours } from '../api.ts';
import { copiedOverWeek, faultOn, nextSlot, runsOf, slotsOn, withSlots } from './week.ts';

const empty: OpeningHours = { zone: 'Europe/Helsinki', weekly: [], exceptions: [], holidaysClosed: true };
const nine = { opens: '09:00', closes: '16:00' };
const short = { opens: '09:00', closes: '15:00' };

describe('a week of opening hours', () => {
  test('days in a row with the same hours are said together', () => {
    const hours = withSlots(copiedOverWeek(withSlots(empty, 1, [nine]), 1), 5, [short]);
    expect(runsOf(hours)).toEqual([
      { from: 1, to: 4, slots: [nine] },
      { from: 5, to: 5, slots: [short] },
    ]);
  });

  test('a closed day parts two runs', () => {
    const hours = withSlots(withSlots(empty, 1, [nine]), 3, [nine]);
    expect(runsOf(hours).map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  test('a day may have a break, and its openings stand in order', () => {
    const hours = withSlots(empty, 2, [
      { opens: '13:00', closes: '16:00' },
      { opens: '09:00', closes: '12:00' },
    ]);
    expect(slotsOn(hours, 2).map(({ opens }) => opens)).toEqual(['09:00', '13:00']);
  });

  test('the next opening comes after the last one and fits the day', () => {
    expect(nextSlot([])).toEqual(nine);
    expect(nextSlot([{ opens: '09:00', closes: '12:00' }])).toEqual({ opens: '13:00', closes: '15:00' });
    expect(nextSlot([{ opens: '09:00', closes: '23:30' }])).toEqual({ opens: '22:00', closes: '24:00' });
  });

  test('overlaps and empty openings are found', () => {
    expect(faultOn([nine, { opens: '15:00', closes: '18:00' }])).toBe('overlap');
    expect(faultOn([{ opens: '09:00', closes: '09:00' }])).toBe('empty');
    expect(faultOn([{ opens: '22:00', closes: '02:00' }])).toBeNull();
    expect(
      faultOn([
        { opens: '09:00', closes: '12:00' },
        { opens: '12:00', closes: '16:00' },
      ]),
    ).toBeNull();
  });
});
