import { type RawBuilder, sql } from 'kysely';
import { excerpt } from '../excerpt.ts';
import { liveShareWith, type Sight, visibleNeed, visibleRow } from '../policy.ts';
import type { Words } from './words.ts';

/** Of each organisation: a word in one of 25 matters fills a page from these. */
const looked = sql.lit(300);
const shown = sql.lit(12);
/** Several, as one customer may have many matters and five customers are shown too. */
const ofCustomers = sql.lit(40);
/** The newest of them are often of older matters, and several of one. */
const texts = sql.lit(40);

/** Values that stand in the CTE `asked`: what the planner cannot see, its plan cannot hang on. */
export type Hidden = RawBuilder<unknown>;
export const query: Hidden = sql`(select query from asked)`;
export const pattern: Hidden = sql`(select pattern from asked)`;
export const name: Hidden = sql`(select name from asked)`;
export const seenBy: Sight<Hidden> = { own: sql`(select own from asked)`, shared: sql`(select shared from asked)` };

export function asked(sight: Sight, words: Words): RawBuilder<unknown> {
  return sql`select ${sight.own}::uuid[] as own, ${sight.shared}::uuid[] as shared, ${words.number}::text as number, ${words.name}::text as name,
    ${words.pattern}::text as pattern, to_tsquery('simple', ${words.tsquery}) as query`;
}

export function newest(): RawBuilder<unknown> {
  const columns = sql`m.id, m.customer_id, m.opened_at, m.title, m.words`;
  return sql`select * from (
      (select ${columns}, true as kept from unnest(${seenBy.own}) o(id) cross join lateral (
        select * from matter where owner_org = o.id and state <> 'merged' order by opened_at desc limit ${looked}) m)
      union all
      (select ${columns}, false from unnest(${seenBy.shared}) o(id) cross join lateral (
        select s.matter_id from share s where s.organisation_id = o.id and ${liveShareWith(seenBy)} order by s.shared_at desc limit ${looked}) s
        join matter m on m.id = s.matter_id and m.state <> 'merged' and not m.owner_org = any(${seenBy.own}::uuid[]))) n order by opened_at desc`;
}

/** With fewer in sight than are looked through, there are no older ones. */
export const olderExist = sql`(select count(*) from newest) >= ${looked}`;

/** At most one row of a kind per matter. `offset 0` keeps the index of words out: it would be asked once per matter. */
export function inNewest(): RawBuilder<unknown> {
  return sql`(select n.id, n.customer_id, n.opened_at, 2, 'customer', null from newest n
      cross join lateral (select from customer c where c.id = n.customer_id and ${foundCustomer(sql`n.kept`)} limit 1) x limit ${ofCustomers})
    union all (select id, customer_id, opened_at, 3, 'title', null from newest where kept and words @@ ${query} limit ${shown})
    union all (select m.id, m.customer_id, m.opened_at, 4, 'need', x.snippet from newest m
      cross join lateral (select ${needSnippet} as snippet from (select * from need where matter_id = m.id offset 0) n where ${seenNeed} limit 1) x limit ${shown})
    union all (select m.id, m.customer_id, m.opened_at, 5, 'message', x.snippet from newest m
      cross join lateral (select ${excerpt(sql`r.body`, 120)} as snippet from (select * from message where matter_id = m.id offset 0) r where ${seenText} limit 1) x limit ${shown})
    union all (select m.id, m.customer_id, m.opened_at, 5, 'message', x.snippet from unnest(${seenBy.own}) o(id)
      cross join lateral (select r.matter_id, ${excerpt(sql`r.body`, 120)} as snippet from (
        select * from message where owner_org = o.id order by created_at desc limit ${looked}) r where ${seenText} limit ${texts}) x
      join matter m on m.id = x.matter_id and m.state <> 'merged')`;
}

/** Contact data finds a customer only for those who keep a matter of theirs: others may not read it, so they may not try it out either. */
export function foundCustomer(kept: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`c.search_text like ${pattern}
    and (${kept} or lower(c.given_name || ' ' || c.family_name) like ${pattern})`;
}

export const needSnippet = excerpt(sql`coalesce(n.service_name || ': ', '') || n.own_words`, 120);

export const seenNeed = sql<boolean>`n.words @@ ${query} and ${visibleNeed(seenBy)}`;

/** Notes stay with the organisation that wrote them, also when their need is shared. */
export const seenText = sql<boolean>`r.words @@ ${query} and r.state <> 'undone' and ${visibleRow(seenBy)}
  and (r.kind <> 'note' or r.owner_org = any(${seenBy.own}::uuid[]))`;
