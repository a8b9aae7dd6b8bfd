import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import { waited } from '../estimates/waited.ts';

export type Spread = { median: number; p90: number; longest: number };

export type Counted = {
  /** Which grouping the row is of; all null in the row of all steps. */
  kind: 'all' | 'queue' | 'organisation' | 'hour' | 'weekday' | 'need' | 'team';
  queueId: string | null;
  organisationId: string | null;
  hour: number | null;
  weekday: number | null;
  need: string | null;
  unitId: string | null;
  /** How many served, as far as it is known. */
  staff: number;
  visits: number;
  steps: number;
  wait: Spread | null;
  within: number | null;
  service: Spread | null;
  abandoned: number;
  noShow: number;
};

/** `target`: seconds that nobody should wait longer than. */
type Between = { pointId: string; zone: string; from: Temporal.Instant; until: Temporal.Instant; target: number };

/** Steps that joined a queue within the period and are over, in all and by each grouping. A team is a unit of the point or of none, with those who are in it now. */
export async function countSteps(db: Db, { pointId, zone, from, until, target }: Between): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with s as (
      select x.id, x.visit_id, x.queue_id, q.organisation_id, x.person_id, extract(hour from x.joined_at at time zone ${zone})::int as hour,
        extract(isodow from x.joined_at at time zone ${zone})::int as weekday, v.needs, ${waited('x')} as wait, (${waited('x')} <= ${target}::int)::int as within,
        case when x.state = 'finished' then extract(epoch from x.ended_at - coalesce(x.serving_at, x.called_at)) end as service,
        (x.state = 'left' or (x.state = 'dropped' and x.called_at is null and v.ended_how = 'closed'))::int as abandoned, (x.state = 'no-show')::int as no_show
      from visit_step x join queue q on q.id = x.queue_id join visit v on v.id = x.visit_id
      where x.point_id = ${pointId}::uuid and x.joined_at >= ${from}::timestamptz and x.joined_at < ${until}::timestamptz
        and (x.state in ('finished', 'no-show', 'left', 'moved') or (x.state = 'dropped' and v.ended_how = 'closed'))),
    grouped as (
      select case when grouping(queue_id) = 0 then 'queue' when grouping(organisation_id) = 0 then 'organisation' when grouping(hour) = 0 then 'hour'
          when grouping(weekday) = 0 then 'weekday' else 'all' end as kind,
        queue_id, organisation_id, hour, weekday, null::text as need, null::uuid as unit_id, ${measures}
        from s group by grouping sets ((), (queue_id), (organisation_id), (hour), (weekday))
      union all
      select 'need', null, null, null, null, n.need, null, ${measures} from s
        cross join lateral unnest(case when s.needs = '{}' then array[null]::text[] else s.needs end) as n (need) group by n.need
      union all
      select 'team', null, null, null, null, null, u.id, ${measures} from s join unit_member m on m.person_id = s.person_id
        join unit u on u.id = m.unit_id and (u.point_id is null or u.point_id = ${pointId}::uuid) group by u.id)
    select kind, queue_id as "queueId", organisation_id as "organisationId", hour, weekday, need, unit_id as "unitId", staff, visits, steps, within, abandoned,
      no_show as "noShow",
      ${spread('waits', 'longest_wait')} as wait, ${spread('services', 'longest_service')} as service
    from grouped where visits > 0`.execute(db);
  return rows;
}

const measures =
  sql.raw(`count(distinct s.person_id)::int as staff, count(distinct s.visit_id)::int as visits, count(*)::int as steps, avg(within)::float8 as within, avg(abandoned)::float8 as abandoned, avg(no_show)::float8 as no_show,
  percentile_cont(array[0.5, 0.9]) within group (order by wait) as waits, max(wait) as longest_wait,
  percentile_cont(array[0.5, 0.9]) within group (order by service) as services, max(service) as longest_service`);

const spread = (middle: string, longest: string) =>
  sql.raw(
    `case when ${longest} is not null then jsonb_build_object('median', round(${middle}[1])::int, 'p90', round(${middle}[2])::int, 'longest', round(${longest})::int) end`,
  );

export type CountedVisits = {
  visits: number;
  wait: Spread | null;
  whole: Spread | null;
  steps: number | null;
  abandoned: number | null;
  noShow: number | null;
};

/** Visits that began within the period and are over; who went straight to a meeting is in no figure of queues. `wait`: over all its steps. A visit the night closed was left by its visitor: nobody says when, so it has no length. */
export async function countVisits(db: Db, { pointId, from, until }: Pick<Between, 'pointId' | 'from' | 'until'>): Promise<CountedVisits> {
  const { rows } = await sql<CountedVisits>`
    with one as (
      select v.ended_how, case when v.ended_how = 'served' then extract(epoch from v.ended_at - v.arrived_at) end as whole,
        s.steps, s.wait from visit v cross join lateral (
        select count(*) filter (where x.state <> 'planned' and not (x.state = 'dropped' and x.called_at is null)) as steps, sum(${waited('x')}) as wait
        from visit_step x where x.visit_id = v.id) s
      where v.point_id = ${pointId}::uuid and v.arrived_at >= ${from}::timestamptz and v.arrived_at < ${until}::timestamptz and v.ended_at is not null
        and v.ended_how <> 'meeting'),
    all_of as (
      select count(*)::int as visits, avg(steps)::float8 as steps, avg((ended_how in ('left', 'closed'))::int)::float8 as abandoned,
        avg((ended_how = 'no-show')::int)::float8 as no_show, percentile_cont(array[0.5, 0.9]) within group (order by whole) as wholes, max(whole) as longest,
        percentile_cont(array[0.5, 0.9]) within group (order by wait) as waits, max(wait) as longest_wait from one)
    select visits, steps, abandoned, no_show as "noShow", ${spread('wholes', 'longest')} as whole, ${spread('waits', 'longest_wait')} as wait from all_of`.execute(
    db,
  );
  return rows[0] as CountedVisits;
}

/** Names of the point's queues, those no longer used too, and of whose they are. */
export async function namesAt(
  db: Db,
  pointId: string,
): Promise<{ id: string; name: Names; organisationId: string; organisation: Names }[]> {
  const { rows } = await sql<{ id: string; name: Names; organisationId: string; organisation: Names }>`
    select q.id, q.name, q.organisation_id as "organisationId", o.name as organisation from queue q join organisation o on o.id = q.organisation_id
    where q.point_id = ${pointId}::uuid order by q.position, q.prefix, q.id`.execute(db);
  return rows;
}

export async function unitNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: Names }[]> {
  const { rows } = await sql<{
    id: string;
    name: Names;
  }>`select id, name from unit where id = any(${ids}::uuid[]) order by name ->> 'fi', id`.execute(db);
  return rows;
}

/** Points somebody has come to since then, and whose they are. */
export async function pointsVisited(db: Db, since: Temporal.Instant): Promise<{ id: string; organisationId: string }[]> {
  const { rows } = await sql<{ id: string; organisationId: string }>`select p.id, p.organisation_id as "organisationId" from service_point p
    where exists (select from visit v where v.point_id = p.id and v.arrived_at >= ${since}::timestamptz) order by p.key`.execute(db);
  return rows;
}
