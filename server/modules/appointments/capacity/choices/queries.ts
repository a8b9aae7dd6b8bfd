import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import type { BookingChoices } from './schema.ts';

export type PlaceRow = Pick<BookingChoices['places'][number], 'pointId' | 'queues'>;

/** Every point with its queues in use. */
export async function allPlaces(db: Db): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`select p.id as "pointId", coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name,
      'organisationId', q.organisation_id) order by q.position, q.id) from queue q where q.point_id = p.id and q.active), '[]') as queues
    from service_point p order by p.id`.execute(db);
  return rows;
}

/** Who works for these organisations or those of these points, and of any other at these points alone. */
export async function peopleOf(db: Db, organisationIds: readonly string[], pointIds: readonly string[]): Promise<BookingChoices['people']> {
  const { rows } = await sql<BookingChoices['people'][number]>`
    select p.id, p.name, array_agg(distinct g.organisation_id) as "organisationIds",
      exists (select from resource r where r.person_id = p.id) as booked
    from person p join person_grant g on g.person_id = p.id and g.revoked_at is null
    where p.disabled_at is null and (g.organisation_id = any(${organisationIds}::uuid[]) or g.point_id = any(${pointIds}::uuid[])
      or g.organisation_id in (select organisation_id from service_point where id = any(${pointIds}::uuid[])))
    group by p.id order by p.name, p.id`.execute(db);
  return rows;
}
