import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asked, Entry, EntryWords, SearchIndex } from '../types.ts';
import { createIndex } from './index.ts';

type Words = Entry['words'];

function entry(id: string, words: Words | string, more: Partial<Entry> = {}): Entry {
  return { kind: 'service', id, audience: 'everyone', words: typeof words === 'string' ? { fi: { title: words } } : words, ...more };
}

const directory = [
  entry('teeth', {
    fi: { title: 'Suun terveydenhuolto', summary: 'Hammaslääkäri tutkii ja hoitaa hampaita.', terms: ['hammashuolto'] },
    sv: { title: 'Mun- och tandvård', summary: 'Tandläkaren undersöker och vårdar tänder.' },
    en: { title: 'Oral health care', summary: 'A dentist examines and treats teeth.' },
  }),
  entry('teeth-finnish', { fi: { title: 'Suun terveydenhuolto', summary: 'Hammaslääkäri tutkii ja hoitaa hampaita.' } }),
  entry('daycare', {
    fi: { title: 'Kunnallinen päiväkotihoito', summary: 'Varhaiskasvatusta päiväkodissa.' },
    sv: { title: 'Kommunal dagvård', summary: 'Småbarnspedagogik på daghem.' },
    en: { title: 'Care at a municipal day-care centre', summary: 'Early childhood education and care.' },
  }),
  entry('library', {
    fi: { title: 'Kirjastopalvelut', summary: 'Kirjasto lainaa kirjoja.' },
    sv: { title: 'Bibliotekstjänster', summary: 'Biblioteket lånar ut böcker.' },
    en: { title: 'Library services', summary: 'The library lends books.' },
  }),
  entry('transport', { fi: { title: 'Koulukuljetus', summary: 'Oppilas pääsee kouluun taksilla.' } }),
  entry('school', { fi: { title: 'Perusopetus', summary: 'Lapsi käy koulua yhdeksän vuotta.', body: 'Oppilaan kuljetus järjestetään.' } }),
  entry('permit', { fi: { title: 'Rakennuslupa', summary: 'Talon rakentamiseen tarvitaan lupa.' } }),
  entry('vet', { fi: { title: 'Eläinlääkäripalvelut', summary: 'Lemmikkien sairaanhoito.' } }),
  entry('debt', { fi: { title: 'Talous- ja velkaneuvonta', summary: 'Apua maksuvaikeuksiin.' } }),
  entry('shelter', {
    fi: { title: 'Turvakotitoiminta', summary: 'Suojaa lähisuhdeväkivallalta.' },
    en: { title: 'Shelter activities', summary: 'Protection.' },
  }),
];

function filled(): SearchIndex {
  const index = createIndex();
  index.put(directory);
  return index;
}

function ids(index: SearchIndex, words: string, more: Partial<Asked> = {}): string[] {
  return index.search({ words, language: 'fi', audience: 'everyone', ...more }).map(({ id }) => id);
}

const index = filled();

test.each([
  ['a word of the title', 'rakennuslupa', 'fi', 'permit'],
  ['an inflected word', 'rakennuslupaa', 'fi', 'permit'],
  ['a compound written apart', 'rakennus lupa', 'fi', 'permit'],
  ['the parts written together', 'koulukyyti', 'fi', 'transport'],
  ['a slip of the finger', 'rakenuslupa', 'fi', 'permit'],
  ['no dots', 'hammaslaakari', 'fi', 'teeth'],
  ['the beginning of a word', 'kirjas', 'fi', 'library'],
  ['an everyday word', 'tarha', 'fi', 'daycare'],
  ['an inflected everyday word', 'tarhapaikkaa', 'fi', 'daycare'],
  ['a sentence about a situation', 'mieheni lyö minua mitä voin tehdä', 'fi', 'shelter'],
  ['a sentence with few telling words', 'en pysty enää maksamaan laskujani kun on velkaa', 'fi', 'debt'],
  ['Swedish', 'tandläkaren', 'sv', 'teeth'],
  ['everyday Swedish', 'dagis', 'sv', 'daycare'],
  ['English', 'borrow a book', 'en', 'library'],
  ['everyday English', 'my husband hits me', 'en', 'shelter'],
] as const)('finds by %s: %s', (_, words, language, id) => {
  expect(ids(index, words, { language })[0]).toBe(id);
});

test.each(['xyzzy', 'lentokone', 'kvantmekanik', 'the', '', '   ', '!!!', 'pizza'])('says nothing rather than noise: %s', (words) => {
  for (const language of ['fi', 'sv', 'en'] as const) expect(ids(index, words, { language })).toEqual([]);
});

test('a word in the title tells more than one in the body', () => {
  expect(ids(index, 'kuljetus')).toEqual(['transport', 'school']);
});

test('the language asked comes first, what is told in another only is second best', () => {
  const hits = index.search({ words: 'tandvård', language: 'sv', audience: 'everyone' });
  expect(hits.map(({ id, language }) => [id, language])).toEqual([
    ['teeth', 'sv'],
    ['teeth-finnish', 'fi'],
  ]);
  expect(ids(index, 'building permission', { language: 'en' })).toEqual(['permit']);
});

test.each([
  ['fi', 'teeth', 'hammaslääkäri'],
  ['fi', 'teeth', 'tandläkaren'],
  ['sv', 'teeth', 'hammaslääkäriin'],
  ['en', 'teeth', 'hammasl'],
  ['en', 'daycare', 'tarhapaikkaa'],
  ['sv', 'daycare', 'tarha'],
  ['en', 'daycare', 'dagis'],
  ['sv', 'shelter', 'my husband hits me'],
  ['en', 'permit', 'rakenuslupa'],
] as const)('on a page in %s, finds %s by words of any language: %s', (language, id, words) => {
  expect(ids(index, words, { language })[0]).toBe(id);
});

test('a word of two languages is read in the one that was asked in', () => {
  const own = createIndex();
  own.put([
    entry('bus', { en: { title: 'Bus pass' }, sv: { title: 'Månadskort' } }),
    entry('passport', { en: { title: 'Passport' }, sv: { title: 'Pass' } }),
  ]);
  expect(ids(own, 'pass', { language: 'en' })[0]).toBe('bus');
  expect(ids(own, 'pass', { language: 'sv' })[0]).toBe('passport');
});

test('says by which words of the text it was found', () => {
  const [hit] = index.search({ words: 'hammaslääkäriin', language: 'fi', audience: 'everyone' });
  expect(hit?.matched).toContain('hammaslääkäri');
  const [daycare] = index.search({ words: 'dagis', language: 'sv', audience: 'everyone' });
  expect(daycare?.matched).toContain('dagvård');
});

test('residents find only what is for everyone, and only the kinds asked', () => {
  const own = createIndex();
  own.put([
    entry('open', 'Venepaikka'),
    entry('inside', 'Venepaikka', { kind: 'card', audience: 'staff' }),
    entry('place', 'Venesatama', { kind: 'place' }),
  ]);
  expect(ids(own, 'venepaikka')).toEqual(expect.not.arrayContaining(['inside']));
  expect(ids(own, 'venepaikka', { audience: 'staff' }).sort()).toEqual(expect.arrayContaining(['inside', 'open']));
  expect(ids(own, 'venepaikka', { audience: 'staff', kinds: ['card'] })).toEqual(['inside']);
  expect(ids(own, 'vene', { kinds: ['place'] })).toEqual(['place']);
  expect(ids(own, 'venepaikka', { audience: 'staff', limit: 1 })).toHaveLength(1);
});

test('what only staff may see does not show in its twin of another language', () => {
  const own = createIndex();
  own.put([
    entry('both', { sv: { title: 'Båtplats' }, fi: { title: 'Venepaikka' } }),
    entry('inside', 'Venepaikka', { audience: 'staff' }),
  ]);
  expect(ids(own, 'båtplats', { language: 'sv' })).toEqual(['both']);
  expect(ids(own, 'båtplats', { language: 'sv', audience: 'staff' })).toEqual(['both', 'inside']);
});

test('a put replaces, a removal forgets', () => {
  const own = createIndex();
  own.put([entry('one', 'Nuohous'), entry('two', 'Palotarkastus')]);
  own.put([entry('one', 'Venepaikka')]);
  expect(ids(own, 'nuohous')).toEqual([]);
  expect(ids(own, 'venepaikka')).toEqual(['one']);
  own.remove('service', ['one', 'never-there']);
  own.remove('card', ['two']);
  expect(ids(own, 'venepaikka')).toEqual([]);
  expect(ids(own, 'palotarkastus')).toEqual(['two']);
  expect(own.size().entries).toBe(1);
});

test('learns what people call things, both ways when so told, and forgets it again', () => {
  const own = filled();
  expect(ids(own, 'mopsi')).toEqual([]);
  own.learn([{ language: 'fi', word: 'mopsi', meanings: ['eläinlääkäri'], both: false }]);
  expect(ids(own, 'mopsille')[0]).toBe('vet');
  own.learn([]);
  expect(ids(own, 'mopsi')).toEqual([]);
});

test('a situation leads to what helps in it, and one helper not to another', () => {
  const few = { stop: 'on', weak: '', parts: '', groups: [] };
  const fi = { ...few, situations: [{ said: 'vauva syntyy', means: 'neuvola, lapsilisä' }] };
  const own = createIndex({ tables: { fi, sv: few, en: few } });
  own.put([entry('clinic', 'Neuvola'), entry('benefit', 'Lapsilisä'), entry('library', 'Kirjasto')]);
  expect(ids(own, 'syntyy vauva').toSorted()).toEqual(['benefit', 'clinic']);
  expect(ids(own, 'lapsilisä')).toEqual(['benefit']);
});

test('where the best answer is doubtful, those far behind it are left out', () => {
  const few = { stop: '', weak: '', parts: '', groups: [] };
  const tables = { fi: few, sv: few, en: few };
  const many = Array.from({ length: 120 }, (_, n) => entry(`other-${n}`, `Palvelu ${n}`));
  const asked = 'kirjo zyx qwv';
  const found = (plenty: number) => {
    const own = createIndex({ tables, weights: { enough: 0, plenty, nearDoubtful: 0.9 } });
    own.put([
      ...many,
      entry('best', 'Kirjo'),
      entry('behind', { fi: { title: 'Muu asia', summary: 'Lisäksi on pitkästi muuta ja kirjo.' } }),
    ]);
    return ids(own, asked);
  };
  expect(found(0)).toEqual(['best', 'behind']);
  expect(found(9)).toEqual(['best']);
});

test('finds the same however it came to hold what it holds', () => {
  const titles = ['Rakennuslupa', 'Purkamislupa', 'Kirjasto', 'Koulukuljetus', 'Päiväkoti', 'Neuvola', 'Venepaikka', 'Lupa ja neuvonta'];
  const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), title: fc.option(fc.constantFrom(...titles)) });
  const few = { stop: '', weak: '', parts: 'lupa, neuvonta, vene, paikka, koulu', groups: [] };
  const tables = { fi: few, sv: few, en: few };
  const [worn, words] = [createIndex({ tables }), ['lupa', 'rakennuslupa', 'koulu', 'neuvonta', 'kirjast', 'venepaika']];
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const held = new Map<string, EntryWords>();
      worn.remove('service', ['a', 'b', 'c', 'd']);
      for (const { id, title } of steps) {
        if (title) held.set(id, { title });
        else held.delete(id);
        if (title) worn.put([entry(id, title)]);
        else worn.remove('service', [id]);
      }
      const fresh = createIndex({ tables });
      fresh.put([...held].map(([id, fi]) => entry(id, { fi })));
      for (const asked of words) {
        const question: Asked = { words: asked, language: 'fi', audience: 'everyone' };
        expect(worn.search(question).map(rounded)).toEqual(fresh.search(question).map(rounded));
      }
      expect(worn.size().entries).toBe(held.size);
    }),
    { numRuns: 25 },
  );
});

/** Terms are summed in another order, so the last digits of a score may differ. */
function rounded<T extends { score: number }>(hit: T): T {
  return { ...hit, score: Math.round(hit.score * 1000) / 1000 };
}

test('anything may be asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom('fi', 'sv', 'en'), (words, language) => {
      const hits = index.search({ words, language: language as 'fi', audience: 'everyone' });
      expect(hits.every(({ score }) => Number.isFinite(score) && score > 0)).toBe(true);
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
    }),
    { numRuns: 200 },
  );
  expect(ids(index, 'lapsi '.repeat(2000)).length).toBeLessThan(20);
});

test('a word is known in any form and compound that texts or tables have; a name is not', () => {
  const index = filled();
  for (const word of ['kirjaston', 'rakennuslupa', 'kirjastokortti', 'KELA-kortti', 'teeth', 'hampaille'])
    expect([word, index.knows(word, 'fi')]).toEqual([word, true]);
  for (const word of ['Virtanen', 'Järvinen', 'Korhosen', 'Öhman']) expect([word, index.knows(word, 'fi')]).toEqual([word, false]);
  index.learn([{ language: 'fi', word: 'zumba', meanings: ['liikunta'], both: false }]);
  expect(index.knows('zumba', 'fi')).toBe(true);
});
