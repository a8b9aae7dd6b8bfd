import type { DisturbanceKind } from '../schema.ts';

/** What the headers of guarding companies' reports are called. */
const HEADERS = {
  number: ['raporttinumero', 'raportin numero', 'numero', 'tunnus', 'rapportnummer', 'nummer', 'report number', 'number', 'id'],
  moment: ['aika', 'ajankohta', 'tapahtuma-aika', 'tidpunkt', 'date and time', 'datetime'],
  day: ['päivä', 'päivämäärä', 'pvm', 'datum', 'dag', 'date'],
  clock: ['kellonaika', 'klo', 'klockslag', 'kl', 'tid', 'time'],
  kind: ['laji', 'tyyppi', 'tapahtumalaji', 'tapahtumatyyppi', 'typ', 'slag', 'händelsetyp', 'type', 'kind', 'category'],
  place: ['paikka', 'sijainti', 'tapahtumapaikka', 'plats', 'place', 'location'],
  what: ['kuvaus', 'tapahtuma', 'selostus', 'tapahtuman kuvaus', 'beskrivning', 'händelse', 'description', 'event', 'what happened'],
  done: ['toimenpide', 'toimenpiteet', 'åtgärd', 'åtgärder', 'action', 'actions', 'measures'],
  police: ['poliisi', 'ilmoitettu poliisille', 'polis', 'anmält till polisen', 'police', 'reported to the police'],
} as const;

export type Column = keyof typeof HEADERS;

/** Which field each column holds, by its header in Finnish, Swedish or English. */
export function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map(plain);
  const found = (Object.keys(HEADERS) as Column[]).map((column) => [
    column,
    names.findIndex((name) => (HEADERS[column] as readonly string[]).includes(name)),
  ]);
  return Object.fromEntries(found.filter(([, index]) => (index as number) >= 0));
}

const KINDS: [DisturbanceKind, RegExp][] = [
  ['violence', /väkival|pahoinpite|våld|misshandel|violen|assault/],
  ['verbal', /uhka|sanalli|hot\b|hot |verbal|threat|abus/],
  ['intoxication', /päihty|humal|berus|påverk|intoxic|drunk/],
  ['property', /vahin|ilkival|varka|omaisuu|skad|stöld|egendom|damage|theft|property|vandal/],
  ['illness', /sairas|ensiap|sjuk|första hjälp|illness|first aid|medical/],
];

export const kindOf = (words: string): DisturbanceKind => KINDS.find(([, pattern]) => pattern.test(words.toLowerCase()))?.[0] ?? 'other';

const YES = ['kyllä', 'k', 'ja', 'j', 'yes', 'y', 'x', '1', 'true'];
const NO = ['ei', 'e', 'nej', 'n', 'no', '0', 'false'];

/** @returns null where it is not said */
export function yesOrNo(words: string): boolean | null {
  const word = plain(words);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}

const FINNISH = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK = /^(?:klo|kl\.?)?\s*(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?$/i;

/** "22.11.2026 14.30", "22/11/2026 14:30" or "2026-11-22T14:30" in the point's own time. @returns undefined for anything else */
export function momentOf(text: string, zone: string): Temporal.Instant | undefined {
  const [day = '', ...rest] = text.trim().split(/[ T]+/);
  const clock = CLOCK.exec(rest.join(' '));
  const finnish = FINNISH.exec(day);
  const iso = ISO.exec(day);
  const parts = iso ? iso.slice(1) : finnish?.slice(1).reverse();
  if (!parts || !clock) return undefined;
  const [year, month, date] = parts.map(Number) as [number, number, number];
  try {
    const fields = { year, month, day: date, hour: Number(clock[1]), minute: Number(clock[2]) };
    return Temporal.PlainDateTime.from(fields, { overflow: 'reject' }).toZonedDateTime(zone).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[:*]$/, '')
    .replace(/\s+/g, ' ');
}
