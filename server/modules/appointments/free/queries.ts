import { sql } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { isLeft } from '../stops/places.ts';

export type ServiceRow = {
  id: string;
  name: { fi: string; sv: string; en: string };
  minutes: number;
  ways: ('point' | 'remote' | 'phone' | 'bus')[];
  bring: Record<string, string>;
  placeIds: string[];
  mostPeople: number;
};

/** What anybody may book, with where: points, and the stops of buses instead of the bus itself. */
export async function publicServices({ db, clock }: { db: Db; clock: Clock }, placeId: string | null): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select b.id, b.name, b.minutes, b.ways, b.bring, b.most_people as "mostPeople", coalesce(p.ids, '{}') as "placeIds"
    from bookable b left join lateral (
      select array_agg(coalesce(s.id, bp.point_id) order by coalesce(s.id, bp.point_id)) as ids from bookable_place bp
      join service_point p on p.id = bp.point_id and ${isLeft(clock)} left join bus on bus.point_id = bp.point_id left join bus_stop s on s.bus_id = bp.point_id and s.active
      where bp.bookable_id = b.id and (bus.point_id is null or s.id is not null)) p on true
    where b.active and not b.fixed and b.who = 'public' and (${placeId}::uuid is null or ${placeId}::uuid = any(p.ids))
    order by b.id`.execute(db);
  return rows;
}
