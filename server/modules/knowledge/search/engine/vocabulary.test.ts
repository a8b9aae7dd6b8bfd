import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVocabulary, slipsBetween } from './vocabulary.ts';

function vocabularyOf(...words: string[]) {
  const vocabulary = createVocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

test('completes what is being typed, the most used word first, with or without dots', () => {
  const vocabulary = vocabularyOf('päiväkoti', 'päivystys', 'päivystys', 'passi');
  expect(vocabulary.completions('päiv')).toEqual(['päivystys', 'päiväkoti']);
  expect(vocabulary.completions('paiv')).toEqual(['päivystys', 'päiväkoti']);
  expect(vocabulary.completions('pä')).toEqual([]);
});

test('mends a slip, two in a long word, and an inflected word with one', () => {
  const vocabulary = vocabularyOf('neuvola', 'kirjasto', 'päivystys', 'sophämtning');
  const mended = (word: string) => vocabulary.mended(word).map((one) => one.word);
  expect(mended('nuevola')).toEqual(['neuvola']);
  expect(mended('kirjsto')).toEqual(['kirjasto']);
  expect(mended('paivistys')).toEqual(['päivystys']);
  expect(mended('kirjsatossa')).toEqual(['kirjasto']);
  expect(mended('sophämtingen')).toEqual(['sophämtning']);
  expect(mended('lautanen')).toEqual([]);
  expect(mended('ppp')).toEqual([]);
});

test('a word is there until its last use is gone', () => {
  const vocabulary = vocabularyOf('vero', 'vero');
  vocabulary.remove('vero');
  expect(vocabulary.has('vero')).toBe(true);
  vocabulary.remove('vero');
  expect(vocabulary.has('vero')).toBe(false);
  expect(vocabulary.completions('ver')).toEqual([]);
  vocabulary.remove('vero');
  expect(vocabulary.size()).toBe(0);
});

test('slips are counted as the plain definition counts them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const slips = plainly(a, b);
      expect(slipsBetween(a, b, 8)).toBe(slips);
      expect(slipsBetween(b, a, 8)).toBe(slips);
      expect(slipsBetween(a, b, 2)).toBe(Math.min(slips, 3));
    }),
    { numRuns: 500 },
  );
});

/** The restricted Damerau distance straight from its definition. */
function plainly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const ways = [
    plainly(a.slice(0, -1), b) + 1,
    plainly(a, b.slice(0, -1)) + 1,
    plainly(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  const turned = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (turned) ways.push(plainly(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}
