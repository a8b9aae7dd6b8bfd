import { sql } from 'kysely';
import { type Sight, sightOf } from '../policy.ts';
import { lockedSlip } from '../slips/telling.ts';
import type { Call } from '../types.ts';
import type { NoticeList, NoticeView } from './schema.ts';
import type { Noticing } from './types.ts';

const pageSize = 200;

/** What waits for people of the keepers' organisations, oldest first, with the counts of all four lists. */
export async function listNotices({ db, clock }: Pick<Noticing, 'db' | 'clock'>, { actor }: Call, view: NoticeView): Promise<NoticeList> {
  const { own } = sightOf(actor);
  const found = await sql<{ list: NoticeList }>`
    with todo as materialized (select n.id, n.matter_id, n.channel, n.language, n.created_at, ${viewOf} as view from notice n
        where n.owner_org = any(${own}::uuid[]) and (n.state = 'given-up' or (n.state = 'waiting' and n.channel in ('paper', 'collect')))
      union all select s.id, m.id, 'collect', m.language, s.made_at, 'slips' from slip s join matter o on o.id = s.matter_id
        join matter m on m.id = coalesce(o.merged_into, o.id) where ${lockedSlip(clock.now())} and m.owner_org = any(${own}::uuid[])),
    chosen as (select * from todo where view = ${view} order by created_at, id limit ${pageSize})
    select jsonb_build_object(
      'rows', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'matterId', m.id, 'number', m.number,
          'customerName', case when c.known then trim(c.given_name || ' ' || c.family_name) end, 'kinds', ${kinds}, 'channel', n.channel,
          'language', n.language, 'createdAt', iso(n.created_at)) order by n.created_at, n.id)
        from chosen n join matter m on m.id = n.matter_id join customer c on c.id = m.customer_id), '[]'),
      'counts', (select jsonb_build_object('paper', count(*) filter (where view = 'paper'), 'collect', count(*) filter (where view = 'collect'),
        'given-up', count(*) filter (where view = 'given-up'), 'slips', count(*) filter (where view = 'slips')) from todo)) as list`.execute(
    db,
  );
  return (found.rows[0] as { list: NoticeList }).list;
}

const viewOf = sql<NoticeView>`case when n.state = 'given-up' then 'given-up' else n.channel end`;

/** Each kind once, in the order they happened. Needs the alias n. */
const kinds = sql`(select coalesce(jsonb_agg(k.kind order by k.at), '[]') from (select t.kind, min(t.happened_at) as at from notice_thing t where t.notice_id = n.id group by t.kind) k)`;

/** The notices of a matter for its page; a keeper's own, and a customer's answer of a server is masked with their address. */
export function noticesOf(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', n.id, 'kinds', ${kinds}, 'channel', n.channel, 'state', n.state, 'language', n.language,
      'at', iso(coalesce(n.ended_at, greatest(n.created_at, n.not_before))), 'note', case when not c.restricted then n.delivery_note end) order by n.created_at)
    from notice n join customer c on c.id = m.customer_id where n.matter_id = m.id and n.owner_org = any(${sight.own}::uuid[])`;
}
