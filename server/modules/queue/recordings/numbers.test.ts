import { expect, test } from 'vitest';
import { numberPieces, piecesOfAllNumbers } from './numbers.ts';
import { LANGUAGES } from './schema.ts';

test.each([
  ['fi', 0, ['0.']],
  ['fi', 99, ['99.']],
  ['fi', 100, ['100.']],
  ['fi', 112, ['100,', '12.']],
  ['sv', 945, ['900,', '45.']],
  ['en', 112, ['100 and,', '12.']],
  ['en', 300, ['300.']],
  ['en', 1000, ['1000.']],
  ['en', 1005, ['1000 and,', '5.']],
  ['en', 1200, ['1000,', '200.']],
  ['en', 2345, ['2000,', '300 and,', '45.']],
  ['fi', 2345, ['2000,', '300,', '45.']],
  ['fi', 12_345, ['12345.']],
] as const)('in %s %i is said of pieces', (language, number, pieces) => {
  expect(numberPieces(language, number)).toEqual(pieces);
});

test.each(LANGUAGES)('every number up to 9,999 is said of the few pieces made beforehand, in %s', (language) => {
  const made = new Set(piecesOfAllNumbers(language));
  expect(made.size).toBeLessThan(150);
  for (let number = 0; number <= 9_999; number++)
    for (const piece of numberPieces(language, number)) if (!made.has(piece)) throw new Error(`${number}: ${piece}`);
});
