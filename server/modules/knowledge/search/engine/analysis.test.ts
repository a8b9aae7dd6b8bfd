import { expect, test } from 'vitest';
import type { Language } from '../../../directory/types.ts';
import { createAnalysis } from './analysis.ts';
import { gramsOf, plain, wordsOf } from './fold.ts';

const simple = {
  fi: ['hammas', 'lääkäri', 'hoito', 'koira', 'vero', 'koulu', 'kuljetus'],
  sv: ['tand', 'läkare', 'jour', 'skola', 'skjuts'],
  en: [],
};
const analyse = createAnalysis(simple, null);

function sameWhole(language: Language, ...forms: string[]): void {
  const wholes = forms.map((form) => analyse(form, language).wholes.join());
  expect(new Set(wholes), forms.join(', ')).toHaveLength(1);
}

test('Finnish inflections come to one stem', () => {
  sameWhole('fi', 'sairaus', 'sairauden', 'sairautta', 'sairaudesta', 'sairauksien');
  sameWhole('fi', 'asumisen', 'asumista', 'asumiseen');
  sameWhole('fi', 'asiakas', 'asiakkaan', 'asiakkaat', 'asiakasta');
  sameWhole('fi', 'päiväkoti', 'päiväkotiin', 'päiväkodin', 'päiväkodissa');
  sameWhole('fi', 'tontti', 'tontin', 'tontteja', 'tontilla');
  sameWhole('fi', 'lapsi', 'lapsen', 'lapset', 'lapsille');
});

test('Swedish and English inflections come to one stem', () => {
  sameWhole('sv', 'tjänst', 'tjänster', 'tjänsten', 'tjänsterna');
  sameWhole('sv', 'bibliotek', 'biblioteket', 'bibliotekens');
  sameWhole('en', 'library', 'libraries');
  sameWhole('en', 'vaccination', 'vaccinations');
  sameWhole('en', 'permit', 'permits', 'permitted');
});

test('different words stay apart', () => {
  expect(analyse('koulu', 'fi').wholes).not.toEqual(analyse('kuulo', 'fi').wholes);
  expect(analyse('skola', 'sv').wholes).not.toEqual(analyse('skuld', 'sv').wholes);
  expect(analyse('house', 'en').wholes).not.toEqual(analyse('horse', 'en').wholes);
});

test('a compound has its parts, whatever its own ending', () => {
  const parts = (word: string, language: Language) => analyse(word, language).parts;
  expect(parts('hammaslääkärille', 'fi')).toEqual(expect.arrayContaining([...parts('hammas', 'fi'), ...parts('lääkäri', 'fi')]));
  expect(parts('koirankoulu', 'fi')).toEqual(expect.arrayContaining(parts('koira', 'fi')));
  expect(parts('tandläkarjouren', 'sv')).toEqual(expect.arrayContaining([...parts('tand', 'sv'), ...parts('jour', 'sv')]));
  expect(parts('skolskjutsen', 'sv')).toEqual(expect.arrayContaining([...parts('skola', 'sv')]));
  expect(parts('taxhammas', 'fi')).toEqual(expect.arrayContaining(parts('hammas', 'fi')));
});

test('a morphology is believed before the stemmer, and asked once for a word', () => {
  let asked = 0;
  const told = createAnalysis(simple, (word) => {
    asked += 1;
    return word === 'yöllä' ? { bases: ['yö'], parts: [] } : null;
  });
  expect(told('yöllä', 'fi').wholes).toEqual(analyse('yö', 'fi').wholes);
  told('yöllä', 'fi');
  expect(asked).toBe(1);
  expect(told('yöllä', 'sv').wholes).toEqual(analyse('yöllä', 'sv').wholes);
  expect(told('tontin', 'fi')).toEqual(analyse('tontin', 'fi'));
});

test('words are cut at hyphens and marks, and a word without end is cut too', () => {
  expect(wordsOf('Aamu- ja iltapäivätoiminta, TE-toimisto (10-luokka)!')).toEqual([
    'aamu',
    'ja',
    'iltapäivätoiminta',
    'te',
    'toimisto',
    '10',
    'luokka',
  ]);
  expect(wordsOf('ä'.normalize('NFD'))).toEqual(['ä']);
  expect(wordsOf('x'.repeat(5000))[0]).toHaveLength(60);
  expect(plain('lääkäri på é')).toBe('laakari pa e');
  expect(gramsOf('yö')).toEqual(['_yo_']);
  expect(gramsOf('katu')).toEqual(['_kat', 'katu', 'atu_']);
});
