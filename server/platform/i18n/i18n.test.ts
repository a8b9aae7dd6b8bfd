import { describe, expect, test } from 'vitest';
import { chooseLocale } from './locale.ts';
import { type MissingText, translations, translator } from './translator.ts';

describe('the reader’s language', () => {
  test.each([
    ['nothing said', {}, 'fi'],
    ['asked in the address', { query: 'en', cookie: 'sv', acceptLanguage: 'fi' }, 'en'],
    ['chosen before', { cookie: 'sv', acceptLanguage: 'en' }, 'sv'],
    ['an unknown wish is passed over', { query: 'xx', cookie: ['sv'], acceptLanguage: 'en' }, 'en'],
    ['the browser’s first', { acceptLanguage: 'sv-FI,sv;q=0.9,fi;q=0.8' }, 'sv'],
    ['the browser’s heaviest', { acceptLanguage: 'de, en;q=0.3, sv;q=0.7' }, 'sv'],
    ['one it does not want', { acceptLanguage: 'sv;q=0, en;q=0.1' }, 'en'],
    ['none of ours', { acceptLanguage: 'se, de;q=0.9, *;q=0.5' }, 'fi'],
    ['nonsense', { acceptLanguage: ';;,q=9,sv;q=2,\u0000' }, 'fi'],
    ['a header without end', { acceptLanguage: `${'de,'.repeat(100_000)}sv` }, 'fi'],
  ])('%s', (_, wishes, locale) => {
    expect(chooseLocale(wishes)).toBe(locale);
  });
});

describe('texts', () => {
  const missing: MissingText[] = [];
  const { translator: of, hasText } = translations(
    {
      fi: {
        letter: {
          hello: 'Hei {{name}}',
          files_one: '{{count}} tiedosto',
          files_other: '{{count}} tiedostoa',
          only: 'vain suomeksi',
          deep: { 'with-dash': 'syvällä' },
          empty: '',
        },
      },
      sv: { letter: { hello: 'Hej {{name}}' } },
      en: {},
      'fi-x-plain': { letter: { hello: 'Moi {{name}}' } },
    },
    (text) => missing.push(text),
  );
  const fi = of('fi', 'letter');

  test('keys, values and plural forms', () => {
    expect([
      fi('hello', { name: 'Aino' }),
      fi('deep.with-dash'),
      fi('files', { count: 1 }),
      fi('files', { count: 0 }),
      fi('files', { count: 2 }),
    ]).toEqual(['Hei Aino', 'syvällä', '1 tiedosto', '0 tiedostoa', '2 tiedostoa']);
  });

  test('a value is only a value', () => {
    for (const name of ['$t(only)', '{{count}}', '<b>&', '__proto__']) expect(fi('hello', { name })).toBe(`Hei ${name}`);
    expect(fi('hello', { name: 'Aino', lng: 'sv', ns: 'other', defaultValue: 'x', context: 'y' })).toBe('Hei Aino');
  });

  test.each([
    ['an unknown key', 'fi', 'nothing'],
    ['another language’s key', 'sv', 'only'],
    ['an empty text', 'fi', 'empty'],
    ['a group', 'fi', 'deep'],
    ['a plural without a count', 'fi', 'files'],
    ['a form by name', 'fi', 'files_one'],
    ['the prototype’s names', 'fi', 'constructor'],
    ['a language without the namespace', 'en', 'hello'],
  ] as const)('%s shows neither the key nor another language', (_, variant, key) => {
    missing.length = 0;
    expect(of(variant, 'letter')(key)).toBe('');
    expect(missing).toEqual([{ variant, namespace: 'letter', key }]);
    expect(hasText(variant, 'letter', key)).toBe(key === 'files');
  });

  test('a forgotten value is told', () => {
    missing.length = 0;
    expect(fi('hello')).toBe('Hei ');
    expect(missing).toEqual([{ variant: 'fi', namespace: 'letter', key: 'a value in "Hei {{name}}"' }]);
  });

  test('plain Finnish falls back to Finnish, and only it', () => {
    const plain = of('fi-x-plain', 'letter');
    expect([plain('hello', { name: 'Aino' }), plain('only'), plain('files', { count: 2 })]).toEqual([
      'Moi Aino',
      'vain suomeksi',
      '2 tiedostoa',
    ]);
  });

  test('the server’s own texts: found in each language, and missing ones throw in tests', () => {
    expect([
      translator('fi', 'problem')('not-found.title'),
      translator('sv', 'problem')('csrf.title'),
      translator('en', 'problem')('internal.title'),
    ]).toEqual(['Sivua tai tietoa ei löydy', 'Sidan är föråldrad', 'Something went wrong on our side']);
    expect(() => translator('fi', 'problem')('nope')).toThrow('missing text: fi problem:nope');
  });
});
