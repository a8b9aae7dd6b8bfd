import type { OpeningHours } from '../../../../server/platform/clock/opening.ts';
import type { DemoChannel } from '../types.ts';
import { names, type Three } from './making.ts';

/** Years for which exceptions are told, so that the demo has one to show whenever it is begun. */
const YEARS = Array.from({ length: 9 }, (_, n) => 2026 + n);
export const shortDayBeforeChristmas = YEARS.map((year) => ({ date: `${year}-12-23`, opens: '09:00', closes: '12:00', closed: false }));
export const trainingDays = YEARS.map((year) => ({ date: `${year}-12-10`, closed: true }));

export type Place = {
  key: string;
  provider: string;
  name: Three;
  summary: Three;
  street: Three;
  number: string;
  postalCode: string;
  city?: string;
  note?: Three;
  at: [latitude: number, longitude: number];
  phone?: string;
  opening?: OpeningHours;
  openingNotes?: Three;
  accessibility?: DemoChannel['accessibility'];
  point?: string;
};

export function placeOf({ key, provider, name, summary, street, number, postalCode, city, note, at, ...rest }: Place): DemoChannel {
  const words = (index: 0 | 1 | 2) => ({ name: name[index], summary: summary[index] });
  const { openingNotes, accessibility, point, phone, opening } = rest;
  return {
    key,
    provider,
    kind: 'place',
    phone,
    opening,
    accessibility,
    point,
    texts: { fi: words(0), sv: words(1), en: words(2) },
    openingNotes: openingNotes && names(openingNotes),
    address: { street: names(street), number, postalCode, city: city ?? 'Mallila', note: note && names(note) },
    at: { latitude: at[0], longitude: at[1] },
  };
}
