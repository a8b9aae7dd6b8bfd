import type { Locale } from './locale.ts';

/** A name an administrator gave in each language. */
export type Names = Record<Locale, string>;

export function nameIn(names: Partial<Names> | undefined, locale: Locale): string {
  return names?.[locale] ?? names?.fi ?? '';
}

/** By what the reader sees, in the order of their own alphabet: å, ä and ö end ours. */
export function inOrder<T>(rows: readonly T[], label: (row: T) => string, locale: Locale): T[] {
  const { compare } = new Intl.Collator(locale);
  return rows.toSorted((one, other) => compare(label(one), label(other)));
}
