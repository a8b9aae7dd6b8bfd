import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { PackageContent, PackageList, PackageVersions } from './schema.ts';

export type PackageFound = {
  id: string;
  ownerOrg: string;
  lifeEvent: string | null;
  content: PackageContent;
  active: boolean;
  version: number;
  changedAt: Temporal.Instant;
  changedByName: string | null;
};

const columns = sql`k.id, k.owner_org as "ownerOrg", k.life_event as "lifeEvent", k.content, k.active, k.version, k.changed_at as "changedAt",
  (select p.name from person p where p.id = k.changed_by) as "changedByName"`;

/** Those in use; and those out of use of the organisations in `kept`. */
export async function listPackages(db: Db, kept: readonly string[]): Promise<PackageList['packages']> {
  const found = await sql<PackageList['packages'][number]>`select k.id, k.owner_org as "ownerOrganisationId", k.life_event as "lifeEvent",
      (select coalesce(jsonb_object_agg(t.key, t.value ->> 'title'), '{}') from jsonb_each(k.content -> 'texts') t) as titles,
      jsonb_array_length(k.content -> 'steps') as steps, k.active as "isActive"
    from life_package k where k.active or k.owner_org = any(${kept}::uuid[])
    order by k.active desc, k.life_event is null, k.content -> 'texts' -> 'fi' ->> 'title' collate "fi-x-icu", k.id`.execute(db);
  return found.rows;
}

export async function findPackage(db: Db, id: string, kept: readonly string[]): Promise<PackageFound | undefined> {
  const found = await sql<PackageFound>`select ${columns} from life_package k
    where k.id = ${id}::uuid and (k.active or k.owner_org = any(${kept}::uuid[]))`.execute(db);
  return found.rows[0];
}

/** `key`: a national life event's code, or the id of one of the region's own. */
export async function packageOfKey(db: Db, key: string): Promise<PackageFound | undefined> {
  const found = await sql<PackageFound>`select ${columns} from life_package k
    where k.active and coalesce(k.life_event, k.id::text) = ${key}`.execute(db);
  return found.rows[0];
}

export async function packagesInUse(db: Db): Promise<PackageFound[]> {
  return (await sql<PackageFound>`select ${columns} from life_package k where k.active`.execute(db)).rows;
}

export async function lockPackage(trx: Trx, id: string, kept: readonly string[]): Promise<PackageFound | undefined> {
  const found = await sql<PackageFound>`select ${columns} from life_package k
    where k.id = ${id}::uuid and k.owner_org = any(${kept}::uuid[]) for update of k`.execute(trx);
  return found.rows[0];
}

export type NewPackage = { id?: string; ownerOrg: string; lifeEvent: string | null; content: PackageContent; personId: string | null };

/** @returns undefined where the life event has a package in use already */
export async function insertPackage(trx: Trx, { id, ownerOrg, lifeEvent, content, personId }: NewPackage): Promise<string | undefined> {
  const written = await sql<{ id: string }>`insert into life_package (id, owner_org, life_event, content, changed_by)
    values (coalesce(${id ?? null}::uuid, gen_random_uuid()), ${ownerOrg}::uuid, ${lifeEvent}, ${JSON.stringify(content)}::jsonb, ${personId}::uuid)
    on conflict do nothing returning id`.execute(trx);
  return written.rows[0]?.id;
}

type Becomes = { content: PackageContent; active: boolean; personId: string; now: Temporal.Instant };

/** Keeps what it said before. */
export async function updatePackage(trx: Trx, { id }: PackageFound, becomes: Becomes): Promise<void> {
  await sql`with before as (insert into life_package_version (package_id, version, content, changed_at, changed_by)
      select id, version, content, changed_at, changed_by from life_package where id = ${id}::uuid)
    update life_package set content = ${JSON.stringify(becomes.content)}::jsonb, active = ${becomes.active}, version = version + 1,
      changed_at = ${becomes.now}::timestamptz, changed_by = ${becomes.personId}::uuid where id = ${id}::uuid`.execute(trx);
}

/** What it said before, the newest first. */
export async function versionsBefore(db: Db, id: string): Promise<PackageVersions['versions']> {
  const found = await sql<
    PackageVersions['versions'][number]
  >`select v.version, v.content, v.changed_at as "changedAt", p.name as "changedByName"
    from life_package_version v left join person p on p.id = v.changed_by where v.package_id = ${id}::uuid order by v.version desc`.execute(
    db,
  );
  return found.rows;
}

/** Held before one is put into use: two at once would both find the event free, and the index would refuse the later with no word for it. */
export async function lockEvent(trx: Trx, lifeEvent: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`life package ${lifeEvent}`}, 0))`.execute(trx);
}

export async function eventIsTaken(trx: Trx, lifeEvent: string, exceptId: string): Promise<boolean> {
  const found = await sql`select 1 from life_package where active and life_event = ${lifeEvent} and id <> ${exceptId}::uuid`.execute(trx);
  return found.rows.length > 0;
}

/** Which of the services and the life event are not there. */
export async function unknownOf(
  trx: Trx,
  serviceIds: readonly string[],
  lifeEvent: string | null,
): Promise<{ services: string[]; event: boolean }> {
  const found = await sql<{ services: string[]; event: boolean }>`select
    array(select s from unnest(${serviceIds}::uuid[]) s where not exists (select 1 from service v where v.id = s and v.retired_at is null)) as services,
    ${lifeEvent}::text is not null and not exists (select 1 from classification c where c.scheme = 'life-event' and c.code = ${lifeEvent}) as event`.execute(
    trx,
  );
  return found.rows[0] as { services: string[]; event: boolean };
}
