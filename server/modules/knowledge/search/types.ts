import type { Db } from '../../../platform/db/transaction.ts';
import type { Language } from '../../directory/types.ts';
import type { Actor } from '../../identity/types.ts';

export const entryKinds = [
  'service',
  'card',
  'place',
  'e-service',
  'form',
  'life-event',
  'specialist',
  'support-actor',
  'bulletin',
  'guide',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What is said of a thing in one language, the telling parts first: a word in the title weighs more than one in the body. */
export type EntryWords = { title: string; alsoCalled?: string[]; summary?: string; body?: string; terms?: string[] };

/**
 * One thing that can be found. A service's `id` is its distinct text's (service_text), which is expanded to who provide it when shown.
 * `audience`: residents see only what is for everyone.
 */
export type Entry = {
  kind: EntryKind;
  id: string;
  words: { [L in Language]?: EntryWords };
  audience: 'everyone' | 'staff';
};

/** Who searches at the desk, and on which day. */
export type Reader = { actor: Actor; today: Temporal.PlainDate };

/** Where the index gets the entries of one kind: all at start, or those that changed. An id that does not come back is forgotten. */
export type EntrySource = {
  kind: EntryKind;
  load(db: Db, ids?: readonly string[]): AsyncIterable<Entry> | Promise<Iterable<Entry>>;
  /** For a kind that not all of the staff may read: which of these things the reader may. */
  readableOf?(db: Db, reader: Reader, ids: readonly string[]): Promise<Set<string>>;
};

/** A word people use and what the texts call it. `both`: each finds the other. */
export type Synonym = { language: Language; word: string; meanings: readonly string[]; both: boolean };

export type Asked = {
  words: string;
  language: Language;
  audience: 'everyone' | 'staff';
  kinds?: readonly EntryKind[];
  limit?: number;
};

/** `matched`: the words of its texts that answered, for "why it was found". `language`: of the text that matched. Best first; scores compare within one answer only. */
export type Hit = { kind: EntryKind; id: string; score: number; language: Language; matched: string[] };

/** An index in the process's memory. It is whole at every moment: a put replaces what was known of the same kind and id. */
export type SearchIndex = {
  put(entries: Iterable<Entry>): void;
  remove(kind: EntryKind, ids: readonly string[]): void;
  learn(synonyms: readonly Synonym[]): void;
  /** No hit rather than noise: an empty list when nothing fits. */
  search(asked: Asked): Hit[];
  /** Whether the texts, the word tables or what was learnt have this word, in whatever form, or all that it is compounded of. */
  knows(word: string, asked: Language): boolean;
  size(): { entries: number; bytes: number };
};
