import type { Language } from '../../directory/types.ts';
import type { Entry, EntryKind } from './types.ts';

/** `language` is the one it is written in: the asked one, or the best there is. */
export type Shown = { title: string; summary: string; language: Language };

type Line = { title: string; summary: string };
type Kept = { audience: Entry['audience']; lines: { [L in Language]?: Line } };

/** What a list of hits shows of each thing, in memory beside the index: who types asks the database for no titles. */
export type ShownEntries = {
  put(entries: Iterable<Entry>): void;
  remove(kind: EntryKind, ids: readonly string[]): void;
  /** Undefined for what is not there, or not for this audience. */
  of(kind: EntryKind, id: string, language: Language, audience: Entry['audience']): Shown | undefined;
};

/** Characters: about two lines of a resident's page. */
const LONGEST_SUMMARY = 180;
const fallbacks: readonly Language[] = ['fi', 'sv', 'en'];

export function shownEntries(): ShownEntries {
  const kept = new Map<string, Kept>();
  return {
    put(entries) {
      for (const entry of entries) kept.set(keyOf(entry.kind, entry.id), { audience: entry.audience, lines: linesOf(entry) });
    },
    remove(kind, ids) {
      for (const id of ids) kept.delete(keyOf(kind, id));
    },
    of(kind, id, language, audience) {
      const found = kept.get(keyOf(kind, id));
      if (!found || (found.audience === 'staff' && audience === 'everyone')) return undefined;
      const best = [language, ...fallbacks].find((one) => found.lines[one] !== undefined);
      return best && { ...(found.lines[best] as Line), language: best };
    },
  };
}

const keyOf = (kind: EntryKind, id: string) => `${kind} ${id}`;

function linesOf({ words }: Entry): Kept['lines'] {
  const lines = Object.entries(words)
    .filter(([, said]) => said?.title.trim())
    .map(([language, said]) => [language, { title: said.title.trim(), summary: oneLine(said.summary || said.body || '') }]);
  return Object.fromEntries(lines);
}

/** Whole words, the end of a cut one shown. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_SUMMARY) return line;
  const cut = line.slice(0, LONGEST_SUMMARY);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || LONGEST_SUMMARY).replace(/[\s,;:–-]+$/, '')}…`;
}
