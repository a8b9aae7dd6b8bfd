/** The interface's words: web/i18n/<language>/<namespace>.json, each language fetched when it is read. */
import { createInstance, type InitOptions, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLocale, type Locale, regional } from './locale.ts';

const cookie = 'polku-lang';
const files = import.meta.glob<{ default: Record<string, unknown> }>('../../i18n/*/*.json');

/** Ready to show every text of these namespaces in the language of the reader. */
export async function startTexts(locale: Locale, namespaces: readonly string[]): Promise<i18n> {
  const instance = createInstance();
  instance.use(initReactI18next).use({ type: 'backend', read: readFile });
  const options = {
    lng: locale,
    ns: [...namespaces],
    defaultNS: 'ui',
    fallbackLng: false,
    load: 'currentOnly',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
    showSupportNotice: false,
    saveMissing: true,
    missingKeyHandler: (languages: readonly string[], namespace: string, key: string) =>
      tellMissing(`${languages.join()} ${namespace}:${key}`),
    parseMissingKeyHandler: () => '',
  };
  // Typed by i18next without the options it reads.
  await instance.init(options as unknown as InitOptions);
  showLocale(locale);
  instance.on('languageChanged', (language) => isLocale(language) && showLocale(language));
  return instance;
}

/** The reader's wish: kept choice, then the browser's languages, else Finnish. */
export function wishedLocale(): Locale {
  const kept = document.cookie.match(new RegExp(`(?:^|; )${cookie}=(\\w+)`))?.[1];
  if (isLocale(kept)) return kept;
  return navigator.languages.map((language) => language.slice(0, 2)).find(isLocale) ?? 'fi';
}

function readFile(locale: string, namespace: string, done: (error: Error | null, texts: Record<string, unknown> | null) => void): void {
  const load = files[`../../i18n/${locale}/${namespace}.json`];
  const loading = load ? load() : Promise.reject(new Error(`no texts: ${locale} ${namespace}`));
  loading.then(
    (file) => done(null, file.default),
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
  );
}

/** The server answers in the same language, and the page says it for screen readers and hyphenation. */
function showLocale(locale: Locale): void {
  document.documentElement.lang = regional[locale];
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads the choice from here; the CookieStore API needs a secure context
  document.cookie = `${cookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
}

/** Loud where it can be mended; a journey test reads the mark on the page. */
function tellMissing(name: string): void {
  document.documentElement.dataset.missingText = name;
  if (import.meta.env.DEV) throw new Error(`missing text: ${name}`);
}
