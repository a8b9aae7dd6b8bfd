import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { ActorChange, ActorInput, SupportActor } from './schema.ts';

export type ActorRow = Omit<SupportActor, 'may' | 'freshness' | 'checkedOn'> & { checkedOn: Temporal.PlainDate };

const columns = sql`a.id, a.owner_org as "ownerOrganisationId", a.owner_person_id as "ownerPersonId", a.kind, a.texts, a.support_kinds as "supportKinds",
  a.answers_to as "answersTo", a.ways, a.languages, a.is_free as "isFree", a.phone, a.email, a.website, a.brochure, a.opening, a.place_id as "placeId",
  a.checked_on as "checkedOn", a.version, a.changed_at as "changedAt", a.retired_at is not null as "isRetired",
  (select p.name from person p where p.id = a.owner_person_id) as "ownerName", (select p.name from person p where p.id = a.checked_by) as "checkedByName",
  (select jsonb_object_agg(t.key, t.value ->> 'name') from service_channel c, jsonb_each(c.texts) t
    where c.id = a.place_id and c.retired_at is null and t.value ->> 'name' is not null) as "placeNames"`;

const byName = sql`a.texts -> 'fi' ->> 'name' collate "fi-x-icu", a.id`;

export async function actorsInUse(db: Db): Promise<ActorRow[]> {
  return listWhere(db, sql`a.retired_at is null`);
}

/** `until`: looked over that day or earlier. */
export async function actorsToCheck(db: Db, kept: readonly string[], until: Temporal.PlainDate): Promise<ActorRow[]> {
  const found = await sql<ActorRow>`select ${columns} from support_actor a where a.retired_at is null and a.owner_org = any(${kept}::uuid[])
    and a.checked_on <= ${until}::date order by a.checked_on, ${byName}`.execute(db);
  return found.rows;
}

export async function countToCheck(db: Db, kept: readonly string[], until: Temporal.PlainDate): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from support_actor a where a.retired_at is null
    and a.owner_org = any(${kept}::uuid[]) and a.checked_on <= ${until}::date`.execute(db);
  return found.rows[0]?.n ?? 0;
}

export async function retiredActors(db: Db, kept: readonly string[]): Promise<ActorRow[]> {
  return listWhere(db, sql`a.retired_at is not null and a.owner_org = any(${kept}::uuid[])`);
}

async function listWhere(db: Db, where: RawBuilder<unknown>): Promise<ActorRow[]> {
  return (await sql<ActorRow>`select ${columns} from support_actor a where ${where} order by ${byName}`.execute(db)).rows;
}

/** Of those in use, and of one's own also those that are not. */
export async function findActor(db: Db, id: string, kept: readonly string[]): Promise<ActorRow | undefined> {
  const found = await sql<ActorRow>`select ${columns} from support_actor a
    where a.id = ${id}::uuid and (a.retired_at is null or a.owner_org = any(${kept}::uuid[]))`.execute(db);
  return found.rows[0];
}

export type LockedActor = { id: string; ownerOrg: string; version: number; checkedOn: Temporal.PlainDate };

const locked = sql`a.id, a.owner_org as "ownerOrg", a.version, a.checked_on as "checkedOn"`;

export async function lockActor(trx: Trx, id: string, kept: readonly string[]): Promise<LockedActor | undefined> {
  const found = await sql<LockedActor>`select ${locked} from support_actor a
    where a.id = ${id}::uuid and a.owner_org = any(${kept}::uuid[]) for update of a`.execute(trx);
  return found.rows[0];
}

export type NewActor = Omit<ActorInput, 'ownerOrganisationId'> & {
  id?: string;
  ownerOrg: string;
  checkedOn: Temporal.PlainDate;
  personId: string | null;
};

/** @returns undefined where one with this id is there already */
export async function insertActor(trx: Trx, it: NewActor): Promise<string | undefined> {
  const written = await sql<{ id: string }>`
    insert into support_actor (id, owner_org, owner_person_id, kind, texts, support_kinds, answers_to, ways, languages, is_free, phone, email, website, brochure,
      opening, place_id, checked_on, checked_by, created_by)
    values (coalesce(${it.id ?? null}::uuid, gen_random_uuid()), ${it.ownerOrg}::uuid, ${it.ownerPersonId}::uuid, ${it.kind}, ${JSON.stringify(it.texts)}::jsonb,
      ${it.supportKinds}::text[], ${it.answersTo}::text[], ${it.ways}::text[], ${it.languages}::text[], ${it.isFree}, ${it.phone}, ${it.email}, ${it.website},
      ${it.brochure}, ${json(it.opening)}::jsonb, ${it.placeId}::uuid, ${it.checkedOn}::date, ${it.personId}::uuid, ${it.personId}::uuid)
    on conflict (id) do nothing returning id`.execute(trx);
  return written.rows[0]?.id;
}

export type Checking = { personId: string; today: Temporal.PlainDate; now: Temporal.Instant };

/** What is left out stays; what can be nothing is told apart from what was not said. */
export async function updateActor(trx: Trx, id: string, change: Omit<ActorChange, 'version'>, by: Checking): Promise<void> {
  const has = (field: keyof typeof change) => change[field] !== undefined;
  const { personId, today, now } = by;
  await sql`update support_actor set kind = coalesce(${change.kind ?? null}, kind), texts = coalesce(${json(change.texts)}::jsonb, texts),
      support_kinds = coalesce(${change.supportKinds ?? null}::text[], support_kinds), answers_to = coalesce(${change.answersTo ?? null}::text[], answers_to),
      ways = coalesce(${change.ways ?? null}::text[], ways), languages = coalesce(${change.languages ?? null}::text[], languages),
      is_free = coalesce(${change.isFree ?? null}, is_free), phone = coalesce(${change.phone ?? null}, phone), email = coalesce(${change.email ?? null}, email),
      website = coalesce(${change.website ?? null}, website), brochure = coalesce(${change.brochure ?? null}, brochure),
      opening = case when ${has('opening')} then ${json(change.opening)}::jsonb else opening end,
      place_id = case when ${has('placeId')} then ${change.placeId ?? null}::uuid else place_id end,
      owner_person_id = case when ${has('ownerPersonId')} then ${change.ownerPersonId ?? null}::uuid else owner_person_id end,
      retired_at = case ${change.retired ?? null}::boolean when true then coalesce(retired_at, ${now}::timestamptz) when false then null else retired_at end,
      checked_on = ${today}::date, checked_by = ${personId}::uuid, version = version + 1, changed_at = ${now}::timestamptz
    where id = ${id}::uuid`.execute(trx);
}

export async function markChecked(trx: Trx, id: string, { personId, today, now }: Checking): Promise<void> {
  await sql`update support_actor set checked_on = ${today}::date, checked_by = ${personId}::uuid, version = version + 1, changed_at = ${now}::timestamptz
    where id = ${id}::uuid`.execute(trx);
}

export async function placeExists(db: Db, placeId: string): Promise<boolean> {
  const found = await sql`select 1 from service_channel where id = ${placeId}::uuid and kind = 'place' and retired_at is null`.execute(db);
  return found.rows.length > 0;
}

/** Whether the person may keep what the organisation keeps, on that day. */
export async function isKeeper(
  db: Db,
  personId: string,
  ownerOrg: string,
  roles: readonly string[],
  day: Temporal.PlainDate,
): Promise<boolean> {
  const found = await sql`select 1 from person_grant g join person p on p.id = g.person_id and p.disabled_at is null
    where g.person_id = ${personId}::uuid and g.organisation_id = ${ownerOrg}::uuid and g.role = any(${roles}::text[]) and g.revoked_at is null
      and g.valid_from <= ${day}::date and (g.valid_until is null or g.valid_until > ${day}::date)`.execute(db);
  return found.rows.length > 0;
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
