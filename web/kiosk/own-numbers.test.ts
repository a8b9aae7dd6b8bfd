import { expect, test } from 'vitest';
import { nextNumber, stillUsed, type Used } from './own-numbers.ts';

const day = '2026-11-23';
const block = (first: number, last: number, next = first, prefix = 'A') => ({ day, prefix, first, last, next });

test('numbers follow each other over blocks, and none is given twice', () => {
  let used: Used = {};
  const codes: string[] = [];
  const blocks = [block(4, 6, 5), block(51, 52)];
  for (;;) {
    const found = nextNumber(blocks, used, day, 'A');
    if (!found) break;
    codes.push(found.code);
    used = found.used;
  }
  expect(codes).toEqual(['A005', 'A006', 'A051', 'A052']);
});

test('what the server already knows of goes before what was kept here, and the other way about', () => {
  expect(nextNumber([block(1, 50, 9)], { [`${day} A1`]: 3 }, day, 'A')?.code).toBe('A009');
  expect(nextNumber([block(1, 50, 2)], { [`${day} A1`]: 3 }, day, 'A')?.code).toBe('A004');
});

test('a letter or a day without a block has no number', () => {
  expect(nextNumber([block(1, 50)], {}, day, 'B')).toBeUndefined();
  expect(nextNumber([block(1, 50)], {}, '2026-11-24', 'A')).toBeUndefined();
});

test('what was given of past blocks is forgotten', () => {
  expect(stillUsed([block(1, 50)], { [`${day} A1`]: 3, '2026-11-22 A1': 7 })).toEqual({ [`${day} A1`]: 3 });
});
