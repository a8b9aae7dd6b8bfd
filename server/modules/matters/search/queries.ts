import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { type Sight, visibleMatter, visibleNeed, visibleRow } from '../policy.ts';
import type { SearchResult } from '../schema.ts';

const shown = 12;
/** Candidates an index hands over per branch before they are ordered: keeps a common word from reading the whole table. */
const candidates = 200;

export type Words = { number: string | null; name: string; tsquery: string };

/** The visibility predicate stands inside each candidate query, before its limit: what one may not see takes no place. */
export async function findMatters(db: Db, sight: Sight, words: Words): Promise<SearchResult> {
  const found = await sql<{ result: SearchResult }>`
    with hit as (
      select m.id, 1 as rank, 'number' as why, null::text as snippet from matter m where m.number = ${words.number ?? ''} and ${visibleMatter(sight)}
      union all (${byCustomer(sight, words)})
      union all (select m.id, 3, 'title', null from matter m where ${words.tsquery !== ''} and to_tsvector('simple', m.title) @@ to_tsquery('simple', ${words.tsquery})
        and m.owner_org = any(${sight.own}::uuid[]) limit ${candidates})
      union all (select n.matter_id, 4, 'need', left(coalesce(n.service_name || ': ', '') || n.own_words, 120) from need n where ${words.tsquery !== ''}
        and to_tsvector('simple', n.own_words || ' ' || coalesce(n.service_name, '')) @@ to_tsquery('simple', ${words.tsquery}) and ${visibleNeed(sight)} limit ${candidates})
      union all (select r.matter_id, 5, 'message', left(r.body, 120) from message r where ${words.tsquery !== ''}
        and to_tsvector('simple', r.subject || ' ' || r.body) @@ to_tsquery('simple', ${words.tsquery}) and ${visibleRow(sight)}
        and (r.kind <> 'note' or r.owner_org = any(${sight.own}::uuid[])) limit ${candidates})
    ), best as (select distinct on (id) id, rank, why, snippet from hit order by id, rank),
    shown as (select best.*, m.number, m.state, m.opened_at, m.owner_org = any(${sight.own}::uuid[]) as kept, m.title, m.customer_id
      from best join matter m on m.id = best.id where m.state <> 'merged' order by best.rank, m.opened_at desc limit ${shown})
    select jsonb_build_object(
      'matters', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'title', case when s.kept then s.title else '' end,
        'customerName', case when c.known then trim(c.given_name || ' ' || c.family_name) end, 'state', s.state, 'openedAt', iso(s.opened_at),
        'why', s.why, 'snippet', s.snippet) order by s.rank, s.opened_at desc) from shown s join customer c on c.id = s.customer_id), '[]'),
      'customers', coalesce((${customersFound(sight, words)}), '[]')) as result`.execute(db);
  return (found.rows[0] as { result: SearchResult }).result;
}

function byCustomer(sight: Sight, words: Words) {
  return sql`select m.id, 2 as rank, 'customer' as why, null::text as snippet
    from (${customerCandidates(words)}) c join matter m on m.customer_id = c.id where ${visibleMatter(sight)} order by m.opened_at desc limit ${candidates}`;
}

function customersFound(sight: Sight, words: Words) {
  return sql`select jsonb_agg(jsonb_build_object('id', found.id, 'name', found.name, 'matters', found.matters) order by found.name) from (
    select c.id, trim(c.given_name || ' ' || c.family_name) as name, count(*) as matters
    from (${customerCandidates(words)}) c join matter m on m.customer_id = c.id where c.known and ${visibleMatter(sight)}
    group by c.id, c.given_name, c.family_name order by max(m.opened_at) desc limit 5) found`;
}

/** Trigrams find a name also with a typo; under three characters an index has nothing to hold on to. */
function customerCandidates(words: Words) {
  return sql`select id, known, given_name, family_name from customer
    where length(${words.name}) >= 3 and (search_text like '%' || ${escapeLike(words.name)} || '%' or ${words.name} <% search_text)
    order by (search_text like '%' || ${escapeLike(words.name)} || '%') desc limit ${candidates}`;
}

function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}
