import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Actor } from '../../identity/types.ts';
import { excerpt } from '../excerpt.ts';
import { pageSize, placeOf, placeRow } from '../list-place.ts';
import { type Sight, visibleMatter } from '../policy.ts';
import { isRestricted } from '../restriction.ts';
import type { MatterList } from '../schema.ts';

export type View = 'mine' | 'unit' | 'waiting';
type Asked = { view: View; after: string | undefined };

/**
 * One screenful of a desk's list with the counts of all three views, in one round trip. Newest turn first within "ours", closed today
 * last. `today` is the start of the local day (closed matters of today stay in sight for undoing, and are not counted).
 */
export async function listMatters(
  db: Db,
  actor: Actor,
  sight: Sight,
  { view, after }: Asked,
  today: Temporal.Instant,
): Promise<MatterList> {
  const found = await sql<{ list: MatterList }>`
    with mine as (select m.id, m.state, m.awaits_since from matter m where m.person_id = ${actor.personId}::uuid and ${visibleMatter(sight)}
        and (m.state = 'open' or (m.state = 'closed' and m.closed_at >= ${today}::timestamptz))),
      unit as (select m.id, m.state, m.awaits_since from matter m where m.unit_id = any(${actor.unitIds}::uuid[]) and m.person_id is null and m.state = 'open'
        and m.awaits = 'us' and ${visibleMatter(sight)}),
      waiting as (select m.id, m.state, m.awaits_since from matter m where m.unit_id = any(${actor.unitIds}::uuid[]) and m.state = 'open'
        and m.awaits in ('customer', 'authority') and ${visibleMatter(sight)}),
      chosen as (select id, state, awaits_since, row_number() over (order by (state = 'closed'), awaits_since, id) as nth
        from ${sql.raw(view)} where ${after ? sql`((state = 'closed'), awaits_since, id) > ${placeRow(after)}` : sql`true`}
        order by (state = 'closed'), awaits_since, id limit ${pageSize + 1})
    select json_build_object(
      'rows', coalesce((select json_agg(${rowJson(sight)} order by chosen.nth)
        from chosen join matter m on m.id = chosen.id join customer c on c.id = m.customer_id where chosen.nth <= ${pageSize}), '[]'),
      'counts', json_build_object('mine', (select count(*) from mine where state = 'open'), 'unit', (select count(*) from unit), 'waiting', (select count(*) from waiting)),
      'next', (select ${placeOf(sql`state = 'closed'`, sql`awaits_since`, sql`id`)} from chosen where nth = ${pageSize} and exists (select from chosen where nth > ${pageSize}))) as list`.execute(
    db,
  );
  return (found.rows[0] as { list: MatterList }).list;
}

function rowJson(sight: Sight) {
  return sql`json_build_object('id', m.id, 'number', m.number, 'title', m.title,
    'customerName', case when c.known then trim(c.given_name || ' ' || c.family_name) end,
    'need', (select coalesce(n.service_name, nullif(${excerpt(sql`n.own_words`, 80)}, '')) from need n where n.matter_id = m.id and n.owner_org = any(${sight.own}::uuid[])
      and n.state <> 'dropped' order by (n.outcome is not null), n.position limit 1),
    'channel', coalesce((select k.channel from contact k where k.matter_id = m.id and k.owner_org = any(${sight.own}::uuid[]) order by k.started_at desc limit 1), m.opened_channel),
    'state', m.state, 'awaits', m.awaits, 'awaitsSince', iso(m.awaits_since), 'dueAt', iso(m.due_at), 'closedAt', iso(m.closed_at),
    'arrangements', coalesce((select json_agg(a.kind order by a.kind) from arrangement a where a.customer_id = m.customer_id and a.ended_at is null), '[]'),
    'unread', exists (select 1 from message g where g.matter_id = m.id and g.direction = 'in' and g.read_at is null and g.owner_org = any(${sight.own}::uuid[])),
    'isRestricted', ${isRestricted}, 'personId', m.person_id, 'unitId', m.unit_id, 'version', m.version)`;
}
