import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';

test.each([
  ['Kirkkorannan piste', 'kirkkorannan-piste'],
  ['Äänekoski – Åbo', 'aanekoski-abo'],
  ['2. yksikkö', 'yksikko'],
  ['  ', ''],
])('%s', (name, key) => {
  expect(keyOf(name)).toBe(key);
});
