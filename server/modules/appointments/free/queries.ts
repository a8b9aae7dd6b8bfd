import { type RawBuilder, sql } from 'kysely';
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
  interpreterLanguages: string[];
};

/** Of a service `b`: what those interpret whom its appointments may take. */
export const interpreted: RawBuilder<string[]> = sql`array(select distinct unnest(r.languages) from resource r
  where r.active and r.kind = 'interpreter' and (b.parts @> '[{"kind": "interpreter"}]' or b.rules @> '[{"part": {"kind": "interpreter"}}]')
    and (not exists (select from resource_bookable rb where rb.resource_id = r.id)
      or exists (select from resource_bookable rb where rb.resource_id = r.id and rb.bookable_id = b.id)) order by 1)`;

/** Of a service `b`: the needs that bring an interpreter. */
export const interpreterNeeds: RawBuilder<string[]> = sql`array(select distinct r ->> 'need' from jsonb_array_elements(b.rules) r
  where r -> 'part' ->> 'kind' = 'interpreter' order by 1)`;

export async function interpretedFor(db: Db, bookableIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    code: string;
  }>`select distinct unnest(${interpreted}) as code from bookable b where b.id = any(${bookableIds}::uuid[])`.execute(db);
  return rows.map(({ code }) => code);
}

/** What anybody may book, with where: points, and the stops of buses instead of the bus itself. */
export async function publicServices({ db, clock }: { db: Db; clock: Clock }, placeId: string | null): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select b.id, b.name, b.minutes, b.ways, b.bring, b.most_people as "mostPeople", coalesce(p.ids, '{}') as "placeIds",
      ${interpreted} as "interpreterLanguages"
    from bookable b left join lateral (
      select array_agg(coalesce(s.id, bp.point_id) order by coalesce(s.id, bp.point_id)) as ids from bookable_place bp
      join service_point p on p.id = bp.point_id and ${isLeft(clock)} left join bus on bus.point_id = bp.point_id left join bus_stop s on s.bus_id = bp.point_id and s.active
      where bp.bookable_id = b.id and (bus.point_id is null or s.id is not null)) p on true
    where b.active and not b.fixed and b.who = 'public' and (${placeId}::uuid is null or ${placeId}::uuid = any(p.ids))
    order by b.id`.execute(db);
  return rows;
}
