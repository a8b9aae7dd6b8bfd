import type { Connection, LocalText } from '../../services/types.ts';
import { type Fields, fieldsOf, languageOf, listOf, textOf } from '../shapes.ts';

/**
 * v12 names terms, municipalities and postal codes by code only, and tells connections apart from services. A source fills these before
 * the records that need them are read.
 */
export type Lookups = {
  /** Subject terms by their address in KOKO. */
  terms: Map<string, LocalText>;
  /** Post offices by postal code. */
  cities: Map<string, LocalText>;
  /** Regions and wellbeing services counties, as "region 19" and "county 09", with their municipalities. */
  areas: Map<string, { names: LocalText; municipalities: string[] }>;
  municipalities: Map<string, LocalText>;
  connections: Map<string, Connection[]>;
};

export const noLookups = (): Lookups => ({
  terms: new Map(),
  cities: new Map(),
  areas: new Map(),
  municipalities: new Map(),
  connections: new Map(),
});

/** {fi: "...", sv: ""} without what is empty and without the Sámi languages, which no reader here is shown. */
export function localOf(value: unknown): LocalText {
  const texts: LocalText = {};
  for (const [key, each] of Object.entries(fieldsOf(value))) {
    const language = languageOf(key);
    const text = textOf(each);
    if (language && text) texts[language] = text;
  }
  return texts;
}

/** One field of each language version. */
export function fieldOfVersions(item: Fields, field: string): LocalText {
  return localOf(Object.fromEntries(versionsOf(item).map(([language, version]) => [language, version[field]])));
}

/** The language versions in the three languages. */
export function versionsOf(item: Fields): ['fi' | 'sv' | 'en', Fields][] {
  return Object.entries(fieldsOf(item.languageVersions)).flatMap(([key, version]) => {
    const language = languageOf(key);
    return language ? [[language, fieldsOf(version)] as ['fi' | 'sv' | 'en', Fields]] : [];
  });
}

/** A list of each language version, read part by part. */
export function listOfVersions<T>(item: Fields, field: string, read: (part: Fields) => T | undefined): { fi?: T[]; sv?: T[]; en?: T[] } {
  const entries = versionsOf(item).flatMap(([language, version]) => {
    const parts = listOf(version[field]).flatMap((part) => read(fieldsOf(part)) ?? []);
    return parts.length > 0 ? [[language, parts] as const] : [];
  });
  return Object.fromEntries(entries);
}
