import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Bulletin, BulletinInput, BulletinReaders, BulletinView } from './schema.ts';

export type Reading = { personId: string; pointId: string | null; kept: readonly string[]; today: Temporal.PlainDate };
export type BulletinRow = Omit<Bulletin, 'may' | 'publishedOn' | 'inForceOn' | 'showsUntil'> &
  Record<'publishedOn' | 'showsUntil', Temporal.PlainDate> & { inForceOn: Temporal.PlainDate | null };

const concerns = (pointId: string | null) => sql<boolean>`coalesce(b.point_ids = '{}' or ${pointId}::uuid = any(b.point_ids), false)`;

const columns = ({
  personId,
  pointId,
  kept,
}: Reading) => sql`b.id, b.owner_org as "ownerOrganisationId", b.texts, b.must_read as "mustRead",
  b.published_on as "publishedOn", b.in_force_on as "inForceOn", b.shows_until as "showsUntil", b.service_ids as "serviceIds",
  b.point_ids as "pointIds", b.version, b.changed_at as "changedAt", b.withdrawn_at is not null as "isWithdrawn", ${concerns(pointId)} as "isForMe",
  (select r.at from bulletin_read r where r.bulletin_id = b.id and r.person_id = ${personId}::uuid) as "readAt",
  case when b.owner_org = any(${kept}::uuid[]) then (select count(*)::int from bulletin_read r where r.bulletin_id = b.id) end as readers,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'names', (select coalesce(jsonb_object_agg(x.key, x.value ->> 'name'), '{}')
      from jsonb_each(t.texts) x where x.value ->> 'name' is not null)) order by s.id)
    from service s join service_text t on t.id = s.text_id where s.id = any(b.service_ids) and s.retired_at is null), '[]') as services`;

/** What is withdrawn, or not out yet, exists for its keepers only. */
function inView(view: BulletinView, { kept, today }: Reading): RawBuilder<boolean> {
  const mine = sql`b.owner_org = any(${kept}::uuid[])`;
  if (view === 'coming') return sql`b.withdrawn_at is null and b.published_on > ${today}::date and ${mine}`;
  if (view === 'past') return sql`(b.shows_until < ${today}::date and b.withdrawn_at is null) or (b.withdrawn_at is not null and ${mine})`;
  return sql`b.withdrawn_at is null and b.published_on <= ${today}::date and b.shows_until >= ${today}::date`;
}

/** A year's worth at most: what is older is history. */
const MOST = 200;

export async function listBulletins(db: Db, reading: Reading, view: BulletinView): Promise<BulletinRow[]> {
  const found = await sql<BulletinRow>`select ${columns(reading)} from bulletin b where ${inView(view, reading)}
    order by b.published_on desc, b.changed_at desc, b.id limit ${MOST}`.execute(db);
  return found.rows;
}

export async function countUnread(db: Db, reading: Reading): Promise<{ unread: number; mustRead: number }> {
  const found = await sql<{ unread: number; mustRead: number }>`
    select count(*)::int as unread, (count(*) filter (where b.must_read))::int as "mustRead" from bulletin b
    where ${inView('news', reading)} and ${concerns(reading.pointId)}
      and not exists (select from bulletin_read r where r.bulletin_id = b.id and r.person_id = ${reading.personId}::uuid)`.execute(db);
  return found.rows[0] as { unread: number; mustRead: number };
}

/** Of all that the reader may know of. */
export async function findBulletin(db: Db, id: string, reading: Reading): Promise<BulletinRow | undefined> {
  const { kept, today } = reading;
  const found = await sql<BulletinRow>`select ${columns(reading)} from bulletin b
    where b.id = ${id}::uuid and (b.owner_org = any(${kept}::uuid[]) or (b.withdrawn_at is null and b.published_on <= ${today}::date))`.execute(
    db,
  );
  return found.rows[0];
}

/** What services' cards tell of: news and what is known to come into force. */
export async function bulletinsOfService(db: Db, serviceId: string, reading: Reading): Promise<BulletinRow[]> {
  const { today } = reading;
  const found = await sql<BulletinRow>`select ${columns(reading)} from bulletin b
    where ${serviceId}::uuid = any(b.service_ids) and b.withdrawn_at is null and b.published_on <= ${today}::date
      and greatest(b.shows_until, b.in_force_on) >= ${today}::date
    order by b.in_force_on nulls first, b.published_on desc`.execute(db);
  return found.rows;
}

export type LockedBulletin = {
  id: string;
  ownerOrg: string;
  version: number;
  publishedOn: Temporal.PlainDate;
  showsUntil: Temporal.PlainDate;
};

export async function lockBulletin(trx: Trx, id: string, kept: readonly string[]): Promise<LockedBulletin | undefined> {
  const found =
    await sql<LockedBulletin>`select id, owner_org as "ownerOrg", version, published_on as "publishedOn", shows_until as "showsUntil"
    from bulletin where id = ${id}::uuid and owner_org = any(${kept}::uuid[]) for update`.execute(trx);
  return found.rows[0];
}

export type NewBulletin = Omit<BulletinInput, 'ownerOrganisationId'> & { id?: string; ownerOrg: string; personId: string | null };

/** @returns undefined where one with this id is there already */
export async function insertBulletin(trx: Trx, it: NewBulletin): Promise<string | undefined> {
  const written = await sql<{ id: string }>`
    insert into bulletin (id, owner_org, texts, must_read, published_on, in_force_on, shows_until, service_ids, point_ids, created_by)
    values (coalesce(${it.id ?? null}::uuid, gen_random_uuid()), ${it.ownerOrg}::uuid, ${JSON.stringify(it.texts)}::jsonb, ${it.mustRead}, ${it.publishedOn}::date,
      ${it.inForceOn}::date, ${it.showsUntil}::date, ${it.serviceIds}::uuid[], ${it.pointIds}::uuid[], ${it.personId}::uuid)
    on conflict (id) do nothing returning id`.execute(trx);
  return written.rows[0]?.id;
}

export type BulletinBecomes = Partial<Omit<NewBulletin, 'id' | 'ownerOrg' | 'personId'>> & { withdrawn?: boolean };

export async function updateBulletin(trx: Trx, id: string, change: BulletinBecomes, now: Temporal.Instant): Promise<void> {
  const inForce = change.inForceOn !== undefined;
  await sql`update bulletin set texts = coalesce(${change.texts ? JSON.stringify(change.texts) : null}::jsonb, texts),
      must_read = coalesce(${change.mustRead ?? null}, must_read), published_on = coalesce(${change.publishedOn ?? null}::date, published_on),
      in_force_on = case when ${inForce} then ${change.inForceOn ?? null}::date else in_force_on end,
      shows_until = coalesce(${change.showsUntil ?? null}::date, shows_until),
      service_ids = coalesce(${change.serviceIds ?? null}::uuid[], service_ids), point_ids = coalesce(${change.pointIds ?? null}::uuid[], point_ids),
      withdrawn_at = case ${change.withdrawn ?? null}::boolean when true then coalesce(withdrawn_at, ${now}::timestamptz) when false then null else withdrawn_at end,
      version = version + 1, changed_at = ${now}::timestamptz
    where id = ${id}::uuid`.execute(trx);
}

/** Read once: the first time counts. @returns whether this was it */
export async function markRead(trx: Trx, id: string, personId: string, now: Temporal.Instant): Promise<boolean> {
  const written =
    await sql`insert into bulletin_read (bulletin_id, person_id, at) values (${id}::uuid, ${personId}::uuid, ${now}::timestamptz)
    on conflict do nothing returning bulletin_id`.execute(trx);
  return written.rows.length > 0;
}

export async function forgetReading(trx: Trx, id: string): Promise<void> {
  await sql`delete from bulletin_read where bulletin_id = ${id}::uuid`.execute(trx);
}

/** Who has read it, and who of the owner's own people at the points it concerns has not. */
export async function readersOf(db: Db, id: string, today: Temporal.PlainDate): Promise<BulletinReaders> {
  const read = await sql<{
    name: string;
    at: Temporal.Instant;
  }>`select p.name, r.at from bulletin_read r join person p on p.id = r.person_id
    where r.bulletin_id = ${id}::uuid order by r.at desc, p.name`.execute(db);
  const unread = await sql<{ name: string }>`select distinct p.name collate "fi-x-icu" as name from bulletin b
      join person_grant g on g.organisation_id = b.owner_org and g.revoked_at is null and g.valid_from <= ${today}::date
        and (g.valid_until is null or g.valid_until > ${today}::date) and (b.point_ids = '{}' or g.point_id is null or g.point_id = any(b.point_ids))
      join person p on p.id = g.person_id and p.disabled_at is null
    where b.id = ${id}::uuid and not exists (select from bulletin_read r where r.bulletin_id = b.id and r.person_id = p.id) order by name`.execute(
    db,
  );
  return { read: read.rows, unread: unread.rows };
}

export async function unknownServices(trx: Trx, serviceIds: readonly string[]): Promise<boolean> {
  const found = await sql`select 1 from unnest(${serviceIds}::uuid[]) s where not exists (select from service v where v.id = s)`.execute(
    trx,
  );
  return found.rows.length > 0;
}

/** The database's own day is UTC's. */
const localToday = sql`(now() at time zone 'Europe/Helsinki')::date`;

/** Those that come out on the day. */
export async function publishedOn(db: Db, day: Temporal.PlainDate): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from bulletin where withdrawn_at is null and published_on = ${day}::date`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** For the search: what is news or was within the year. */
export async function findableBulletins(db: Db, ids?: readonly string[]): Promise<{ id: string; texts: Bulletin['texts'] }[]> {
  const found = await sql<{ id: string; texts: Bulletin['texts'] }>`select id, texts from bulletin
    where withdrawn_at is null and published_on <= ${localToday} and shows_until > ${localToday} - 365
      and (${ids === undefined} or id = any(${ids ?? []}::uuid[]))`.execute(db);
  return found.rows;
}
