import { createHash } from 'node:crypto';
import type { Entry, EntryKind } from './types.ts';

/** What an index is told of entries; here each stands for all that say the same, under the name of what they say. */
export type Told = { put(entries: Entry[]): void; remove(kind: EntryKind, names: string[]): void };

/** Things that say exactly the same to everyone are one to the index, and one hit: a hundred municipalities have the same e-service. */
export type Alike = {
  put(entries: readonly Entry[]): void;
  remove(kind: EntryKind, ids: readonly string[]): void;
  /** Ids of the things that say it, the one that came first first. */
  idsOf(name: string): string[];
  /** What a thing says, by name; undefined when it is not there. */
  nameOf(kind: EntryKind, id: string): string | undefined;
  /** How many things there are. */
  size(): number;
};

export function alikeEntries(told: Told): Alike {
  const names = new Map<string, string>();
  const sayers = new Map<string, Set<string>>();

  function put(entries: readonly Entry[]): void {
    const fresh: Entry[] = [];
    for (const entry of entries) {
      const [key, name] = [keyOf(entry.kind, entry.id), saidBy(entry)];
      const before = names.get(key);
      // A service's entry is named by its id, and what it says may have changed under it.
      if (before === name && name !== entry.id) continue;
      if (before !== undefined && before !== name) leave(entry.kind, entry.id, before);
      names.set(key, name);
      const same = sayers.get(name);
      if (same) same.add(entry.id);
      else sayers.set(name, new Set([entry.id]));
      if (!same || name === entry.id) fresh.push({ ...entry, id: name });
    }
    if (fresh.length > 0) told.put(fresh);
  }

  function remove(kind: EntryKind, ids: readonly string[]): void {
    for (const id of ids) {
      const key = keyOf(kind, id);
      const name = names.get(key);
      if (name === undefined) continue;
      names.delete(key);
      leave(kind, id, name);
    }
  }

  function leave(kind: EntryKind, id: string, name: string): void {
    const same = sayers.get(name);
    same?.delete(id);
    if (same && same.size > 0) return;
    sayers.delete(name);
    told.remove(kind, [name]);
  }

  return {
    put,
    remove,
    idsOf: (name) => [...(sayers.get(name) ?? [])],
    nameOf: (kind, id) => names.get(keyOf(kind, id)),
    size: () => names.size,
  };
}

const keyOf = (kind: EntryKind, id: string) => `${kind} ${id}`;

/** Services are distinct texts as they come, and are expanded by their own ids. */
function saidBy({ kind, id, audience, words }: Entry): string {
  if (kind === 'service') return id;
  return createHash('sha256')
    .update(JSON.stringify([kind, audience, words]))
    .digest('base64url')
    .slice(0, 22);
}
