import { describe, expect, test } from 'vitest';
import { closestFirst, matchesWords } from './option-order.ts';

const help = { label: 'Mallila Digital Help Association' };
const kela = { label: 'Social Insurance Institution', alias: 'Kela' };
const tax = { label: 'Tax Administration', alias: 'Vero' };
const all = [help, kela, tax];
const labels = (typed: string) =>
  closestFirst(
    all.filter((one) => matchesWords(one, typed)),
    typed,
  ).map(({ label }) => label);

describe('what was typed', () => {
  test('stands first where it begins the name, then where it begins a word, then inside a word', () => {
    expect(labels('Soc')).toEqual([kela.label, help.label]);
    expect(labels('ins')).toEqual([kela.label]);
    expect(labels('a')).toEqual([help.label, tax.label, kela.label]);
  });

  test('finds by the other name, whatever the case', () => {
    expect(labels('kela')).toEqual([kela.label]);
    expect(labels('VER')).toEqual([tax.label]);
  });

  test('nothing typed keeps all as they were; something else finds nothing', () => {
    expect(labels('  ')).toEqual(all.map(({ label }) => label));
    expect(labels('xyz')).toEqual([]);
  });

  test('words between may be typed too', () => {
    expect(labels('insurance inst')).toEqual([kela.label]);
  });
});
