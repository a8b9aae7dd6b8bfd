import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../server/platform/i18n/locale.ts';
import { flatten, readTexts, type Texts } from '../server/platform/i18n/texts.ts';
import { translationFaults } from './translation-faults.ts';
import sameOnPurpose from './translations-same.json' with { type: 'json' };

const home = join(import.meta.dirname, '..');
const roots = ['server/i18n', 'web/i18n'].map((root) => join(home, root)).filter((root) => existsSync(root));
const allowed = sameOnPurpose as Record<string, string>;

describe('translations', () => {
  test('there are texts to look at, in every language', () => {
    expect(roots.length).toBeGreaterThan(0);
    for (const locale of LOCALES) expect(readdirSync(join(home, 'server/i18n', locale))).toContain('problem.json');
    expect(flatten(readTexts(join(home, 'server/i18n')).fi.problem ?? {}).size).toBeGreaterThanOrEqual(26);
  });

  test('all three languages are complete, in the server and in the browser', () => {
    const texts = roots.map(readTexts);
    // One namespace name in two places would make an allowance ambiguous.
    const names = texts.flatMap((each) => Object.keys(each.fi));
    expect(names).toEqual([...new Set(names)]);
    expect(translationFaults(merged(texts), allowed)).toEqual([]);
  });
});

describe('the guard finds', () => {
  const good = (): Texts => ({
    fi: { a: { hello: 'Hei {{name}}', files_one: 'yksi tiedosto', files_other: '{{count}} tiedostoa', place_ordinal_other: '{{count}}.' } },
    sv: {
      a: {
        hello: 'Hej {{name}}',
        files_one: 'en fil',
        files_other: '{{count}} filer',
        place_ordinal_one: '{{count}}:a',
        place_ordinal_other: '{{count}}:e',
      },
    },
    en: {
      a: {
        hello: 'Hello {{name}}',
        files_one: 'one file',
        files_other: '{{count}} files',
        place_ordinal_one: '{{count}}st',
        place_ordinal_two: '{{count}}nd',
        place_ordinal_few: '{{count}}rd',
        place_ordinal_other: '{{count}}th',
      },
    },
    'fi-x-plain': { a: { hello: 'Moi {{name}}' } },
  });

  test('nothing in a good sample', () => {
    expect(translationFaults(good(), {})).toEqual([]);
  });

  test.each<[string, (texts: Texts) => unknown, string]>([
    ['a missing key', (texts) => delete texts.sv.a?.hello, 'sv a:hello is missing'],
    ['a missing namespace', (texts) => delete texts.en.a, 'en a:hello is missing'],
    ['a key in one language only', (texts) => Object.assign(texts.en, { b: { x: 'y' } }), 'fi b:x is missing'],
    ['an empty text', (texts) => set(texts.fi, 'hello', ' '), 'fi a:hello is empty'],
    ['a straight apostrophe', (texts) => set(texts.en, 'hello', "{{name}}'s"), "en a:hello has ' for ’"],
    ['a lost value', (texts) => set(texts.sv, 'hello', 'Hej'), 'a:hello holds different values: fi name, sv nothing, en name'],
    ['a misspelt value', (texts) => set(texts.en, 'hello', 'Hello {{nmae}}'), 'a:hello holds different values: fi name, sv name, en nmae'],
    [
      'lost markup',
      (texts) => set(texts.fi, 'hello', '<b>Hei</b> {{name}}'),
      'a:hello holds different values: fi </b> <b> name, sv name, en name',
    ],
    ['a missing plural form', (texts) => delete texts.fi.a?.files_one, 'fi a:files_one is a missing plural form'],
    ['a missing ordinal', (texts) => delete texts.en.a?.place_ordinal_few, 'en a:place_ordinal_few is a missing plural form'],
    ['a plural that is also a text', (texts) => set(texts.fi, 'files', 'tiedostot'), 'fi a:files is both a text and a plural'],
    ['an untranslated text', (texts) => LOCALES.map((locale) => set(texts[locale], 'ok', 'OK')), 'a:ok is "OK" in every language'],
    ['plain Finnish without Finnish', (texts) => set(texts['fi-x-plain'], 'extra', 'x'), 'fi-x-plain a:extra is not in Finnish'],
    [
      'plain Finnish with other values',
      (texts) => set(texts['fi-x-plain'], 'hello', 'Moi'),
      'fi-x-plain a:hello holds other values than Finnish',
    ],
  ])('%s', (_, spoil, fault) => {
    const texts = good();
    spoil(texts);
    expect(translationFaults(texts, {})).toContain(fault);
  });

  test('allowances: used with a reason, else a fault themselves', () => {
    const texts = good();
    for (const locale of LOCALES) set(texts[locale], 'brand', 'Polku');
    expect(translationFaults(texts, { 'a:brand': 'a name' })).toEqual([]);
    expect(translationFaults(texts, { 'a:brand': '' })).toEqual([
      'a:brand is "Polku" in every language',
      'a:brand is allowed without a reason',
    ]);
    expect(translationFaults(texts, { 'a:brand': 'a name', 'a:hello': 'once' })).toEqual(['a:hello is allowed to be the same but is not']);
  });
});

function set(namespaces: Texts['fi'], key: string, text: string): void {
  namespaces.a = { ...namespaces.a, [key]: text };
}

function merged(all: Texts[]): Texts {
  const variant = (name: keyof Texts) => Object.assign({}, ...all.map((texts) => texts[name])) as Texts['fi'];
  return { fi: variant('fi'), sv: variant('sv'), en: variant('en'), 'fi-x-plain': variant('fi-x-plain') };
}
