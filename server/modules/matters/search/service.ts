import { record } from '../../audit/service.ts';
import { readMatterNumber } from '../number.ts';
import { sightOf } from '../policy.ts';
import type { SearchResult } from '../schema.ts';
import { entryBy } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { findMatters } from './queries.ts';

/** Finds matters and customers by number, name, words of needs, titles and messages: only what the caller may see, never a count of the rest. */
export async function search(desk: Desk, call: Call, words: string): Promise<SearchResult> {
  const sight = sightOf(call.actor);
  const found = await findMatters(desk.db, sight, {
    number: readMatterNumber(words),
    name: words.toLowerCase(),
    tsquery: prefixQuery(words),
  });
  const subjects = [...found.matters, ...found.customers].map((one) => one.id);
  await record(desk.db, { ...entryBy(call), action: 'matter.searched', purpose: 'advice', subjects });
  return found;
}

/** Every word as a prefix, all of them needed: "asumis hakem" finds "asumistuen hakemus". */
function prefixQuery(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ');
}
