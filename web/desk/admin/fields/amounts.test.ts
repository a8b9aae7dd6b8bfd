import { expect, test } from 'vitest';
import { clockIn, clockOf, hoursOf, minutesOf } from './amounts.ts';

test.each([
  ['4', 240],
  ['2,5', 150],
  ['2.5', 150],
  ['0,25', 15],
  ['112', 6720],
  ['0', 0],
])('%s hours', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test.each(['', 'four', '-1', '1,234', '2,'])('"%s" is no time span', (text) => {
  expect(minutesOf(text)).toBeNull();
});

test('hours are shown with the decimal mark of the language', () => {
  expect([hoursOf(150, 'fi'), hoursOf(150, 'en'), hoursOf(840, 'sv')]).toEqual(['2,5', '2.5', '14']);
});

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['9:30', '09:30'],
  ['0930', '09:30'],
  ['1615', '16:15'],
  ['24', '24:00'],
  ['0', '00:00'],
])('%s is a time of day', (text, clock) => {
  expect(clockOf(text)).toBe(clock);
});

test.each(['', '25', '24.30', '9.60', '9.5', 'nine', '12345'])('"%s" is no time of day', (text) => {
  expect(clockOf(text)).toBeNull();
});

test('a time of day as the language writes it', () => {
  expect([clockIn('09:00', 'sv', 'short'), clockIn('09:00', 'en', 'short')]).toEqual(['9', '9:00']);
  expect([clockIn('09:30', 'fi'), clockIn('09:30', 'en'), clockIn('09:00', 'sv'), clockIn('09:00', 'fi', 'short')]).toEqual([
    '9.30',
    '9:30',
    '9.00',
    '9',
  ]);
});
