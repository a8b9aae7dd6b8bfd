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
  const known = new Map<string, { name: string; said: string }>();
  const sayers = new Map<string, Set<string>>();

  function put(entries: readonly Entry[]): void {
    const fresh: Entry[] = [];
    for (const entry of entries) {
      const [key, said] = [keyOf(entry.kind, entry.id), saidBy(entry)];
      const before = known.get(key);
      // An import tells of each service that keeps to a text, and the text is as it was.
      if (before?.said === said) continue;
      const name = isNamedById(entry) ? entry.id : said;
      if (before && before.name !== name) leave(entry.kind, entry.id, before.name);
      known.set(key, { name, said });
      const same = sayers.get(name);
      if (same) same.add(entry.id);
      else sayers.set(name, new Set([entry.id]));
      if (!same || isNamedById(entry)) fresh.push({ ...entry, id: name });
    }
    if (fresh.length > 0) told.put(fresh);
  }

  function remove(kind: EntryKind, ids: readonly string[]): void {
    for (const id of ids) {
      const key = keyOf(kind, id);
      const before = known.get(key);
      if (!before) continue;
      known.delete(key);
      leave(kind, id, before.name);
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
    nameOf: (kind, id) => known.get(keyOf(kind, id))?.name,
    size: () => known.size,
  };
}

const keyOf = (kind: EntryKind, id: string) => `${kind} ${id}`;

/** Services are distinct texts as they come, and are expanded by their own ids. */
const isNamedById = ({ kind }: Entry) => kind === 'service';

function saidBy({ kind, audience, words }: Entry): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, audience, words]))
    .digest('base64url')
    .slice(0, 22);
}
