const LANGUAGES = ['fi', 'sv', 'en'];

/** What is wrong with texts by language: a language or a field that is missing, an empty one, the same text in two languages, untidy spaces. */
export function textFaults(key: string, texts: object): string[] {
  const byLanguage = Object.entries(texts) as [string, Record<string, unknown>][];
  const missing = LANGUAGES.filter((language) => !(language in texts)).map((language) => `${key}: no ${language}`);
  const [, finnish] = byLanguage.find(([language]) => language === 'fi') ?? [];
  const fields = Object.keys(finnish ?? {});
  return [...missing, ...byLanguage.flatMap(([language, said]) => faultsIn(`${key} ${language}`, language, said, finnish, fields))];
}

function faultsIn(
  at: string,
  language: string,
  said: Record<string, unknown>,
  finnish: Record<string, unknown> | undefined,
  fields: string[],
): string[] {
  const absent = fields.filter((field) => !(field in said)).map((field) => `${at}: no ${field}`);
  const faults = Object.entries(said).flatMap(([field, value]) => {
    const texts = stringsOf(value);
    return [
      ...(texts.some((text) => text.trim() === '') ? [`${at} ${field}: empty`] : []),
      ...(texts.some((text) => / {2}|^\s|\s$| [,.;:!?]| - |\d-\d/.test(text)) ? [`${at} ${field}: untidy`] : []),
      ...(texts.some((text) => text.length > 40) && isLike(language, value, finnish?.[field]) ? [`${at} ${field}: not translated`] : []),
    ];
  });
  return [...absent, ...faults];
}

const isLike = (language: string, value: unknown, finnish: unknown) =>
  language !== 'fi' && language !== 'plain' && JSON.stringify(value) === JSON.stringify(finnish);

export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsOf);
}

/** Emergency numbers are the country's own. */
const REAL_NUMBERS = /\b112\b/;

/** Addresses and numbers that somebody may have: only names that end in .example, only numbers that nobody is given. */
export function fictionFaults(key: string, value: unknown): string[] {
  return stringsOf(value).flatMap((text) => {
    const addresses = text.match(/(?:https?:\/\/|www\.|[\w.-]+@)[^\s,)]+/g) ?? [];
    const numbers = text.match(/(?:\+358|\b0\d{1,2})[ \d]{6,}\d/g) ?? [];
    return [
      ...addresses.filter((each) => !/^(?:https:\/\/|[\w.-]+@)?[\w.-]+\.example(?:\/|$)/.test(each)),
      ...numbers.filter((each) => !/^(?:019|050) 000 \d{4}$/.test(each) && !REAL_NUMBERS.test(each)),
    ].map((fault) => `${key}: ${fault}`);
  });
}
