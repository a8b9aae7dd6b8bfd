import type { LocalText } from '../services/types.ts';

/** Why a record, or a part of one, could not be taken. Codes are translated on the page of imports. */
export class Unreadable extends Error {
  readonly code: string;
  readonly detail: string | null;
  constructor(code: string, detail: string | null = null) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LANGUAGES: readonly string[] = ['fi', 'sv', 'en'];

/** What the directory sends in is looked at field by field: a field of another shape is as good as missing. */
export function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}

/** @throws Unreadable for anything but an object. */
export function recordOf(value: unknown): Fields {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Unreadable('not-a-record');
  return value as Fields;
}

/** Missing, null and anything but a list are no items. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Its text without the spaces around it; empty texts stand for missing translations. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // PostgreSQL stores neither NUL nor half of a character.
  const text = value.replaceAll('\0', '').toWellFormed().trim();
  return text === '' ? undefined : text;
}

export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : undefined;

/** @throws Unreadable without an id: such a record cannot be met again. */
export function requiredId(value: unknown): string {
  const id = idOf(value);
  if (!id) throw new Unreadable('no-id');
  return id;
}

export const languageOf = (value: unknown): 'fi' | 'sv' | 'en' | undefined =>
  typeof value === 'string' && LANGUAGES.includes(value) ? (value as 'fi' | 'sv' | 'en') : undefined;

/** @throws Unreadable when nothing has been named in any of the three languages. */
export function requireName(names: LocalText): LocalText {
  if (Object.keys(names).length === 0) throw new Unreadable('no-name');
  return names;
}

/** A moment as the sources write it, with or without a zone (then UTC); null for anything else. */
export function momentOf(value: unknown): Temporal.Instant | null {
  const text = textOf(value);
  if (!text) return null;
  try {
    return Temporal.Instant.from(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  } catch {
    return null;
  }
}

export const languagesOf = (value: unknown): string[] => [
  ...new Set(
    listOf(value).flatMap((each) => (typeof each === 'string' && /^[a-z]{2,3}(-[a-z]{2})?$/i.test(each) ? [each.toLowerCase()] : [])),
  ),
];

/** Only what a link may be: an address of the web, never `javascript:`, and none with a name before an @ that looks like the place. */
export function webAddressOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (!text) return undefined;
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  const isPage = (address?.protocol === 'https:' || address?.protocol === 'http:') && address.username === '' && address.password === '';
  return isPage ? address.href : undefined;
}
