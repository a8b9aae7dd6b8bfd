import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import type { NeedRule } from '../../capacity/types.ts';
import type { PointRow } from '../../pages/queries.ts';

export type VisitService = {
  id: string;
  name: { fi: string; sv: string; en: string };
  minutes: number;
  mostPeople: number;
  rules: NeedRule[];
};

/** What anybody may book a time of their own for at the point. */
export async function servicesAt(db: Db, pointId: string): Promise<VisitService[]> {
  const { rows } = await sql<VisitService>`select b.id, b.name, b.minutes, b.most_people as "mostPeople", b.rules from bookable b
    join bookable_place bp on bp.bookable_id = b.id
    where bp.point_id = ${pointId}::uuid and b.active and not b.fixed and b.who = 'public' and 'point' = any(b.ways) order by b.id`.execute(
    db,
  );
  return rows;
}

/** Points where two services or more can be booked; not a bus: one comes to a stop of it, for one service. */
export async function pointsForVisits(db: Db): Promise<PointRow[]> {
  const { rows } = await sql<PointRow>`select p.id, p.name, p.street, p.postal_code as "postalCode", p.city from service_point p
    where (select count(*) from bookable_place bp join bookable b on b.id = bp.bookable_id
      where bp.point_id = p.id and b.active and not b.fixed and b.who = 'public' and 'point' = any(b.ways)) > 1
      and not exists (select from bus where bus.point_id = p.id) order by p.id`.execute(db);
  return rows;
}
