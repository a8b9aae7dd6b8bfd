import { record } from '../../audit/service.ts';
import { readMatterNumber } from '../number.ts';
import { sightOf } from '../policy.ts';
import type { SearchResult } from '../schema.ts';
import { entryBy } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { findMatters } from './queries.ts';
import { readWords } from './words.ts';

/** Finds matters and customers by number, name, words of needs, titles and messages: only what the caller may see, never a count of the rest. */
export async function search(desk: Desk, call: Call, words: string): Promise<SearchResult> {
  const found = await findMatters(desk.db, sightOf(call.actor), readWords(words, readMatterNumber(words)));
  const subjects = [...found.matters, ...found.customers].map((one) => one.id);
  await record(desk.db, { ...entryBy(call), action: 'matter.searched', purpose: 'advice', subjects });
  return found;
}
