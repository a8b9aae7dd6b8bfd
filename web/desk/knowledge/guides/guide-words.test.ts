import { expect, test } from 'vitest';
import { GuideContent } from '../../../../server/modules/knowledge/guides/schema.ts';
import { blocksOf, languageOf, spokenIn } from './guide-words.ts';

test('a body is paragraphs and lists', () => {
  expect(blocksOf('Ennen avaamista:\n– Lue tiedotteet\n- Avaa ovi\n\n1. Poistu\n2. Soita 112\nHeti.\n\n\nLopuksi')).toEqual([
    { kind: 'words', lines: ['Ennen avaamista:'] },
    { kind: 'dashes', lines: ['Lue tiedotteet', 'Avaa ovi'] },
    { kind: 'numbers', lines: ['Poistu', 'Soita 112'] },
    { kind: 'words', lines: ['Heti.'] },
    { kind: 'words', lines: ['Lopuksi'] },
  ]);
  expect(blocksOf('')).toEqual([]);
});

test('a year that begins a line, or a word with a hyphen, is no list', () => {
  expect(blocksOf('2026. vuosi\n-merkki').map(({ kind }) => kind)).toEqual(['words']);
});

test('read in the wished language, else in Finnish, else in what there is', () => {
  const said = { title: 'x', body: 'y' };
  const inTwo = GuideContent.parse({ texts: { fi: said, en: said } });
  expect([spokenIn(inTwo), languageOf(inTwo, 'en'), languageOf(inTwo, 'sv')]).toEqual([['fi', 'en'], 'en', 'fi']);
  expect(languageOf(GuideContent.parse({ texts: { sv: said } }), 'en')).toBe('sv');
});
