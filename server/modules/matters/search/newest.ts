import { type RawBuilder, sql } from 'kysely';
import { liveShareWith, type Sight, visibleNeed, visibleRow } from '../policy.ts';
import type { Words } from './words.ts';

/** Of each organisation: a word in one of 25 matters fills a page from these. */
const looked = 300;
const shown = 12;
/** Several, as one customer may have many matters and five customers are shown too. */
const ofCustomers = 40;

/** The newest matters one sees, and what is asked; the query stands apart so that plans do not depend on the word. */
export function newest(sight: Sight, words: Words): RawBuilder<unknown> {
  const columns = sql`m.id, m.customer_id, m.opened_at, m.title, m.words`;
  return sql`asked as materialized (select to_tsquery('simple', ${words.tsquery}) as query, ${words.pattern}::text as pattern),
    newest as materialized (select * from (
      (select ${columns}, true as kept from unnest(${sight.own}::uuid[]) o(id) cross join lateral (
        select * from matter where owner_org = o.id and state <> 'merged' order by opened_at desc limit ${looked}) m)
      union all
      (select ${columns}, false from unnest(${sight.shared}::uuid[]) o(id) cross join lateral (
        select s.matter_id from share s where s.organisation_id = o.id and ${liveShareWith(sight)} order by s.shared_at desc limit ${looked}) s
        join matter m on m.id = s.matter_id and m.state <> 'merged' and not m.owner_org = any(${sight.own}::uuid[]))) n order by opened_at desc)`;
}
/** Fewer than this in sight are all there are. */
newest.count = looked;

/** Each by its own index, whatever the planner thinks of a join: at most one row of a kind per matter. */
export function inNewest(sight: Sight): RawBuilder<unknown> {
  return sql`(select n.id, n.customer_id, n.opened_at, 2, 'customer', null from newest n
      cross join lateral (select from customer c where c.id = n.customer_id and ${foundCustomer(sql`n.kept`)} limit 1) x limit ${ofCustomers})
    union all (select id, customer_id, opened_at, 3, 'title', null from newest where kept and words @@ (select query from asked) limit ${shown})
    union all (select m.id, m.customer_id, m.opened_at, 4, 'need', x.snippet from newest m
      cross join lateral (select ${needSnippet} as snippet from need n where n.matter_id = m.id and ${seenNeed(sight)} limit 1) x limit ${shown})
    union all (select m.id, m.customer_id, m.opened_at, 5, 'message', x.snippet from newest m
      cross join lateral (select left(r.body, 120) as snippet from message r where r.matter_id = m.id and ${seenText(sight)} limit 1) x limit ${shown})`;
}

/** Contact data finds a customer only for those who keep a matter of theirs: others may not read it, so they may not try it out either. */
export function foundCustomer(kept: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`c.search_text like (select pattern from asked)
    and (${kept} or lower(c.given_name || ' ' || c.family_name) like (select pattern from asked))`;
}

export const needSnippet = sql`left(coalesce(n.service_name || ': ', '') || n.own_words, 120)`;

export function seenNeed(sight: Sight): RawBuilder<boolean> {
  return sql<boolean>`n.words @@ (select query from asked) and ${visibleNeed(sight)}`;
}

/** Notes stay with the organisation that wrote them, also when their need is shared. */
export function seenText(sight: Sight): RawBuilder<boolean> {
  return sql<boolean>`r.words @@ (select query from asked) and r.state <> 'undone' and ${visibleRow(sight)}
    and (r.kind <> 'note' or r.owner_org = any(${sight.own}::uuid[]))`;
}
