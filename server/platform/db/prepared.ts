import { createHash } from 'node:crypto';

/** Each named statement keeps a plan in every connection's memory, so their number is bounded. */
const MAX_NAMED = 400;
const MAX_SEEN = 2000;
const SIGHTINGS_BEFORE_NAMING = 2;

/**
 * Begins a text that is planned anew each time. A kept plan is chosen by how large the tables are at that moment and stays until they are
 * analysed again: over tables that an import has since filled a thousandfold, it read them whole for every row.
 */
export const PLANNED_ANEW = '/* planned anew */';

const named = new Map<string, string>();
const seen = new Map<string, number>();

/**
 * The prepared statement's name for a text that has come up before, else undefined. A text met once or twice (a search with an
 * unusual set of filters) stays unnamed, so the rare ones do not crowd out the hot ones.
 */
export function statementName(text: string): string | undefined {
  if (text.startsWith(PLANNED_ANEW)) return undefined;
  const known = named.get(text);
  if (known !== undefined) return known;
  if (named.size >= MAX_NAMED) return undefined;
  return nameWhenRecurring(text);
}

function nameWhenRecurring(text: string): string | undefined {
  const sightings = (seen.get(text) ?? 0) + 1;
  if (sightings <= SIGHTINGS_BEFORE_NAMING) {
    if (seen.size >= MAX_SEEN) seen.clear();
    seen.set(text, sightings);
    return undefined;
  }
  seen.delete(text);
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  named.set(text, name);
  return name;
}
