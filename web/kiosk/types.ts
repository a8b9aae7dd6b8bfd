import type { KioskTicket, KioskView, KioskVisit, ServiceHere } from '../../server/modules/queue/kiosk/schema.ts';
import type { Texts } from './texts/texts.ts';

export type View = KioskView;
export type Queue = View['queues'][number];
export type Ticket = KioskTicket;
export type Meeting = NonNullable<Ticket['meeting']>;
export type Taken = KioskVisit;
export type Language = Taken['language'];

/** What the visitor at the kiosk has said so far; nothing of it outlives them. */
export type Visit = {
  language: Language;
  /** Who shows a code on the first screen has not: then the language is that of the agreed time. */
  saidLanguage: boolean;
  queue: Queue | null;
  situation: string | null;
  serviceId: string | null;
  needs: string[];
};

/** `ticket` null: taken without network, so only the code is known. `tellsTimeOnly`: who came for an agreed time, or says so, looks alike. */
export type Given = { code: string; ticket: Ticket | null; tellsTimeOnly: boolean };

export type ScreenName =
  | 'language'
  | 'reason'
  | 'appointment'
  | 'phone'
  | 'choice'
  | 'search'
  | 'elsewhere'
  | 'needs'
  | 'consent'
  | 'ticket';

export type App = {
  view: View;
  visit: Visit;
  given: Given | null;
  /** What the visitor picked of what a search found. */
  found: (ServiceHere & { name: string }) | null;
  /** A code that a reader has read, for the screen that takes codes. */
  read: string | null;
  isOffline: boolean;
  t: Texts;
  go: (to: ScreenName) => void;
  back: () => void;
  startOver: () => void;
  give: () => Promise<void>;
  giveTicket: (given: Given) => void;
};

/** `code`: shown large, as a part of the title. */
export type Screen = { title: string; code?: string; lead?: string; parts: HTMLElement[]; first?: HTMLElement };
