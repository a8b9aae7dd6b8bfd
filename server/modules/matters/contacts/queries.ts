import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Sight } from '../policy.ts';
import type { LockedMatter } from '../types.ts';
import type { Channel, ContactChange, Identification } from './schema.ts';

export type LockedContact = {
  id: string;
  need_id: string | null;
  owner_org: string;
  channel: Channel;
  started_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  person_id: string | null;
  identification: Identification;
  wrapped_at: Temporal.Instant | null;
  version: number;
};

/** Contacts and their notes are the keeper's own: a shared need does not open them. */
export function visibleContact(sight: Sight): RawBuilder<boolean> {
  return sql<boolean>`(r.owner_org = any(${sight.own}::uuid[]))`;
}

export async function matterOfContact(db: Db, sight: Sight, contactId: string): Promise<string | undefined> {
  const found = await sql<{
    matter_id: string;
  }>`select r.matter_id from contact r where r.id = ${contactId}::uuid and ${visibleContact(sight)}`.execute(db);
  return found.rows[0]?.matter_id;
}

/** Take the matter's lock first: two who write in one matter then never wait for each other crosswise. */
export async function lockContact(trx: Trx, matter: LockedMatter, contactId: string): Promise<LockedContact | undefined> {
  const found = await sql<LockedContact>`
    select id, need_id, owner_org, channel, started_at, ended_at, person_id, identification, wrapped_at, version from contact
    where id = ${contactId}::uuid and matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid for update`.execute(trx);
  return found.rows[0];
}

/** The occasion a person's message belongs to: their own unfinished one, else what came in and nobody has taken yet. */
export async function lockUnfinished(
  trx: Trx,
  matter: Pick<LockedMatter, 'id' | 'owner_org'>,
  personId: string,
): Promise<LockedContact | undefined> {
  const found = await sql<LockedContact>`
    select id, need_id, owner_org, channel, started_at, ended_at, person_id, identification, wrapped_at, version from contact
    where matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid and wrapped_at is null
      and (person_id = ${personId}::uuid or person_id is null)
    order by person_id nulls last, started_at desc limit 1 for update`.execute(trx);
  return found.rows[0];
}

export type Talk = Pick<LockedContact, 'id' | 'identification' | 'started_at'>;

/** The talk a person is in now, in this matter. */
export async function talkOf(db: Db, matterId: string, personId: string): Promise<Talk | undefined> {
  const found = await sql<Talk>`
    select id, identification, started_at from contact where matter_id = ${matterId}::uuid and person_id = ${personId}::uuid
      and wrapped_at is null and ended_at is null order by started_at desc limit 1`.execute(db);
  return found.rows[0];
}

/** What a channel's next message of the same customer belongs to: the latest occasion of that channel not yet wrapped up, proved alike. */
export async function lockOngoing(
  trx: Trx,
  matterId: string,
  ownerOrg: string,
  channel: Channel,
  signedIn: boolean,
): Promise<string | undefined> {
  const found = await sql<{
    id: string;
  }>`select id from contact where matter_id = ${matterId}::uuid
    and owner_org = ${ownerOrg}::uuid and channel = ${channel} and wrapped_at is null
    and (identification in ('strong', 'mandate') and ended_at is not null) = ${signedIn}
    order by started_at desc limit 1 for update`.execute(trx);
  return found.rows[0]?.id;
}

export type NewContact = {
  matterId: string;
  ownerOrg: string;
  needId: string | null;
  channel: Channel;
  direction: 'in' | 'out';
  startedAt: Temporal.Instant;
  /** Null while it goes on. */
  endedAt?: Temporal.Instant | null;
  personId: string | null;
  pointId: string | null;
  identification: Identification;
  summary: string;
};

export async function insertContact(trx: Trx, contact: NewContact): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into contact (matter_id, owner_org, need_id, channel, direction, started_at, ended_at, person_id, point_id, identification, summary)
    values (${contact.matterId}::uuid, ${contact.ownerOrg}::uuid, ${contact.needId}::uuid, ${contact.channel}, ${contact.direction},
      ${contact.startedAt}::timestamptz, ${contact.endedAt ?? null}::timestamptz, ${contact.personId}::uuid, ${contact.pointId}::uuid, ${contact.identification}, ${contact.summary})
    returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export async function takeContact(trx: Trx, contactId: string, personId: string, pointId: string | null): Promise<void> {
  await sql`update contact set person_id = ${personId}::uuid, point_id = coalesce(point_id, ${pointId}::uuid), version = version + 1
    where id = ${contactId}::uuid and person_id is null`.execute(trx);
}

/** Fields left out of the change stay; `endedAt` null opens the contact again. */
export async function updateContact(trx: Trx, contactId: string, change: ContactChange, endedAt: Temporal.Instant | null): Promise<void> {
  await sql`update contact set summary = coalesce(${change.summary ?? null}, summary), identification = coalesce(${change.identification ?? null}, identification),
    ended_at = case when ${change.endedAt !== undefined} then ${endedAt}::timestamptz else ended_at end, version = version + 1
    where id = ${contactId}::uuid`.execute(trx);
}

/** Removes an occasion that was only there for a message taken back, when nothing else has come of it. */
export async function removeUnused(trx: Trx, contactId: string, startedAt: Temporal.Instant): Promise<boolean> {
  const gone =
    await sql`delete from contact c where c.id = ${contactId}::uuid and c.started_at = ${startedAt}::timestamptz and c.direction = 'out' and c.summary = ''
    and c.identification = 'none' and c.wrapped_at is null and not exists (select 1 from message m where m.contact_id = c.id) returning c.id`.execute(
      trx,
    );
  return gone.rows.length > 0;
}
