import { wordsOf } from './engine/fold.ts';
import type { Entry, EntryKind } from './types.ts';

/** The words of the names of people who can be found: the index has them, yet they name somebody, and so no search is counted with them. */
export function peoplesNames() {
  const kept = new Map<string, string[]>();
  const counts = new Map<string, number>();

  function forget(id: string): void {
    for (const word of kept.get(id) ?? []) counts.set(word, (counts.get(word) ?? 0) - 1);
    kept.delete(id);
  }

  return {
    put(entries: Iterable<Entry>): void {
      for (const { kind, id, words } of entries) {
        if (kind !== 'specialist') continue;
        forget(id);
        const said = new Set(Object.values(words).flatMap(({ title }) => [...wordsOf(title)]));
        for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1);
        kept.set(id, [...said]);
      }
    },
    remove(kind: EntryKind, ids: readonly string[]): void {
      if (kind === 'specialist') ids.forEach(forget);
    },
    has: (text: string): boolean => [...wordsOf(text)].some((word) => (counts.get(word) ?? 0) > 0),
  };
}
