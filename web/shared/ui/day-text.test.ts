import { expect, test } from 'vitest';
import { dayIn, dayOf } from './day-text.ts';

test.each([
  ['27.11.2026', '2026-11-27'],
  ['1.1.2027', '2027-01-01'],
  ['27/11/2026', '2026-11-27'],
  ['27-11-2026', '2026-11-27'],
  ['2026-11-27', '2026-11-27'],
  [' 29.2.2028 ', '2028-02-29'],
])('%s is a day', (text, day) => {
  expect(dayOf(text)).toBe(day);
});

test.each(['', '27.11.', '27.11.26', '31.4.2026', '29.2.2027', '0.1.2026', '1.13.2026', 'tomorrow'])('"%s" is no day', (text) => {
  expect(dayOf(text)).toBeNull();
});

test('a day is written back as the language does', () => {
  expect([dayIn('2026-11-27', 'fi'), dayIn('2026-01-05', 'sv'), dayIn('2026-11-27', 'en')]).toEqual([
    '27.11.2026',
    '5.1.2026',
    '27/11/2026',
  ]);
});
