import { fileURLToPath } from 'node:url';
import { createInstance, type InitOptions, type i18n } from 'i18next';
import { PLAIN_FINNISH, type TextVariant } from './locale.ts';
import { flatten, readTexts, type Texts } from './texts.ts';

/** i18next's endings of plural forms; `other` exists in every language. */
export const PLURAL_FORM = /(_ordinal)?_(zero|one|two|few|many|other)$/;

export type TextValues = Record<string, string | number>;
/** `count` picks the plural form. Values go in as they are: whoever builds HTML escapes the whole text. */
export type Translate = (key: string, values?: TextValues) => string;

export type Translations = {
  translator(variant: TextVariant, namespace: string): Translate;
  /** Whether a text exists, for keys that come from a code or a row rather than from the program. */
  hasText(variant: TextVariant, namespace: string, key: string): boolean;
};

export type MissingText = { variant: TextVariant; namespace: string; key: string };

/**
 * Texts in one language each: a missing one never shows its key nor another language on screen. `onMissing` is told; what it does not
 * throw about becomes an empty text. Plain Finnish alone falls back, to Finnish.
 */
export function translations(texts: Texts, onMissing: (missing: MissingText) => void): Translations {
  const keys = keysOf(texts);
  const has = (variant: TextVariant, namespace: string, key: string): boolean =>
    keys.has(`${variant} ${namespace} ${key}`) || (variant === PLAIN_FINNISH && has('fi', namespace, key));
  const instance = instanceOf(texts, onMissing);

  return {
    hasText: (variant, namespace, key) => has(variant, namespace, key) || has(variant, namespace, pluralOf(key)),
    translator:
      (variant, namespace) =>
      (key, values = {}) => {
        const count = typeof values.count === 'number' ? { count: values.count } : undefined;
        if (!has(variant, namespace, key) && !(count && has(variant, namespace, pluralOf(key)))) {
          onMissing({ variant, namespace, key });
          return '';
        }
        // Values stand under `replace` so that none of them can act as an option; nesting is off so that none can call for another text.
        return instance.t(key, { ...count, lng: variant, ns: namespace, nest: false, replace: values }) as string;
      },
  };
}

const onScreen = translations(readTexts(fileURLToPath(new URL('../../i18n', import.meta.url))), (missing) => {
  if (process.env.NODE_ENV === 'test') throw new Error(`missing text: ${missing.variant} ${missing.namespace}:${missing.key}`);
});

/** The server's own texts, `server/i18n/<variant>/<namespace>.json`. Throws for a missing key in tests. */
export const translator = onScreen.translator;
export const hasText = onScreen.hasText;

/** `variant namespace key`; a plural text once, by its name without the form. */
function keysOf(texts: Texts): Set<string> {
  const keys = new Set<string>();
  for (const [variant, namespaces] of Object.entries(texts)) {
    for (const [namespace, tree] of Object.entries(namespaces)) {
      for (const [key, text] of flatten(tree)) {
        if (text !== '') keys.add(`${variant} ${namespace} ${PLURAL_FORM.test(key) ? pluralOf(key.replace(PLURAL_FORM, '')) : key}`);
      }
    }
  }
  return keys;
}

function pluralOf(key: string): string {
  return `${key} (plural)`;
}

function instanceOf(texts: Texts, onMissing: (missing: MissingText) => void): i18n {
  const instance = createInstance();
  const options = {
    resources: texts,
    lng: 'fi',
    fallbackLng: { [PLAIN_FINNISH]: ['fi'] },
    load: 'currentOnly',
    nsSeparator: false,
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    // Typed by i18next without the options it passes.
    missingInterpolationHandler: (text: string, _match: unknown, { lng, ns }: { lng: TextVariant; ns: string }) => {
      onMissing({ variant: lng, namespace: ns, key: `a value in "${text}"` });
      return '';
    },
  };
  void instance.init(options as unknown as InitOptions);
  return instance;
}
