import { expect, test } from 'vitest';
import { largestUnit } from './notice.ts';

test.each([
  [0, 'hours'],
  [60, 'hours'],
  [90, 'minutes'],
  [1500, 'hours'],
  [2880, 'days'],
])('%i minutes are said in %s', (minutes, unit) => {
  expect(largestUnit(minutes)).toBe(unit);
});
