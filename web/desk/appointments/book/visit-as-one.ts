import type { Booked } from '../../../shared/api/booked.ts';

/** `parts`: of a visit of several services, in their order. */
export type BookedAsOne = Booked & { parts?: readonly Booked[] };

/** A visit as its customer is told of it: one arrival under one code, with what to bring for all of it, each thing once. Pure. */
export function visitAsOne({ page, parts }: { page: string; parts: readonly Booked[] }): BookedAsOne {
  const first = parts[0] as Booked;
  const locales = [...new Set(parts.flatMap(({ bring }) => Object.keys(bring)))];
  const bring = Object.fromEntries(locales.map((locale) => [locale, thingsOf(parts, locale)]));
  return { ...first, endsAt: parts.at(-1)?.endsAt ?? first.endsAt, page, bring, parts };
}

/** Of the times of a matter: a part of a visit with the others of it; any other by itself. Pure. */
export function asToldOf(one: Booked, times: readonly Booked[]): BookedAsOne {
  if (!one.visit) return one;
  return visitAsOne({ page: one.visit.page, parts: times.filter(({ visit }) => visit?.id === one.visit?.id) });
}

function thingsOf(parts: readonly Booked[], locale: string): string {
  const lines = parts.flatMap(({ bring }) => (bring[locale] ?? bring.fi ?? '').split('\n')).map((line) => line.trim());
  return [...new Set(lines)].filter(Boolean).join('\n');
}
