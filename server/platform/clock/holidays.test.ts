import { describe, expect, test } from 'vitest';
import { holidayOn, holidaysOf } from './holidays.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const dayOf = (year: number, key: string) =>
  holidaysOf(year)
    .find((holiday) => holiday.key === key)
    ?.day.toString();

describe('Finland’s holidays', () => {
  // Easter Sundays from published almanacs, with the earliest (1818, 2285) and latest (1943, 2038) possible dates.
  test.each(['1818-03-22', '1943-04-25', '2000-04-23', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2285-03-22'])(
    'Easter Sunday %s',
    (iso) => {
      expect(dayOf(date(iso).year, 'easter-sunday')).toBe(iso);
    },
  );

  test.each([
    ['2026-01-01', 'new-year'],
    ['2026-01-06', 'epiphany'],
    ['2026-04-03', 'good-friday'],
    ['2026-04-06', 'easter-monday'],
    ['2026-05-01', 'may-day'],
    ['2026-05-14', 'ascension'],
    ['2026-05-24', 'pentecost'],
    ['2026-06-19', 'midsummer-eve'],
    ['2026-06-20', 'midsummer-day'],
    ['2026-10-31', 'all-saints'],
    ['2026-12-06', 'independence'],
    ['2026-12-24', 'christmas-eve'],
    ['2026-12-25', 'christmas-day'],
    ['2026-12-26', 'boxing-day'],
    ['2020-06-20', 'midsummer-day'],
    ['2021-06-26', 'midsummer-day'],
    ['2020-10-31', 'all-saints'],
    ['2021-11-06', 'all-saints'],
  ])('%s is %s', (iso, key) => {
    expect(holidayOn(date(iso))?.key).toBe(key);
  });

  test.each(['2026-12-31', '2026-04-02', '2026-06-18', '2026-11-01', '2026-12-27', '2026-01-02'])('%s is an ordinary day', (iso) => {
    expect(holidayOn(date(iso))).toBeUndefined();
  });

  test('fifteen a year in order of date, each named in three languages; only the two eves are customary', () => {
    for (const year of [1992, 2008, 2027, 2100]) {
      const holidays = holidaysOf(year);
      expect(holidays).toHaveLength(15);
      expect(holidays.map((holiday) => holiday.day.toString())).toEqual(holidays.map((holiday) => holiday.day.toString()).sort());
      expect(holidays.filter((holiday) => holiday.kind === 'customary').map((holiday) => holiday.key)).toEqual([
        'midsummer-eve',
        'christmas-eve',
      ]);
      for (const { names } of holidays) expect(new Set([names.fi, names.sv, names.en]).size).toBe(3);
    }
  });

  test('two holidays on one date count as one day off', () => {
    expect(dayOf(2008, 'may-day')).toBe(dayOf(2008, 'ascension'));
    expect(holidayOn(date('2008-05-01'))?.key).toBe('may-day');
  });
});
