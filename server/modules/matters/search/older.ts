import { type RawBuilder, sql } from 'kysely';
import { type Sight, visibleMatter } from '../policy.ts';
import { foundCustomer, needSnippet, seenNeed, seenText } from './newest.ts';
import type { Words } from './words.ts';

const shown = 12;
const ofCustomers = 40;
/** Texts, newest first: several may be of one matter. */
const texts = 200;

/** `offset 0` has the index of words found through first and all else after: what is looked for here is rare. */
export function olderByCustomer(sight: Sight, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select x.id, c.id, x.opened_at, 2, 'customer', null from (select * from customer c where ${wanted} and c.search_text like (select pattern from asked) offset 0) c
    cross join lateral (select m.id, m.opened_at from matter m where m.customer_id = c.id and m.state <> 'merged' and ${visibleMatter(sight)}
      and ${foundCustomer(sql`m.owner_org = any(${sight.own}::uuid[])`)} offset 0) x order by x.opened_at desc limit ${ofCustomers})`;
}

export function olderByTitle(sight: Sight, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select m.id, m.customer_id, m.opened_at, 3, 'title', null from (select * from matter m where ${wanted} and m.words @@ (select query from asked) offset 0) m
    where m.state <> 'merged' and m.owner_org = any(${sight.own}::uuid[]) order by m.opened_at desc limit ${shown})`;
}

export function olderByNeed(sight: Sight, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select distinct on (m.opened_at, m.id) m.id, m.customer_id, m.opened_at, 4, 'need', n.snippet from (
      select n.matter_id, ${needSnippet} as snippet from need n where ${wanted} and ${seenNeed(sight)} order by n.created_at desc limit ${texts}) n
    join matter m on m.id = n.matter_id and m.state <> 'merged' order by m.opened_at desc, m.id limit ${shown})`;
}

export function olderByText(sight: Sight, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select distinct on (m.opened_at, m.id) m.id, m.customer_id, m.opened_at, 5, 'message', r.snippet from (
      select r.matter_id, left(r.body, 120) as snippet from message r where ${wanted} and ${seenText(sight)} order by r.created_at desc limit ${texts}) r
    join matter m on m.id = r.matter_id and m.state <> 'merged' order by m.opened_at desc, m.id limit ${shown})`;
}

/** Names with a typo, when nothing is found by a name as written. */
export function similarNames(sight: Sight, words: Words, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select x.id, c.id, x.opened_at, 6, 'customer', null from (select * from customer c where ${wanted} and ${words.name}::text <% c.search_text offset 0) c
    cross join lateral (select m.id, m.opened_at from matter m where m.customer_id = c.id and m.state <> 'merged' and ${visibleMatter(sight)} offset 0) x
    where ${words.name}::text <% lower(c.given_name || ' ' || c.family_name)
    order by word_similarity(${words.name}::text, lower(c.given_name || ' ' || c.family_name)) desc, x.opened_at desc limit ${shown})`;
}
