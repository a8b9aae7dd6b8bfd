import { type RawBuilder, sql } from 'kysely';
import { PLANNED_ANEW } from '../../../../platform/db/prepared.ts';
import type { Db } from '../../../../platform/db/transaction.ts';
import type { Language } from '../../../directory/types.ts';

type Names = { [L in Language]?: string };
export type ProviderRow = { textId: number; serviceId: string; names: Names | null; count: number };
export type PlaceRow = {
  textId: number;
  id: string;
  names: Names;
  streets: Names | null;
  house: string | null;
  cities: Names | null;
  latitude: number | null;
  longitude: number | null;
  metres: number | null;
  count: number;
};
export type Near = { latitude: number; longitude: number };

/**
 * An import multiplies these tables while they are searched, and what the planner knows of them lags behind by minutes: each look-up is planned
 * by their size now, and channels are fetched by their ids alone (`offset 0`), lest all places be read through for each service.
 */
const anew = sql.raw(PLANNED_ANEW);

/** Each provider of these texts once: our own organisations first, `ownIds` before them, then by name. `first`: how many of each text. */
export async function providersOf(db: Db, textIds: readonly number[], first: number, ownIds: readonly string[]): Promise<ProviderRow[]> {
  const { rows } = await sql<ProviderRow>`${anew} with provider as (
      select distinct on (s.text_id, s.responsible_id) s.text_id, s.id, o.names,
        case when o.organisation_id = any (${ownIds}::uuid[]) then 0 when o.organisation_id is not null then 1 else 2 end as rank
      from service s left join ptv_organisation o on o.id = s.responsible_id
      where s.text_id = any (${textIds}::bigint[]) and s.retired_at is null order by s.text_id, s.responsible_id, s.id),
    placed as (
      select *, row_number() over (partition by text_id order by rank, names->>'fi', id) as place, count(*) over (partition by text_id) as count from provider)
    select text_id as "textId", id as "serviceId", names, count::int as count from placed where place <= ${first}::int
    order by text_id, place`.execute(db);
  return rows;
}

/** Each place of these texts' services once: the nearest first where it is known where from, else our own points first, then by name. */
export async function placesOf(db: Db, textIds: readonly number[], first: number, near: Near | undefined): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`${anew} with place as (
      select distinct s.text_id, b.channel_id from service s join service_by_channel b on b.service_id = s.id
      where s.text_id = any (${textIds}::bigint[]) and s.retired_at is null),
    placed as (
      select p.text_id, c.id, ${metresFrom(near)} as metres, count(*) over (partition by p.text_id) as count,
        row_number() over (partition by p.text_id order by ${metresFrom(near)} nulls last, c.point_id is null, c.texts->'fi'->>'name', c.id) as place
      from place p cross join lateral (select * from service_channel c where c.id = p.channel_id offset 0) c
      where c.kind = 'place' and c.retired_at is null)
    select p.text_id as "textId", c.id, jsonb_build_object('fi', c.texts->'fi'->>'name', 'sv', c.texts->'sv'->>'name', 'en', c.texts->'en'->>'name') as names,
      c.address->'street' as streets, c.address->>'number' as house, c.address->'city' as cities, c.latitude, c.longitude, p.metres::int as metres,
      p.count::int as count
    from placed p join service_channel c on c.id = p.id where p.place <= ${first}::int order by p.text_id, p.place`.execute(db);
  return rows;
}

/** Whether anybody provides the service: a text without is not found, and is not there. */
export async function textExists(db: Db, textId: number): Promise<boolean> {
  const { rows } = await sql`select from service where text_id = ${textId}::bigint and retired_at is null limit 1`.execute(db);
  return rows.length > 0;
}

/** Metres on a plane laid at the asker's latitude: within a region the error is below a hundredth. */
function metresFrom(near: Near | undefined): RawBuilder<unknown> {
  if (!near) return sql`null::double precision`;
  return sql`111320 * sqrt(power(c.latitude - ${near.latitude}::float8, 2) + power((c.longitude - ${near.longitude}::float8) * cosd(${near.latitude}::float8), 2))`;
}
