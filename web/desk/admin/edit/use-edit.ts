import { useState } from 'react';
import { useSession } from '../../session.tsx';
import { changedFields, conflictsOf, type Kept, keep, nothingKept, pick, withMine } from './three-way.ts';

export type Edit<T> = {
  value: T;
  change: (change: Partial<T>) => void;
  changed: (keyof T & string)[];
  /** Fields that another has saved otherwise meanwhile. */
  conflicts: (keyof T & string)[];
  conflictsWith: (saved: T) => (keyof T & string)[];
  /** The changes were left here earlier and have come back. */
  wasKept: boolean;
  discard: () => void;
  /** In a conflict: one's own stand, and what another saved is known. */
  keepMine: () => void;
  /** In a conflict: what another saved stands. */
  takeTheirs: () => void;
};

/**
 * Changes to one thing, kept in this browser tab until they are saved or given up, through closing the panel and reloading the page.
 * What others save meanwhile shows in the fields one has not touched.
 */
export function useEdit<T extends object>(place: string, saved: T): Edit<T> {
  const { me } = useSession();
  const name = `polku-admin.${me.id}.${place}`;
  const [kept, setKept] = useState<Kept<T>>(() => readHere(name) ?? nothingKept);
  const [wasKept, setWasKept] = useState(() => readHere(name) !== null);
  const store = (next: Kept<T>) => {
    if (Object.keys(next.mine).length === 0) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(next));
    setKept(next);
  };
  const conflicts = conflictsOf(saved, kept);
  const without = (fields: readonly string[]) => {
    const left = (part: Partial<T>) => Object.fromEntries(Object.entries(part).filter(([field]) => !fields.includes(field))) as Partial<T>;
    return { mine: left(kept.mine), was: left(kept.was) };
  };
  return {
    value: withMine(saved, kept),
    change: (change) => store(keep(saved, kept, change)),
    changed: changedFields(saved, kept),
    conflicts,
    conflictsWith: (latest) => conflictsOf(latest, kept),
    wasKept,
    discard: () => {
      setWasKept(false);
      store(nothingKept);
    },
    keepMine: () => store({ ...kept, was: { ...kept.was, ...pick(saved, conflicts) } }),
    takeTheirs: () => store(without(conflicts)),
  };
}

/** Whether something unsaved waits for this thing. */
export function useHasUnsaved(): (place: string) => boolean {
  const { me } = useSession();
  return (place) => sessionStorage.getItem(`polku-admin.${me.id}.${place}`) !== null;
}

function readHere<T>(name: string): Kept<T> | null {
  const text = sessionStorage.getItem(name);
  try {
    return text ? (JSON.parse(text) as Kept<T>) : null;
  } catch {
    return null;
  }
}
