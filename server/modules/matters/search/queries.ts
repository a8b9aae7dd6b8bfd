import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { type Sight, visibleMatter } from '../policy.ts';
import type { SearchResult } from '../schema.ts';
import { asked, inNewest, newest, olderExist, seenBy } from './newest.ts';
import { olderByCustomer, olderByNeed, olderByText, olderByTitle, similarNames } from './older.ts';
import type { Words } from './words.ts';

const shown = sql.lit(12);

/**
 * In two steps, since no index is quick for both: a common word is in some of the newest matters, which are simply looked through; a
 * word that is rare there is rare in the index too. What ranks lower is not looked for once what ranks higher has filled the page.
 * The visibility predicate stands inside every step, before its limit: what one may not see takes no place.
 */
export async function findMatters(db: Db, sight: Sight, words: Words): Promise<SearchResult> {
  const found = await sql<{ result: SearchResult }>`
    with asked as materialized (${asked(sight, words)}), newest as materialized (${newest()}), hit1 as materialized (
      select m.id, m.customer_id, m.opened_at, 1 as rank, 'number' as why, null::text as snippet from matter m
      where m.number = (select number from asked) and ${visibleMatter(seenBy)}
      union all ${inNewest()}
    ), hit2 as materialized (select * from hit1 union all ${olderByCustomer(wanted('hit1', 2))}
    ), hit3 as materialized (select * from hit2 union all ${olderByTitle(wanted('hit2', 3))}
    ), hit4 as materialized (select * from hit3 union all ${olderByNeed(wanted('hit3', 4))}
    ), hit5 as materialized (select * from hit4 union all ${olderByText(wanted('hit4', 5))}
    ), ${similarNames()}, hit as materialized (select * from hit5 union all select * from alike
    ), best as (select distinct on (id) * from hit order by id, rank),
    shown as (select best.*, m.number, m.state, m.owner_org = any(${seenBy.own}::uuid[]) as kept, m.title
      from best join matter m on m.id = best.id order by best.rank, best.opened_at desc limit ${shown})
    select jsonb_build_object(
      'matters', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'title', case when s.kept then s.title else '' end,
        'customerName', case when c.known then trim(c.given_name || ' ' || c.family_name) end, 'state', s.state, 'openedAt', iso(s.opened_at),
        'why', s.why, 'snippet', s.snippet) order by s.rank, s.opened_at desc) from shown s join customer c on c.id = s.customer_id), '[]'),
      'customers', coalesce((${customersFound()}), '[]')) as result`.execute(db);
  return (found.rows[0] as { result: SearchResult }).result;
}

/** Whether older matters are worth looking for: there are any, and what ranks as high has not filled the page. */
function wanted(hits: string, rank: number) {
  return sql`${olderExist} and (select count(distinct id) from ${sql.raw(hits)} where rank <= ${sql.lit(rank)}) < ${shown}`;
}

function customersFound() {
  return sql`select jsonb_agg(jsonb_build_object('id', c.id, 'name', trim(c.given_name || ' ' || c.family_name), 'matters', seen.matters) order by c.given_name, c.family_name)
    from (select customer_id from hit where why = 'customer' group by customer_id order by max(opened_at) desc limit 5) f
    join customer c on c.id = f.customer_id and c.known
    cross join lateral (select count(*) as matters from matter m where m.customer_id = c.id and m.state <> 'merged' and ${visibleMatter(seenBy)}) seen`;
}
