import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { DaysInput, HoursInput, Resource, ResourceInput } from './schema.ts';

/** With their hours, and the exceptions from the day before yesterday on. */
const columns = sql`r.id, r.kind, r.organisation_id as "organisationId", r.point_id as "pointId", r.person_id as "personId", r.name, r.features, r.languages,
  r.active, r.version, array(select rb.bookable_id from resource_bookable rb where rb.resource_id = r.id order by 1) as "bookableIds",
  coalesce((select jsonb_agg(jsonb_build_object('pointId', h.point_id, 'everyWeeks', h.every_weeks, 'anchor', h.anchor, 'weekdays', h.weekdays, 'opens', h.opens,
      'closes', h.closes, 'validFrom', h.valid_from, 'validUntil', h.valid_until, 'onHolidays', h.on_holidays, 'languages', h.languages)
      order by h.valid_from nulls first, h.weekdays, h.opens, h.id) from resource_hours h where h.resource_id = r.id), '[]') as hours,
  coalesce((select jsonb_agg(jsonb_build_object('day', x.day, 'hours', x.hours) order by x.day) from (
      select e.day, coalesce(jsonb_agg(jsonb_build_object('opens', e.opens, 'closes', e.closes) order by e.opens) filter (where e.opens is not null), '[]') as hours
      from resource_exception e where e.resource_id = r.id and e.day > current_date - 2 group by e.day) x), '[]') as exceptions`;

/** Those of these organisations or at these points, those no longer used too. */
export async function resourcesOf(db: Db, organisationIds: readonly string[], pointIds: readonly string[]): Promise<Resource[]> {
  const { rows } = await sql<Resource>`select ${columns} from resource r
    where r.organisation_id = any(${organisationIds}::uuid[]) or r.point_id = any(${pointIds}::uuid[]) order by r.kind, r.name, r.id`.execute(
    db,
  );
  return rows;
}

export async function lockResource(trx: Trx, id: string): Promise<Resource | undefined> {
  return (await sql<Resource>`select ${columns} from resource r where r.id = ${id}::uuid for update of r`.execute(trx)).rows[0];
}

export async function resourceOf(db: Db, id: string): Promise<Resource | undefined> {
  return (await sql<Resource>`select ${columns} from resource r where r.id = ${id}::uuid`.execute(db)).rows[0];
}

export async function insertResource(trx: Trx, it: ResourceInput): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into resource (kind, organisation_id, point_id, person_id, name, features, languages, active)
    values (${it.kind}, ${it.organisationId}::uuid, ${it.pointId}::uuid, ${it.personId}::uuid, ${it.name}, ${it.features}::text[], ${it.languages}::text[],
      ${it.active}) returning id`.execute(trx);
  const { id } = rows[0] as { id: string };
  await insertSkills(trx, id, it.bookableIds);
  return id;
}

export async function updateResource(trx: Trx, id: string, it: Omit<ResourceInput, 'kind'>): Promise<void> {
  await sql`update resource set organisation_id = ${it.organisationId}::uuid, point_id = ${it.pointId}::uuid, person_id = ${it.personId}::uuid, name = ${it.name},
    features = ${it.features}::text[], languages = ${it.languages}::text[], active = ${it.active}, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
  await sql`delete from resource_bookable where resource_id = ${id}::uuid`.execute(trx);
  await insertSkills(trx, id, it.bookableIds);
}

async function insertSkills(trx: Trx, id: string, bookableIds: readonly string[]): Promise<void> {
  await sql`insert into resource_bookable (resource_id, bookable_id) select ${id}::uuid, unnest(${[...new Set(bookableIds)]}::uuid[])`.execute(
    trx,
  );
}

export async function replaceHours(trx: Trx, id: string, hours: HoursInput['hours']): Promise<void> {
  await putHours(trx, id, hours);
  await counted(trx, id);
}

/** Within a change that counts by itself. */
export async function putHours(trx: Trx, id: string, hours: HoursInput['hours']): Promise<void> {
  await sql`delete from resource_hours where resource_id = ${id}::uuid`.execute(trx);
  await sql`insert into resource_hours (resource_id, point_id, every_weeks, anchor, weekdays, opens, closes, valid_from, valid_until, on_holidays, languages)
    select ${id}::uuid, x."pointId", x."everyWeeks", x.anchor, x.weekdays, x.opens, x.closes, x."validFrom", x."validUntil", x."onHolidays", x.languages
    from jsonb_to_recordset(${json(hours)}) as x ("pointId" uuid, "everyWeeks" smallint, anchor date, weekdays smallint[], opens text, closes text,
      "validFrom" date, "validUntil" date, "onHolidays" boolean, languages text[])`.execute(trx);
}

/** What is said of each of the days, instead of what was. */
export async function replaceDays(trx: Trx, id: string, { from, until, hours }: Omit<DaysInput, 'version'>): Promise<void> {
  await sql`delete from resource_exception where resource_id = ${id}::uuid and day between ${from}::date and ${until}::date`.execute(trx);
  const instead = hours?.length === 0 ? [{ opens: null, closes: null }] : (hours ?? []);
  await sql`insert into resource_exception (resource_id, day, opens, closes)
    select ${id}::uuid, day::date, x.opens, x.closes from generate_series(${from}::date, ${until}::date, interval '1 day') as day
      cross join jsonb_to_recordset(${json(instead)}) as x (opens text, closes text)`.execute(trx);
  await counted(trx, id);
}

async function counted(trx: Trx, id: string): Promise<void> {
  await sql`update resource set version = version + 1 where id = ${id}::uuid`.execute(trx);
}

/** Whether the person works for the organisation. */
export async function worksFor(db: Db, personId: string, organisationId: string): Promise<boolean> {
  const { rows } =
    await sql`select from person_grant where person_id = ${personId}::uuid and organisation_id = ${organisationId}::uuid limit 1`.execute(
      db,
    );
  return rows.length > 0;
}

/** Whether the person is one already, here or with another organisation. */
export async function isResource(db: Db, personId: string): Promise<boolean> {
  return (await sql`select from resource where person_id = ${personId}::uuid`.execute(db)).rows.length > 0;
}

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;
