/** What one has changed, beside what was saved when one changed it. Fields are compared by what they hold. */
export type Kept<T> = { mine: Partial<T>; was: Partial<T> };

export const nothingKept = { mine: {}, was: {} };

export function withMine<T extends object>(saved: T, { mine }: Kept<T>): T {
  return { ...saved, ...mine };
}

/** Adds a change; a field that is again as it is saved is no change. */
export function keep<T extends object>(saved: T, kept: Kept<T>, change: Partial<T>): Kept<T> {
  const next: Kept<T> = { mine: { ...kept.mine }, was: { ...kept.was } };
  for (const field of Object.keys(change) as (keyof T)[]) {
    if (same(change[field], saved[field])) {
      delete next.mine[field];
      delete next.was[field];
    } else {
      next.mine[field] = change[field] as T[typeof field];
      if (!(field in next.was)) next.was[field] = saved[field];
    }
  }
  return next;
}

export function changedFields<T extends object>(saved: T, { mine }: Kept<T>): (keyof T & string)[] {
  return (Object.keys(mine) as (keyof T & string)[]).filter((field) => !same(mine[field], saved[field]));
}

/** Fields that somebody else has saved otherwise since one began to change them. */
export function conflictsOf<T extends object>(saved: T, kept: Kept<T>): (keyof T & string)[] {
  return changedFields(saved, kept).filter((field) => !same(kept.was[field], saved[field]));
}

/** Only these fields of a thing. */
export function pick<T extends object>(thing: T, fields: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, thing[field]])) as Partial<T>;
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** The database gives the members of an object in an order of its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const members = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, held]) => [name, ordered(held)]));
}
