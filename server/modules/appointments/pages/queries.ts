import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { NeedRule } from '../capacity/types.ts';
import { type PlaceRow, placeOf } from '../stops/places.ts';
import type { Way } from '../types.ts';

export type OfferedService = {
  id: string;
  name: Names;
  /** Keys of the list lifeSituations. */
  situations: string[];
  minutes: number;
  mostPeople: number;
  minutesEach: number;
  horizonDays: number;
  ways: Way[];
  bring: Partial<Record<'fi' | 'sv' | 'en', string>>;
  rules: NeedRule[];
};

/** What anybody may book. */
export async function offeredServices(db: Db): Promise<OfferedService[]> {
  const { rows } =
    await sql<OfferedService>`select ${columns} from bookable where active and not fixed and who = 'public' order by id`.execute(db);
  return rows;
}

export async function isAnythingOffered(db: Db): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from bookable where active and who = 'public') as any`.execute(db);
  return rows[0]?.any ?? false;
}

/** `linked`: an appointment of that very service; `whose`: of those who give it; `helped`: of those who help with it by agreement. */
export type Nearness = 'linked' | 'whose' | 'helped';

/**
 * What anybody may book about these services of the directory, by their texts: for the service itself; or, where a time is for no one service,
 * with those who give it, or help with it by an agreement that holds on that day (223/2007). The nearest of each.
 */
export async function bookablesAbout(
  db: Db,
  textIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<{ id: string; textId: string; near: Nearness }[]> {
  const { rows } = await sql<{ id: string; textId: string; near: Nearness }>`
    select distinct on (id, "textId") id, "textId", near from (
      select b.id, s.text_id::text as "textId", case when b.service_id is not null then 'linked' when o.organisation_id = b.organisation_id then 'whose' else 'helped' end as near
      from service s join ptv_organisation o on o.id = s.responsible_id
        join bookable b on b.active and not b.fixed and b.who = 'public' and (b.service_id = s.id
          or b.service_id is null and (b.organisation_id = o.organisation_id or exists (select from agreement g where g.provider_id = b.organisation_id
            and g.principal_id = o.organisation_id and g.service_name is null and ${day.toString()}::date between g.valid_from and g.valid_until)))
      where s.text_id = any(${textIds}::bigint[]) and s.retired_at is null) x
    order by id, "textId", array_position(array['linked', 'whose', 'helped'], near)`.execute(db);
  return rows;
}

/** Also one that is not offered to anybody any more: whoever has booked it reads what to bring. */
export async function serviceOf(db: Db, id: string): Promise<ServiceOfTime | undefined> {
  const { rows } =
    await sql<ServiceOfTime>`select ${columns}, active and not fixed and who = 'public' as offered, ${forAnybody('bookable')} as "forAnybody"
    from bookable where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** `offered`: at any free time; `forAnybody`: a meeting of many too. */
export type ServiceOfTime = OfferedService & { offered: boolean; forAnybody: boolean };

/** Of these services, those that anybody may book, a meeting of many too: whoever has lost a time of another cannot choose anew. */
export async function forAnybodyAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from bookable where id = any(${ids}::uuid[]) and ${forAnybody('bookable')}`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** `of`: the alias of the service. */
export const forAnybody = (of: string): RawBuilder<boolean> => sql`(${sql.ref(`${of}.active`)} and ${sql.ref(`${of}.who`)} = 'public')`;
const columns = sql`id, name, situations, minutes, most_people as "mostPeople", minutes_each as "minutesEach", horizon_days as "horizonDays", ways, bring, rules`;

/** A point, or the stop of a bus. */
export type PointRow = PlaceRow;
export const pointOf = placeOf;
