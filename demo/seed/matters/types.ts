import type { Identification } from '../../../server/modules/matters/contacts/schema.ts';
import type { Outcome } from '../../../server/modules/matters/needs/schema.ts';

/**
 * A moment seen from the start of the demo: '25 min' of the advice desk's open minutes ago, '3 d 10.15' on the third working day before
 * those minutes begin, 'in 2 d 13.00' on the second working day to come; or so that so many open minutes are left of what was promised.
 */
export type When = string | { left: number };

export type Language = 'fi' | 'sv' | 'en';

export type DemoCustomer = {
  /** Neither name: somebody who has not said who they are. */
  given?: string;
  family?: string;
  /** A key of the list of service languages. */
  language?: Language | 'other';
  email?: string;
  phone?: string;
  street?: string;
  postalCode?: string;
  wish?: 'email' | 'phone' | 'sms' | 'letter' | 'visit' | 'link';
  skill?: 'independent' | 'with-instructions' | 'side-by-side' | 'cannot-yet' | 'does-not-want';
  restricted?: true;
  /** Kinds of the list of special needs, each with its detail. */
  arrangements?: Record<string, string>;
};

export type DemoNeed = { organisation?: string; service?: string; words: string };

export type DemoWrapUp = {
  reasons: string[];
  directedBy?: string;
  supportKinds?: string[];
  how: string[];
  notAlone?: string[];
  couldSelfServe?: boolean;
  hops?: number;
  toldAgain?: boolean;
  guidance?: number;
};

/** One occasion; what the customer wrote stands in `said`. Needs are counted from 1. */
export type ContactEvent = {
  what: 'contact';
  at: When;
  channel: 'email' | 'web' | 'phone' | 'counter' | 'letter';
  direction?: 'out';
  by?: string;
  minutes?: number;
  identification?: Identification;
  need?: number;
  summary?: string;
  said?: { subject?: string; body: string; quoted?: string };
  unread?: true;
  wrapUp?: DemoWrapUp;
};

export type NoteEvent = { what: 'note'; at: When; by: string; text: string };

export type MessageEvent = {
  what: 'message';
  at: When;
  by: string;
  channel: 'email' | 'letter' | 'phone' | 'counter';
  text: string;
  need?: number;
  secret?: true;
  instruction?: true;
  /** Tells the matter's answered support request to the customer. */
  tells?: true;
};

export type DemoEntry =
  | { kind: 'claimed'; at: When; by: string }
  | { kind: 'asked-back' | 'replied'; at: When; by: string; text: string }
  | { kind: 'answered'; at: When; by: string; text: string; use: 'tell' | 'advisor' }
  | { kind: 'forwarded'; at: When; by: string; text: string; to: string; toPerson?: string; entries: DemoEntry[] };

export type RequestEvent = {
  what: 'request';
  at: When;
  by: string;
  need: number;
  to: string;
  toPerson?: string;
  title: string;
  question: string;
  ground: string;
  entries: DemoEntry[];
};

export type DemoEvent =
  | ContactEvent
  | NoteEvent
  | MessageEvent
  | RequestEvent
  | { what: 'handed-over'; at: When; by: string; from: string; toPerson?: string; note: string }
  | { what: 'received'; at: When; by: string; need: number }
  | { what: 'settled'; at: When; by: string; need: number; outcome: Outcome; why?: string; receipt?: string }
  | { what: 'merged'; at: When; by: string; other: string }
  | { what: 'linked'; at: When; by: string; other: string }
  | { what: 'closed'; at: When; by: string };

export type DemoStep = {
  title: string;
  who: 'customer' | 'staff' | 'authority';
  organisation?: string;
  need?: number;
  channel?: string;
  place?: string;
  at?: When;
  deadline?: When;
  done?: When;
};

/** Events in the order they happened; the first is the contact that opened the matter. */
export type DemoMatter = {
  key: string;
  title: string;
  customer: string;
  language?: Language;
  unit: string;
  /** Nobody has taken it yet when left out. */
  person?: string;
  point?: string;
  actingFor?: { name: string; ground: 'mandate' | 'guardian' | 'parent' | 'company' | 'other' };
  namesAgreed?: true;
  needs: DemoNeed[];
  events: [ContactEvent, ...DemoEvent[]];
  steps?: DemoStep[];
  /** Where it went on; what was in it stands there. */
  mergedInto?: string;
};
