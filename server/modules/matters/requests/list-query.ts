import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Actor } from '../../identity/types.ts';
import { pageSize, placeOf, placeRow } from '../list-place.ts';
import { sightOf, visibleRequest } from '../policy.ts';
import { askedOfUnits } from './queries.ts';
import type { RequestAsked, RequestList, RequestView } from './schema.ts';
import { managedOrganisations } from './sides.ts';

/**
 * A specialist's inbox with its counts, in one round trip; everything in it through the visibility predicate. Counted is what waits for
 * an answer (mine, my unit's) or is still open further up (below).
 */
export async function listRequests(db: Db, actor: Actor, { view, after }: RequestAsked): Promise<RequestList> {
  const found = await sql<{ list: RequestList }>`
    with near as materialized (${openNear(actor)}),
      sought as (${view === 'answered' ? answered(actor, after) : waiting(view, after)}),
      chosen as (select q.*, row_number() over (order by ${order(view)}) as nth from sought q)
    select jsonb_build_object('rows', coalesce((select jsonb_agg(${rowJson(actor)} order by q.nth) from chosen q
        join matter m on m.id = q.matter_id join unit asking on asking.id = q.asked_unit_id left join person asked on asked.id = q.to_person_id
        left join service_point point on point.id = case when q.parent_id is null then coalesce(m.point_id, asking.point_id) else asking.point_id end
        where q.nth <= ${pageSize}), '[]'),
      'counts', (select jsonb_build_object('mine', count(*) filter (where mine and state in ('open', 'answer-below')),
        'unit', count(*) filter (where unit and state in ('open', 'answer-below')), 'below', count(*) filter (where below)) from near),
      'next', (select ${placeOf(sql`false`, sql.ref(timeOf(view)), sql`q.id`)} from chosen q where q.nth = ${pageSize} and exists (select from chosen where nth > ${pageSize}))) as list`.execute(
    db,
  );
  return (found.rows[0] as { list: RequestList }).list;
}

function openNear(actor: Actor) {
  const { mine, unit, below } = nearnessOf(actor);
  return sql`select q.*, ${mine} as mine, ${unit} as unit, ${below} as below
    from support_request q join unit u on u.id = q.to_unit_id left join support_request up on up.id = q.parent_id
    where q.state in ('open', 'asked-back', 'forwarded', 'answer-below') and (${mine} or ${unit} or ${below}) and ${visibleRequest(sightOf(actor))}`;
}

function waiting(view: Exclude<RequestView, 'answered'>, after: string | undefined) {
  return sql`select q.* from near q where q.${sql.ref(view)} ${after ? sql`and (false, q.due_at, q.id) > ${placeRow(after)}` : sql``}
    order by q.due_at, q.id limit ${pageSize + 1}`;
}

function answered(actor: Actor, after: string | undefined) {
  const { mine } = nearnessOf(actor);
  return sql`select q.*, ${mine} as mine from support_request q
    where q.state = 'answered' and (q.to_person_id = ${actor.personId}::uuid or q.to_unit_id = any(${actor.unitIds}::uuid[]))
      and ${visibleRequest(sightOf(actor))} ${after ? sql`and (false, q.answered_at, q.id) < ${placeRow(after)}` : sql``}
    order by q.answered_at desc, q.id desc limit ${pageSize + 1}`;
}

/** `below`: what my unit put further to tier 3. Needs the aliases q, u and (for `below`) up. */
function nearnessOf(actor: Actor) {
  return {
    mine: sql`coalesce(q.to_person_id = ${actor.personId}::uuid, false)`,
    unit: askedOfUnits(actor.unitIds, managedOrganisations(actor)),
    below: sql`coalesce(up.to_unit_id = any(${actor.unitIds}::uuid[]), false)`,
  };
}

function rowJson(actor: Actor) {
  return sql`jsonb_build_object('id', q.id, 'title', q.title, 'fromPoint', coalesce(point.name ->> ${actor.language}::text, point.name ->> 'fi'),
    'fromUnitId', q.asked_unit_id, 'tier', q.tier, 'state', q.state, 'dueAt', iso(q.due_at), 'askedAt', iso(q.asked_at),
    'customerWaiting', q.customer_waiting, 'toPersonName', asked.name, 'mine', q.mine)`;
}

function order(view: RequestView) {
  return view === 'answered' ? sql`q.answered_at desc, q.id desc` : sql`q.due_at, q.id`;
}

const timeOf = (view: RequestView) => (view === 'answered' ? 'q.answered_at' : 'q.due_at');
