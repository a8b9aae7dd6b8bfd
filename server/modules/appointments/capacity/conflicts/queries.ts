import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import type { Names } from '../../../directory/types.ts';
import { type NamedStop, namedStop } from '../../stops/queries.ts';

export type Booked = {
  id: string;
  bookableId: string;
  pointId: string | null;
  pointName: Names | null;
  stop: NamedStop | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  language: string;
  needs: string[];
  interpreterLanguage: string | null;
  resourceIds: string[];
  /** Those of them who are kept free of customers then. */
  blockedIds: string[];
  /** Those whose account has been closed. */
  disabledIds: string[];
};

/**
 * Of these organisations or at these points, or with somebody or something of theirs; of them with this resource or service, or at this point. What is left out is not asked for.
 */
export type Scope = {
  organisationIds?: string[];
  pointIds?: string[];
  resourceId?: string | undefined;
  bookableId?: string | undefined;
  pointId?: string | undefined;
};

/** Agreed times still to come, the earliest first. A meeting of many once, as what it takes itself: whoever comes to it is moved with it. */
export async function bookedAhead(db: Db, now: Temporal.Instant, scope: Scope): Promise<Booked[]> {
  const { organisationIds = null, pointIds = null, resourceId = null, bookableId = null, pointId = null } = scope;
  const { rows } = await sql<Booked>`
    select a.id, a.bookable_id as "bookableId", a.point_id as "pointId", p.name as "pointName", ${namedStop} as stop, a.starts_at as "startsAt", a.ends_at as "endsAt", a.language, a.needs, a.interpreter_language as "interpreterLanguage",
      array(select ar.resource_id from appointment_resource ar where ar.appointment_id = a.id and ar.live order by ar.resource_id) as "resourceIds",
      array(select distinct b.resource_id from appointment_resource ar join appointment_block b on b.resource_id = ar.resource_id and b.ended_at is null
        where ar.appointment_id = a.id and ar.live and b.during && tstzrange(a.starts_at, a.ends_at)) as "blockedIds",
      array(select r.id from appointment_resource ar join resource r on r.id = ar.resource_id join person p on p.id = r.person_id
        where ar.appointment_id = a.id and ar.live and p.disabled_at is not null) as "disabledIds"
    from appointment a left join service_point p on p.id = a.point_id left join bus_stop s on s.id = a.stop_id
    where a.state = 'confirmed' and a.session_id is null and a.starts_at > ${now}::timestamptz
      and (${organisationIds}::uuid[] is null or a.owner_org = any(${organisationIds}::uuid[]) or a.point_id = any(${pointIds}::uuid[])
        or exists (select from appointment_resource ar join resource r on r.id = ar.resource_id where ar.appointment_id = a.id and ar.live
          and (r.organisation_id = any(${organisationIds}::uuid[]) or r.point_id = any(${pointIds}::uuid[]))))
      and (${bookableId}::uuid is null or a.bookable_id = ${bookableId}::uuid)
      and (${pointId}::uuid is null or a.point_id = ${pointId}::uuid)
      and (${resourceId}::uuid is null or exists (select from appointment_resource ar
        where ar.appointment_id = a.id and ar.live and ar.resource_id = ${resourceId}::uuid))
    order by a.starts_at, a.id`.execute(db);
  return rows;
}
