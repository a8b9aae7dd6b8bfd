import { type RawBuilder, sql } from 'kysely';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Address, LocalText } from '../services/types.ts';

export type Successor = { id: string; names: LocalText };

/** What a withdrawn service's readers are shown instead: one of the same text, else one under the same national description. */
export async function successorOfService(db: Db, id: string): Promise<Successor | undefined> {
  const { rows } = await sql<Successor>`
    select s.id, ${nameIn(sql`t.texts`)} as names
    from service gone join service s on (s.text_id = gone.text_id or s.general_id = gone.general_id) and s.retired_at is null
    join service_text t on t.id = s.text_id left join ptv_organisation o on o.id = s.responsible_id
    where gone.id = ${id}::uuid and s.id <> gone.id
    order by s.responsible_id is distinct from gone.responsible_id, o.organisation_id is null, s.text_id <> gone.text_id, s.id limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Instead of a withdrawn place: one of the same responsible organisation in the same municipality. */
export async function successorOfPlace(db: Db, id: string): Promise<Successor | undefined> {
  const { rows } = await sql<Successor>`
    select c.id, ${nameIn(sql`c.texts`)} as names
    from service_channel gone join service_channel c on c.kind = 'place' and c.retired_at is null and c.responsible_id = gone.responsible_id
    where gone.id = ${id}::uuid and c.address->'city' = gone.address->'city' order by c.point_id is null, c.id limit 1`.execute(db);
  return rows[0];
}

export type OtherProvider = { id: string; names: LocalText };

/** Who else gives a service of the same text; each organisation once, those that work with us first. */
export async function otherProviders(db: Db, textId: string, serviceId: string): Promise<OtherProvider[]> {
  const { rows } = await sql<OtherProvider>`select id, names from (
      select distinct on (o.id) s.id, o.names, o.organisation_id from service s join ptv_organisation o on o.id = s.responsible_id
      where s.text_id = ${textId}::bigint and s.retired_at is null and o.id <> (select responsible_id from service where id = ${serviceId}::uuid)
      order by o.id, s.id) each
    order by organisation_id is null, names->>'fi' collate "fi-x-icu" limit 10`.execute(db);
  return rows;
}

export type PlaceLine = { id: string; names: LocalText; address: Address | null; pointId: string | null };

/** The stops of mobile points: places joined to one, other than the one that is called as the point and is the bus itself. */
export async function stopsOfPoints(db: Db): Promise<PlaceLine[]> {
  const { rows } = await sql<PlaceLine>`select ${placeColumns} from service_channel c join service_point p on p.id = c.point_id
    where c.kind = 'place' and c.retired_at is null and not (${isPointItself})
    order by c.texts->'fi'->>'name' collate "fi-x-icu", c.id`.execute(db);
  return rows;
}

const isPointItself = sql`not p.mobile or c.texts->'fi'->>'name' = p.name->>'fi'`;
/** Of several places joined to one point, the one that is called as it. */
const likeliest = sql`c.texts->'fi'->>'name' is distinct from p.name->>'fi', c.id`;

/** Days on which points of ours differ, as the directory's place of each tells them. */
export async function exceptionsOfPoints(db: Db): Promise<{ pointId: string; exceptions: OpeningHours['exceptions'] }[]> {
  const { rows } = await sql<{ pointId: string; exceptions: OpeningHours['exceptions'] }>`
    select distinct on (c.point_id) c.point_id as "pointId", c.opening->'exceptions' as exceptions
    from service_channel c join service_point p on p.id = c.point_id
    where c.kind = 'place' and c.retired_at is null and c.opening is not null and (${isPointItself})
    order by c.point_id, ${likeliest}`.execute(db);
  return rows;
}

export type CityCount = { city: string; places: number };

/** Municipalities with places that are not points of ours, by their Finnish names. */
export async function citiesOfPlaces(db: Db): Promise<CityCount[]> {
  const { rows } = await sql<CityCount>`select ${cityName} as city, count(*)::int as places from service_channel c
    where ${elsewhere} and ${cityName} is not null group by 1 order by ${cityName} collate "fi-x-icu" limit 400`.execute(db);
  return rows;
}

/** @param city undefined: everywhere */
export async function otherPlaces(db: Db, city: string | undefined, limit: number): Promise<PlaceLine[]> {
  const inCity = city === undefined ? sql`true` : sql`${cityName} = ${city}`;
  const { rows } = await sql<PlaceLine>`select ${placeColumns} from service_channel c
    where ${elsewhere} and ${inCity} order by c.texts->'fi'->>'name' collate "fi-x-icu", c.id limit ${limit}`.execute(db);
  return rows;
}

const elsewhere = sql`c.kind = 'place' and c.retired_at is null and c.point_id is null`;
const cityName = sql<string>`nullif(coalesce(c.address->'city'->>'fi', c.address->'city'->>'sv', c.address->'city'->>'en'), '')`;
const placeColumns = sql`c.id, ${nameIn(sql`c.texts`)} as names, c.address, c.point_id as "pointId"`;

/** The place in the directory that is this point of ours. */
export async function placeOfPoint(db: Db, pointId: string): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`select c.id from service_channel c join service_point p on p.id = c.point_id
    where c.point_id = ${pointId}::uuid and c.kind = 'place' and c.retired_at is null and (${isPointItself}) order by c.id limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Whose matters the advisors of a point may help with, by the agreements in force (laki julkisen hallinnon yhteispalvelusta 223/2007). */
export async function principalsAt(db: Db, pointId: string, day: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.principal_id as id from agreement a join service_point p on p.id = ${pointId}::uuid
    where a.provider_id = p.organisation_id and (a.point_id is null or a.point_id = p.id)
      and ${day.toString()}::date between a.valid_from and a.valid_until`.execute(db);
  return rows.map(({ id }) => id);
}

/** Names by language, of texts by language. */
function nameIn(texts: RawBuilder<unknown>): RawBuilder<LocalText> {
  return sql<LocalText>`(select coalesce(jsonb_object_agg(l.key, l.value->>'name') filter (where l.value->>'name' <> ''), '{}') from jsonb_each(${texts}) l)`;
}
