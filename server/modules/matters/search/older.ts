import { type RawBuilder, sql } from 'kysely';
import { excerpt } from '../excerpt.ts';
import { visibleMatter } from '../policy.ts';
import { foundCustomer, name, needSnippet, olderExist, pattern, query, seenBy, seenNeed, seenText } from './newest.ts';

const shown = sql.lit(12);
const ofCustomers = sql.lit(40);
/** Texts, newest first: several may be of one matter. */
const texts = sql.lit(200);

/** `offset 0` has the index of words found through first and all else after: what is looked for here is rare. */
export function olderByCustomer(wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select x.id, c.id, x.opened_at, 2, 'customer', null from (select * from customer c where ${wanted} and c.search_text like ${pattern} offset 0) c
    cross join lateral (select m.id, m.opened_at from matter m where m.customer_id = c.id and m.state <> 'merged' and ${visibleMatter(seenBy)}
      and ${foundCustomer(sql`m.owner_org = any(${seenBy.own}::uuid[])`)} offset 0) x order by x.opened_at desc limit ${ofCustomers})`;
}

export function olderByTitle(wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select m.id, m.customer_id, m.opened_at, 3, 'title', null from (select * from matter m where ${wanted} and m.words @@ ${query} offset 0) m
    where m.state <> 'merged' and m.owner_org = any(${seenBy.own}::uuid[]) order by m.opened_at desc limit ${shown})`;
}

export function olderByNeed(wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select distinct on (m.opened_at, m.id) m.id, m.customer_id, m.opened_at, 4, 'need', n.snippet from (
      select n.matter_id, ${needSnippet} as snippet from need n where ${wanted} and ${seenNeed} order by n.created_at desc limit ${texts}) n
    join matter m on m.id = n.matter_id and m.state <> 'merged' order by m.opened_at desc, m.id limit ${shown})`;
}

/** Those one keeps, and by an index of their own the few that belong to a need: who is only asked does not wait for all the rest. */
export function olderByText(wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  const newestFirst = sql`order by r.created_at desc limit ${texts}`;
  return sql`(select distinct on (m.opened_at, m.id) m.id, m.customer_id, m.opened_at, 5, 'message', ${excerpt(sql`r.body`, 120)} from (
      (select r.* from message r where ${wanted} and cardinality(${seenBy.own}) > 0 and ${seenText} and r.owner_org = any(${seenBy.own}::uuid[]) ${newestFirst})
      union all (select r.* from message r where ${wanted} and r.need_id is not null and ${seenText} ${newestFirst})) r
    join matter m on m.id = r.matter_id and m.state <> 'merged' order by m.opened_at desc, m.id limit ${shown})`;
}

/** Names with a typo, when nothing is found by a name as written; in older matters only when there is none among the newest. */
export function similarNames(): RawBuilder<unknown> {
  const full = sql`lower(c.given_name || ' ' || c.family_name)`;
  const none = sql`not exists (select from hit5 where rank = 2)`;
  return sql`near as materialized (select n.id, n.customer_id, n.opened_at, x.likeness from newest n cross join lateral (
      select word_similarity(${name}, ${full}) as likeness from customer c where c.id = n.customer_id and ${none} and ${name} <% ${full} limit 1) x),
    far as materialized (select x.id, c.id as customer_id, x.opened_at, c.likeness from (
      select c.id, word_similarity(${name}, ${full}) as likeness from customer c
      where ${none} and ${olderExist} and not exists (select from near)
        and ${name} <% c.search_text and ${name} <% ${full} offset 0) c
      cross join lateral (select m.id, m.opened_at from matter m where m.customer_id = c.id and m.state <> 'merged' and ${visibleMatter(seenBy)} offset 0) x),
    alike as (select id, customer_id, opened_at, 6, 'customer', null from (select * from near union all select * from far) s
      order by likeness desc, opened_at desc limit ${shown})`;
}
