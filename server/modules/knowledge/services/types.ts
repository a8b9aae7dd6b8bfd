import type { OpeningHours } from '../../../platform/clock/opening.ts';
import type { Language, OrganisationKind } from '../../directory/types.ts';

/** `plain`: plain Finnish (selkokieli), where residents read. */
export const textLanguages = ['fi', 'sv', 'en', 'plain'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** By language; a language that is missing has no key. */
export type LocalText = { [L in TextLanguage]?: string };
export type Local<T> = { [L in TextLanguage]?: T };

/** A text and the language it is really in, when the wanted one was missing. */
export type Told = { text: string; language: TextLanguage; borrowed: boolean };

export type ServiceWords = {
  name?: string;
  alsoCalled?: string[];
  summary?: string;
  description?: string;
  instruction?: string;
  eligibility?: string;
  charge?: string;
  deadline?: string;
  processing?: string;
  validity?: string;
};
export type ServiceTexts = Local<ServiceWords>;

export type ChannelWords = { name?: string; alsoCalled?: string[]; summary?: string; description?: string };
export type ChannelTexts = Local<ChannelWords>;

export type Source = 'ptv' | 'own';

export const schemes = ['life-event', 'service-class', 'target-group'] as const;
export type Scheme = (typeof schemes)[number];
export type ClassName = { code: string; names: LocalText };

/** Codes of the classifications; `terms`: subject terms and keywords, and what a class without a code was called. */
export type Classes = { lifeEvents: string[]; serviceClasses: string[]; targetGroups: string[]; terms: Local<string[]> };

export const serviceTypes = ['service', 'permit', 'qualification'] as const;
export type ServiceType = (typeof serviceTypes)[number];
export type Charge = 'free' | 'charged' | 'other';

export type Law = { names: LocalText; links: LocalText };
/** Where a service is offered; municipalities by their three-digit codes. */
export type Area = { nationwide: true } | { nationwide?: false; municipalities: string[]; names: Local<string[]> };

/** What a service or a general description says before one is merged into the other. */
export type Said = {
  texts: ServiceTexts;
  classes: Classes;
  type: ServiceType | null;
  charge: Charge | null;
  legislation: Law[];
};

export type Link = { name: string; url: string };
export type Phone = { number: string; charge: 'free' | 'local' | 'other'; note: string };
export type Address = {
  street: LocalText;
  number: string;
  postalCode: string;
  city: LocalText;
  note: LocalText;
};
export type AccessibilityGroup = { group: LocalText; sentences: Local<string[]> };

export const channelKinds = ['e-service', 'web-page', 'phone', 'form', 'place'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Records as the write functions take them: what an import or one's own editing says of one thing, whole. */
export type OrganisationRecord = {
  id: string;
  names: LocalText;
  kind: OrganisationKind;
  businessCode: string | null;
  parentId: string | null;
  modifiedAt: Temporal.Instant | null;
};

export type GeneralDescriptionRecord = Said & { id: string; modifiedAt: Temporal.Instant | null };

export type Connection = { channelId: string; note: LocalText };

export type ServiceRecord = Said & {
  id: string;
  generalId: string | null;
  responsibleId: string | null;
  producerIds: string[];
  languages: string[];
  area: Area;
  /** In the order they are shown. */
  connections: Connection[];
  modifiedAt: Temporal.Instant | null;
};

export type ChannelRecord = {
  id: string;
  kind: ChannelKind;
  responsibleId: string | null;
  texts: ChannelTexts;
  languages: string[];
  links: Local<Link[]>;
  phones: Local<Phone[]>;
  emails: Local<string[]>;
  opening: OpeningHours | null;
  openingNotes: LocalText;
  address: Address | null;
  /** WGS84 degrees. */
  place: { latitude: number; longitude: number } | null;
  accessibility: AccessibilityGroup[];
  needsSignIn: boolean;
  formCode: string | null;
  /** The installation's own service point that a place is; undefined: as it was. */
  pointId?: string | null;
  modifiedAt: Temporal.Instant | null;
};

export type CollectionRecord = {
  id: string;
  names: LocalText;
  descriptions: LocalText;
  responsibleId: string | null;
  serviceIds: string[];
  modifiedAt: Temporal.Instant | null;
};

/** Views as readers get them. `organisationId`: which of the installation's own organisations it is. */
export type OrganisationName = { id: string; names: LocalText; kind: OrganisationKind; organisationId: string | null };

export type ChannelView = Omit<ChannelRecord, 'responsibleId' | 'pointId'> & {
  source: Source;
  responsible: OrganisationName | null;
  pointId: string | null;
  retiredAt: Temporal.Instant | null;
};

export type ServiceView = {
  id: string;
  source: Source;
  /** What the search finds: the distinct text that may be shared by many services. */
  textId: string;
  generalId: string | null;
  type: ServiceType;
  charge: Charge | null;
  texts: ServiceTexts;
  terms: Local<string[]>;
  lifeEvents: ClassName[];
  serviceClasses: ClassName[];
  targetGroups: ClassName[];
  responsible: OrganisationName | null;
  producers: OrganisationName[];
  languages: string[];
  area: Area;
  legislation: Law[];
  channels: (ChannelView & { note: LocalText })[];
  modifiedAt: Temporal.Instant | null;
  /** Withdrawn: readers are told so, and nobody is sent there. */
  retiredAt: Temporal.Instant | null;
};

export type PlaceView = ChannelView & { services: ServiceLine[] };

/** A service in a list. */
export type ServiceLine = {
  id: string;
  textId: string;
  texts: Local<Pick<ServiceWords, 'name' | 'summary'>>;
  responsible: OrganisationName | null;
};

export type { Language };
