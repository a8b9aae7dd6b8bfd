import { sql } from 'kysely';
import { readMatterNumber } from '../number.ts';
import { sightOf } from '../policy.ts';
import type { SearchResult } from '../schema.ts';
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
  await sql`insert into audit_entry (request_id, person_id, actor_kind, organisation_ids, action, purpose, subjects)
    values (${call.requestId}::uuid, ${call.actor.personId}::uuid, 'staff', ${sight.shared}::uuid[], 'matter.searched', 'advice',
      ${[...found.matters.map((matter) => matter.id), ...found.customers.map((customer) => customer.id)]}::uuid[])`.execute(desk.db);
  return found;
}

/** Every word as a prefix, all of them needed: "asumis hakem" finds "asumistuen hakemus". */
function prefixQuery(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ');
}
