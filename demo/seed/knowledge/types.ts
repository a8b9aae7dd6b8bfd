import type { Names, OrganisationKind } from '../../../server/modules/directory/types.ts';
import type { OpeningHours } from '../../../server/platform/clock/opening.ts';

/** What is written in each language, and in plain Finnish. */
export type Written<T> = { fi: T; sv: T; en: T; plain: T };

export type ServiceWords = {
  name: string;
  /** At most 150 characters. */
  summary: string;
  /** Paragraphs are parted by an empty line. */
  description: string;
  instruction: string;
  eligibility?: string;
  charge?: string;
  deadline?: string;
  processing?: string;
};

export type DemoService = {
  key: string;
  /** Key of a provider. */
  provider: string;
  type?: 'permit';
  charge: 'free' | 'charged';
  /** The whole country unless it is said whose residents it serves. */
  area?: 'region' | 'mallila';
  /** Those of the national code lists. */
  lifeEvents: string[];
  serviceClasses: string[];
  targetGroups: string[];
  languages?: string[];
  texts: Written<ServiceWords>;
  /** How residents speak of it, besides the words of the texts. */
  terms: { fi: string[]; sv: string[]; en: string[] };
  /** Keys of channels, the first being the one to offer first. */
  channels: string[];
};

/** One of the demo's own organisations, by its key, or another that has a name of its own. */
export type DemoProvider = { key: string } & ({ organisation: string } | { kind: OrganisationKind; names: Names });

type ChannelWords = { name: string; summary: string };

export type DemoChannel = {
  key: string;
  provider: string;
  kind: 'e-service' | 'web-page' | 'phone' | 'form' | 'place';
  texts: { fi: ChannelWords; sv: ChannelWords; en: ChannelWords };
  url?: Names;
  phone?: string;
  opening?: OpeningHours;
  openingNotes?: Names;
  needsSignIn?: true;
  formCode?: string;
  address?: { street: Names; number: string; postalCode: string; city: string; note?: Names };
  /** WGS84 degrees. */
  at?: { latitude: number; longitude: number };
  accessibility?: { group: Names; sentences: { fi: string[]; sv: string[]; en: string[] } }[];
  /** Key of the demo's own service point that this place is. */
  point?: string;
};
