import type { Locale } from './locale.ts';

/** A name an administrator gave in each language. */
export type Names = Record<Locale, string>;

export function nameIn(names: Partial<Names> | undefined, locale: Locale): string {
  return names?.[locale] ?? names?.fi ?? '';
}
