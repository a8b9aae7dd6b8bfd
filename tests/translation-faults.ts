/** What can be wrong with translation files. Used by the guard over the real files and by its proof on bad ones. */
import { LOCALES, type Locale, PLAIN_FINNISH } from '../server/platform/i18n/locale.ts';
import { flatten, type Texts } from '../server/platform/i18n/texts.ts';
import { PLURAL_FORM } from '../server/platform/i18n/translator.ts';

type Flat = Map<string, string>;
/** `namespace:key` → why the text is the same in every language. */
export type SameOnPurpose = Record<string, string>;

export function translationFaults(texts: Texts, same: SameOnPurpose): string[] {
  const namespaces = new Set(LOCALES.flatMap((locale) => Object.keys(texts[locale])));
  const faults = [...namespaces].sort().flatMap((namespace) => {
    const flat = Object.fromEntries(LOCALES.map((locale) => [locale, flatten(texts[locale][namespace] ?? {})])) as Record<Locale, Flat>;
    return [
      ...LOCALES.flatMap((locale) =>
        [
          ...missingKeys(locale, flat),
          ...emptyTexts(flat[locale]),
          ...straightMarks(flat[locale]),
          ...pluralFaults(locale, flat[locale]),
        ].map((fault) => `${locale} ${namespace}:${fault}`),
      ),
      ...placeholderFaults(flat).map((fault) => `${namespace}:${fault}`),
      ...untranslated(namespace, flat, same),
    ];
  });
  return [...faults, ...plainFaults(texts), ...staleAllowances(texts, same)];
}

/** `files_one` and `files_other` are one text, `files`. */
function textsOf(flat: Flat): Map<string, string[]> {
  return Map.groupBy(flat.keys(), (key) => key.replace(PLURAL_FORM, ''));
}

function missingKeys(locale: Locale, flat: Record<Locale, Flat>): string[] {
  const wanted = new Set(LOCALES.flatMap((other) => [...textsOf(flat[other]).keys()]));
  const found = textsOf(flat[locale]);
  return [...wanted].filter((key) => !found.has(key)).map((key) => `${key} is missing`);
}

function emptyTexts(flat: Flat): string[] {
  return [...flat].filter(([, text]) => text.trim() === '').map(([key]) => `${key} is empty`);
}

/** One apostrophe everywhere, the printed one. */
function straightMarks(flat: Flat): string[] {
  return [...flat].filter(([, text]) => text.includes("'")).map(([key]) => `${key} has ' for ’`);
}

function pluralFaults(locale: string, flat: Flat): string[] {
  return [...flat.keys()]
    .filter((key) => PLURAL_FORM.test(key))
    .flatMap((key) => {
      const stem = key.replace(PLURAL_FORM, '');
      const ordinal = PLURAL_FORM.exec(key)?.[1] === undefined ? '' : '_ordinal';
      const forms = new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories;
      const missing = forms
        .map((form) => `${stem}${ordinal}_${form}`)
        .filter((form) => !flat.has(form))
        .map((form) => `${form} is a missing plural form`);
      return flat.has(stem) ? [...missing, `${stem} is both a text and a plural`] : missing;
    })
    .filter((fault, index, all) => all.indexOf(fault) === index);
}

/** Values and markup a text must hold in every language; `count` may be a word in a plural form ("yksi tiedosto"). */
function placeholders(text: string): string {
  const values = [...text.matchAll(/{{-?\s*([\w.-]+)[^}]*}}/g)].map((match) => match[1]).filter((name) => name !== 'count');
  const marks = [...text.matchAll(/<\/?\w+\s*\/?>/g)].map((match) => match[0]);
  return [...new Set([...values, ...marks])].sort().join(' ') || 'nothing';
}

function placeholderFaults(flat: Record<Locale, Flat>): string[] {
  const keys = new Set(LOCALES.flatMap((locale) => [...textsOf(flat[locale]).keys()]));
  return [...keys].flatMap((key) => {
    const seen = LOCALES.flatMap((locale) =>
      (textsOf(flat[locale]).get(key) ?? []).map((form) => [locale, placeholders(flat[locale].get(form) ?? '')] as const),
    );
    return new Set(seen.map(([, held]) => held)).size > 1
      ? [`${key} holds different values: ${seen.map(([locale, held]) => `${locale} ${held}`).join(', ')}`]
      : [];
  });
}

function untranslated(namespace: string, flat: Record<Locale, Flat>, same: SameOnPurpose): string[] {
  return [...flat.fi]
    .filter(([key, text]) => /\p{L}/u.test(text.replace(/{{[^}]*}}/g, '')) && LOCALES.every((locale) => flat[locale].get(key) === text))
    .filter(([key]) => !same[`${namespace}:${key}`])
    .map(([key, text]) => `${namespace}:${key} is "${text}" in every language`);
}

function plainFaults(texts: Texts): string[] {
  return Object.entries(texts[PLAIN_FINNISH]).flatMap(([namespace, tree]) => {
    const plain = flatten(tree);
    const fi = flatten(texts.fi[namespace] ?? {});
    const held = [...plain].filter(([key, text]) => fi.has(key) && placeholders(text) !== placeholders(fi.get(key) ?? ''));
    return [
      ...[...plain.keys()].filter((key) => !fi.has(key)).map((key) => `${key} is not in Finnish`),
      ...held.map(([key]) => `${key} holds other values than Finnish`),
      ...emptyTexts(plain),
      ...pluralFaults('fi', plain),
    ].map((fault) => `${PLAIN_FINNISH} ${namespace}:${fault}`);
  });
}

/** An allowance that no longer allows anything would hide the next untranslated text. */
function staleAllowances(texts: Texts, same: SameOnPurpose): string[] {
  return Object.entries(same).flatMap(([name, reason]) => {
    const [namespace = '', ...key] = name.split(':');
    const values = LOCALES.map((locale) => flatten(texts[locale][namespace] ?? {}).get(key.join(':')));
    if (reason.trim() === '') return [`${name} is allowed without a reason`];
    return values[0] !== undefined && values.every((value) => value === values[0]) ? [] : [`${name} is allowed to be the same but is not`];
  });
}
