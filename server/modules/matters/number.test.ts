import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMatterNumber, sayMatterNumber } from './number.ts';

const known = '4172831';

test('a number is read however it is spoken or typed', () => {
  for (const words of ['4172831', '41 72 83-1', 'asia 41 72 83-1', 'Ärende 417283-1', '41\u00a072\u00a083\u2060-\u20601', '41 72 83–1'])
    expect(readMatterNumber(words)).toBe(known);
  expect(sayMatterNumber(known)).toBe('41 72 83-1');
});

test('every single wrong digit and every swap of neighbours is caught', () => {
  fc.assert(
    fc.property(fc.nat(6), fc.nat(9), (at, digit) => {
      const wrong = known.slice(0, at) + digit + known.slice(at + 1);
      return wrong === known || readMatterNumber(wrong) === null;
    }),
  );
  for (let at = 0; at < known.length - 1; at++) {
    const swapped = known.slice(0, at) + known[at + 1] + known[at] + known.slice(at + 2);
    if (swapped !== known) expect(readMatterNumber(swapped)).toBeNull();
  }
});
