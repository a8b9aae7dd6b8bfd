import { type Classes, type Local, type Said, type ServiceTexts, type ServiceWords, type TextLanguage, textLanguages } from './types.ts';

/** Fields where the national text and the provider's addition are both read, in this order. The rest: the provider's own word wins. */
const ADDED = ['description', 'instruction', 'eligibility', 'charge', 'deadline', 'processing', 'validity'] as const;

/**
 * A service's texts with the general description it points at merged in. A language is there when either speaks it: a provider that wrote
 * only its name in Finnish still offers the national Swedish text.
 */
export function merged(general: Said | null, own: Said): Said {
  if (!general) return own;
  return {
    texts: mergedTexts(general.texts, own.texts),
    classes: mergedClasses(general.classes, own.classes),
    type: own.type ?? general.type,
    charge: own.charge ?? general.charge,
    legislation: distinct([...general.legislation, ...own.legislation]),
  };
}

function mergedTexts(general: ServiceTexts, own: ServiceTexts): ServiceTexts {
  return byLanguage((language) => {
    const [theirs, ours] = [general[language], own[language]];
    return theirs && ours ? mergedWords(theirs, ours) : (ours ?? theirs);
  });
}

function mergedWords(general: ServiceWords, own: ServiceWords): ServiceWords {
  const words: ServiceWords = { ...general, ...own };
  for (const field of ADDED) {
    const parts = distinct([general[field], own[field]].filter((part) => part !== undefined));
    if (parts.length > 0) words[field] = parts.join('\n\n');
  }
  const called = distinct([...(general.alsoCalled ?? []), ...(own.alsoCalled ?? [])]);
  return called.length > 0 ? { ...words, alsoCalled: called } : words;
}

function mergedClasses(general: Classes, own: Classes): Classes {
  return {
    lifeEvents: distinct([...general.lifeEvents, ...own.lifeEvents]).sort(),
    serviceClasses: distinct([...general.serviceClasses, ...own.serviceClasses]).sort(),
    targetGroups: distinct([...general.targetGroups, ...own.targetGroups]).sort(),
    terms: byLanguage((language) => {
      const terms = distinct([...(general.terms[language] ?? []), ...(own.terms[language] ?? [])]);
      return terms.length > 0 ? terms : undefined;
    }),
  };
}

function byLanguage<T>(of: (language: TextLanguage) => T | undefined): Local<T> {
  const entries = textLanguages.flatMap((language) => {
    const value = of(language);
    return value === undefined ? [] : [[language, value] as const];
  });
  return Object.fromEntries(entries) as Local<T>;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [typeof value === 'string' ? value : JSON.stringify(value), value])).values()];
}
