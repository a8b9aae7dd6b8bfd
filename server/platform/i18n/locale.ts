/** The interface languages, and which one a reader gets. A matter's service language is another thing and is kept with the matter. */

export const LOCALES = ['fi', 'sv', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Texts to residents also exist in plain Finnish (selkosuomi), which falls back to Finnish. */
export const PLAIN_FINNISH = 'fi-x-plain';
export type TextVariant = Locale | typeof PLAIN_FINNISH;

export const LOCALE_COOKIE = 'polku-lang';

/** Accept-Language comes from outside: no sender needs more than this. */
const LONGEST_HEADER = 400;

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The reader's wish in the order it was expressed: `?lang`, cookie, Accept-Language (RFC 9110, 12.5.4), else Finnish. */
export function chooseLocale(wishes: { query?: unknown; cookie?: unknown; acceptLanguage?: string | undefined }): Locale {
  if (isLocale(wishes.query)) return wishes.query;
  if (isLocale(wishes.cookie)) return wishes.cookie;
  return acceptedLocale(wishes.acceptLanguage ?? '') ?? 'fi';
}

function acceptedLocale(header: string): Locale | undefined {
  return header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map(languageRange)
    .filter((range): range is { locale: Locale; quality: number } => isLocale(range.locale) && range.quality > 0)
    .reduce<{ locale: Locale; quality: number } | undefined>(
      (best, range) => (best && best.quality >= range.quality ? best : range),
      undefined,
    )?.locale;
}

function languageRange(text: string): { locale: string | undefined; quality: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { locale: tag.split('-')[0], quality: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0 };
}
