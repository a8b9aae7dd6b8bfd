import type { Booked, BookedVisit } from '../../../shared/api/booked.ts';

/** A visit as its customer is told of it: one arrival under one code, with what to bring for all of it, each thing once. Pure. */
export function visitAsOne({ page, parts }: BookedVisit): Booked {
  const first = parts[0] as Booked;
  const locales = [...new Set(parts.flatMap(({ bring }) => Object.keys(bring)))];
  const bring = Object.fromEntries(locales.map((locale) => [locale, thingsOf(parts, locale)]));
  return { ...first, endsAt: parts.at(-1)?.endsAt ?? first.endsAt, page, bring };
}

function thingsOf(parts: readonly Booked[], locale: string): string {
  const lines = parts.flatMap(({ bring }) => (bring[locale] ?? bring.fi ?? '').split('\n')).map((line) => line.trim());
  return [...new Set(lines)].filter(Boolean).join('\n');
}
