import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Locale } from '../../../../platform/i18n/locale.ts';
import type { Way } from '../../types.ts';

export type FeedRow = {
  id: string;
  personId: string;
  secretHash: string;
  madeAt: Temporal.Instant;
  readOn: string | null;
  language: Locale;
};

const columns = sql`id, (select p.language from person p where p.id = person_id) as language, person_id as "personId", secret_hash as "secretHash", made_at as "madeAt", read_on::text as "readOn"`;

export async function feedOfPerson(db: Db, personId: string): Promise<FeedRow | undefined> {
  const { rows } =
    await sql<FeedRow>`select ${columns} from calendar_feed where person_id = ${personId}::uuid and ended_at is null`.execute(db);
  return rows[0];
}

/** Of somebody who still works here. */
export async function feedOfSecret(db: Db, secretHash: string): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`select ${columns} from calendar_feed f where secret_hash = ${secretHash} and ended_at is null
    and exists (select from person p join person_grant g on g.person_id = p.id where p.id = f.person_id and p.disabled_at is null and g.revoked_at is null
      and g.valid_from <= current_date and (g.valid_until is null or g.valid_until >= current_date))`.execute(db);
  return rows[0];
}

export async function endFeed(trx: Trx, personId: string, now: Temporal.Instant): Promise<void> {
  await sql`update calendar_feed set ended_at = ${now}::timestamptz where person_id = ${personId}::uuid and ended_at is null`.execute(trx);
}

export async function insertFeed(
  trx: Trx,
  feed: { id: string; personId: string; secretHash: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into calendar_feed (id, person_id, secret_hash, made_at)
    values (${feed.id}::uuid, ${feed.personId}::uuid, ${feed.secretHash}, ${now}::timestamptz)`.execute(trx);
}

/** By the day: a program that asks each quarter of an hour writes once. */
export async function noteRead(db: Db, id: string, day: string): Promise<void> {
  await sql`update calendar_feed set read_on = ${day}::date where id = ${id}::uuid and read_on is distinct from ${day}::date`.execute(db);
}

export type EntryRow = {
  id: string;
  sequence: number;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  way: Way;
  contact: string | null;
};

/** Whom the person meets, from a week back to three months ahead. */
export async function entriesOf(db: Db, personId: string, now: Temporal.Instant): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`select a.id, a.sequence, a.starts_at as "startsAt", a.ends_at as "endsAt", a.way, a.contact
    from resource r join appointment_resource ar on ar.resource_id = r.id and ar.live join appointment a on a.id = ar.appointment_id
    where r.person_id = ${personId}::uuid and a.state in ('confirmed', 'arrived') and a.starts_at > ${now}::timestamptz - interval '7 days'
      and a.starts_at < ${now}::timestamptz + interval '92 days' order by a.starts_at, a.id`.execute(db);
  return rows;
}
