import type { Local, LocalText, ServiceTexts, ServiceWords, TextLanguage, Told } from './types.ts';

/** What a reader of each language is shown when a text is missing in it: Finland's other national language before English. */
const FALLBACKS: Record<TextLanguage, readonly TextLanguage[]> = {
  plain: ['plain', 'fi', 'sv', 'en'],
  fi: ['fi', 'sv', 'en'],
  sv: ['sv', 'fi', 'en'],
  en: ['en', 'fi', 'sv'],
};

/** The text in the wanted language, or in the nearest other one and marked so; null when nobody has written it. */
export function told(texts: LocalText, wanted: TextLanguage): Told | null {
  const found = nearest(texts, wanted, (text) => text !== '');
  return found ? { text: found.value, language: found.language, borrowed: isBorrowed(found.language, wanted) } : null;
}

/** A list (links, telephones, terms) in the wanted language or the nearest that has any. */
export function toldList<T>(lists: Local<T[]>, wanted: TextLanguage): { items: T[]; language: TextLanguage; borrowed: boolean } | null {
  const found = nearest(lists, wanted, (list) => list.length > 0);
  return found ? { items: found.value, language: found.language, borrowed: isBorrowed(found.language, wanted) } : null;
}

type Field = Exclude<keyof ServiceWords, 'alsoCalled'>;

/** Each field on its own: a page may have its name in Swedish and the rest in Finnish only, and each part says so. */
export function toldOfService(texts: ServiceTexts, wanted: TextLanguage): { [F in Field]: Told | null } {
  const field = (name: Field) => told(fieldOf(texts, name), wanted);
  return {
    name: field('name'),
    summary: field('summary'),
    description: field('description'),
    instruction: field('instruction'),
    eligibility: field('eligibility'),
    charge: field('charge'),
    deadline: field('deadline'),
    processing: field('processing'),
    validity: field('validity'),
  };
}

/** One field of texts by language: `fieldOf(channel.texts, 'name')`. */
export function fieldOf<F extends string>(texts: Local<{ [K in F]?: string }>, name: F): LocalText {
  const entries = Object.entries(texts).flatMap(([language, words]) => (words?.[name] ? [[language, words[name]]] : []));
  return Object.fromEntries(entries) as LocalText;
}

function nearest<T>(
  values: Local<T>,
  wanted: TextLanguage,
  isThere: (value: T) => boolean,
): { value: T; language: TextLanguage } | undefined {
  for (const language of FALLBACKS[wanted]) {
    const value = values[language];
    if (value !== undefined && isThere(value)) return { value, language };
  }
  return undefined;
}

/** Standard Finnish for a reader of plain Finnish is the same language, so it is not marked as another. */
const isBorrowed = (language: TextLanguage, wanted: TextLanguage) => language !== wanted && !(wanted === 'plain' && language === 'fi');
