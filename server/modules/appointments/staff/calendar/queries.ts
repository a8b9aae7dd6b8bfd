import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import { rangeOf } from '../../capacity/queries.ts';
import type { ResourceKind, ResourceRow } from '../../capacity/types.ts';
import { isProtected } from '../../protected.ts';
import type { Span } from '../../slots/spans.ts';
import type { Way } from '../../types.ts';
import type { BlockReason } from './schema.ts';

export type PlaceRow = { id: string; zone: string; opening: unknown };

/** Moments as text, since they come inside JSON. */
export type TakenRow = {
  id: string;
  version: number;
  service: { fi: string; sv: string; en: string };
  pointId: string | null;
  ownerOrg: string;
  way: Way;
  startsAt: string;
  endsAt: string;
  from: string;
  until: string;
  state: 'held' | 'confirmed' | 'arrived' | 'missed';
  language: string;
  needs: string[];
  interpreterLanguage: string | null;
  contact: string | null;
  /** How they are reached is used for nothing. */
  isProtected: boolean;
  /** A part of a visit of several services. */
  isOfVisit: boolean;
  meetingId: string | null;
  stop: TakenRow['service'] | null;
  resourceIds: string[];
};
export type BlockRow = { id: string; startsAt: string; endsAt: string; reason: BlockReason };
export type CalendarRow = {
  id: string;
  kind: ResourceKind;
  name: string;
  organisationId: string;
  pointId: string | null;
  personId: string | null;
  places: PlaceRow[];
  hours: ResourceRow['hours'];
  exceptions: ResourceRow['exceptions'];
  taken: TakenRow[];
  blocked: BlockRow[];
};

type Asked = { pointId: string | null; resourceId: string | null };

/** Whole calendars in one statement: who and what is at the point, or one of them wherever, with hours, bookings and blocks in the range. */
export async function calendarsIn(
  db: Db,
  { pointId, resourceId }: Asked,
  { from, until }: Span,
  now: Temporal.Instant,
): Promise<CalendarRow[]> {
  const range = rangeOf(from, until);
  const { rows } = await sql<CalendarRow>`
    select r.id, r.kind, coalesce(nullif(r.name, ''), p.name, '') as name, r.organisation_id as "organisationId", r.point_id as "pointId", r.person_id as "personId",
      coalesce(pl.places, '[]') as places, coalesce(h.hours, '[]') as hours, coalesce(x.exceptions, '[]') as exceptions, coalesce(t.taken, '[]') as taken,
      coalesce(b.blocked, '[]') as blocked
    from resource r left join person p on p.id = r.person_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', sp.id, 'zone', sp.zone, 'opening', sp.opening)) as places from service_point sp
      where sp.id = r.point_id or sp.id in (select h.point_id from resource_hours h where h.resource_id = r.id)) pl on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('pointId', point_id, 'everyWeeks', every_weeks, 'anchor', anchor, 'weekdays', weekdays, 'opens', opens, 'closes', closes,
        'validFrom', valid_from, 'validUntil', valid_until, 'onHolidays', on_holidays, 'languages', languages)) as hours
      from resource_hours h where h.resource_id = r.id) h on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('date', day, 'hours', case when opens is null then null
        else jsonb_build_object('opens', opens, 'closes', closes) end)) as exceptions
      from resource_exception e where e.resource_id = r.id and e.day between to_timestamp(${from}::float8 / 1000)::date - 2 and to_timestamp(${until}::float8 / 1000)::date + 1) x on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'service', s.name, 'pointId', a.point_id, 'ownerOrg', a.owner_org, 'way', a.way,
        'startsAt', a.starts_at, 'endsAt', a.ends_at, 'from', lower(ar.during), 'until', upper(ar.during), 'state', a.state, 'language', a.language, 'needs', a.needs, 'interpreterLanguage', a.interpreter_language,
        'contact', a.contact, 'isProtected', ${isProtected}, 'isOfVisit', a.joint_id is not null and a.session_id is null,
        'meetingId', (select bs.id from booking_session bs where bs.house_id = a.id), 'stop', (select st.name from bus_stop st where st.id = a.stop_id), 'resourceIds', array(select o.resource_id from appointment_resource o where o.appointment_id = a.id and o.live order by 1))
        order by a.starts_at, a.id) as taken
      from appointment_resource ar join appointment a on a.id = ar.appointment_id join bookable s on s.id = a.bookable_id
      where ar.resource_id = r.id and ar.live and ar.during && ${range} and (a.state <> 'held' or a.held_until > ${now}::timestamptz)) t on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', k.id, 'startsAt', lower(k.during), 'endsAt', upper(k.during), 'reason', k.reason) order by k.during, k.id) as blocked
      from appointment_block k where k.resource_id = r.id and k.ended_at is null and k.during && ${range}) b on true
    where (r.active or t.taken is not null) and (r.id = ${resourceId}::uuid or r.point_id = ${pointId}::uuid
      or exists (select from resource_hours h where h.resource_id = r.id and h.point_id = ${pointId}::uuid)
      or (r.point_id is null and exists (select from appointment_resource ar join appointment a on a.id = ar.appointment_id
        where ar.resource_id = r.id and ar.live and ar.during && ${range} and a.point_id = ${pointId}::uuid)))
    order by r.kind, 3, r.id`.execute(db);
  return rows;
}

export type ChoiceRow = Pick<CalendarRow, 'id' | 'kind' | 'name' | 'organisationId' | 'pointId' | 'personId'> & { pointIds: string[] };

/** Whose calendars there are: in use, with every point they are at. */
export async function choices(db: Db, resourceId?: string): Promise<ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select r.id, r.kind, coalesce(nullif(r.name, ''), p.name, '') as name, r.organisation_id as "organisationId", r.point_id as "pointId", r.person_id as "personId",
      array(select h.point_id from resource_hours h where h.resource_id = r.id and h.point_id is not null union select r.point_id where r.point_id is not null) as "pointIds"
    from resource r left join person p on p.id = r.person_id
    where (r.active and ${resourceId ?? null}::uuid is null) or r.id = ${resourceId ?? null}::uuid order by r.kind, 3, r.id`.execute(db);
  return rows;
}
