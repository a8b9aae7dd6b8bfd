import type { Computer, SessionEnd } from '../../server/modules/queue/computers/schema.ts';
import type { Texts } from './texts/texts.ts';

export type View = Computer;
export type Link = View['links'][number];
export type Help = View['help'];
export type GotDone = NonNullable<SessionEnd['gotDone']>;
export type Language = 'fi' | 'sv' | 'en' | 'fi-x-plain';

/** `wiping`: until the server and the browser have forgotten the one who left. */
export type ScreenName = 'start' | 'services' | 'ending' | 'wiping';

export type App = {
  view: View;
  language: Language;
  t: Texts;
  screen: ScreenName;
  isOffline: boolean;
  /** Said to the one who has just left. */
  farewell: string;
  /** Whole seconds until the sitting ends by itself. */
  left: number;
  begin: (language: Language) => void;
  go: (to: ScreenName) => void;
  open: (link: Link) => void;
  addTime: () => void;
  callHelp: () => void;
  cancelHelp: () => void;
  end: (gotDone: GotDone | null, words: string) => void;
};

export type Screen = { title: string; lead?: string; parts: HTMLElement[] };
