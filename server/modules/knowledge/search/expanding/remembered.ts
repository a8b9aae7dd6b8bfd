import type { Db } from '../../../../platform/db/transaction.ts';
import type { EntryKind } from '../types.ts';
import { type Asker, type Expansion, expand } from './service.ts';

/** Who provides each text, remembered: who types meets the same services at every letter, and asks the database once. */
export type Expansions = {
  of(textIds: readonly number[], asker: Asker): Promise<Map<number, Expansion>>;
  /** Something of these kinds has changed. */
  forget(kind: EntryKind): void;
};

/** An organisation's new name is told by no event of the directory, and may be this late (milliseconds). */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 20_000;

export function rememberedExpansions(db: Db): Expansions {
  const remembered = new Map<string, { at: number; expansion: Expansion }>();
  let generation = 0;

  async function of(textIds: readonly number[], asker: Asker): Promise<Map<number, Expansion>> {
    if (asker.near) return expand(db, textIds, asker);
    const now = performance.now();
    const known = textIds.flatMap((textId): [number, Expansion][] => {
      const found = remembered.get(keyOf(textId, asker));
      return found && now - found.at < REMEMBERED_MS ? [[textId, found.expansion]] : [];
    });
    const all = new Map(known);
    const unknown = textIds.filter((textId) => !all.has(textId));
    const before = generation;
    for (const [textId, expansion] of await expand(db, unknown, asker)) {
      all.set(textId, expansion);
      // What changed while it was read is not to be remembered as it was.
      if (before === generation) remember(keyOf(textId, asker), { at: now, expansion });
    }
    return all;
  }

  function remember(key: string, what: { at: number; expansion: Expansion }): void {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, what);
  }

  return {
    of,
    forget(kind) {
      if (kind !== 'service' && kind !== 'place') return;
      generation++;
      remembered.clear();
    },
  };
}

const keyOf = (textId: number, { language, organisationIds }: Asker) => `${textId} ${language} ${[...organisationIds].sort().join()}`;
