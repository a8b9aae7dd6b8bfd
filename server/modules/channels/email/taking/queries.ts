import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Outcome } from './types.ts';

export async function isKnown(db: Db, mailboxId: string, rawHash: string): Promise<boolean> {
  const found = await sql`select 1 from mail_in where mailbox_id = ${mailboxId}::uuid and raw_hash = ${rawHash}`.execute(db);
  return found.rows.length > 0;
}

export type NewMailIn = {
  mailboxId: string;
  rawHash: string;
  copyHash: string | null;
  uid: number | null;
  uidValidity: number | null;
  size: number;
  receivedAt: Temporal.Instant;
  state: 'taken' | 'quarantined';
  kind: string | null;
  reason: string | null;
  fileId: string | null;
};

/** The row that makes a mail be taken once: of two who take it at the same time the second waits here, and then finds it taken. */
export async function insertMailIn(trx: Trx, mail: NewMailIn): Promise<string | undefined> {
  const written = await sql<{ id: string }>`
    insert into mail_in (mailbox_id, raw_hash, copy_hash, uid, uid_validity, size, received_at, state, kind, reason, file_id)
    values (${mail.mailboxId}::uuid, ${mail.rawHash}, ${mail.copyHash}, ${mail.uid}, ${mail.uidValidity}, ${mail.size}, ${mail.receivedAt}::timestamptz,
      ${mail.state}, ${mail.kind}, ${mail.reason}, ${mail.fileId}::uuid)
    on conflict do nothing returning id`.execute(trx);
  return written.rows[0]?.id;
}

export async function writeOutcome(trx: Trx, id: string, { state, reason, messageId }: Outcome): Promise<void> {
  await sql`update mail_in set state = ${state}, reason = ${reason}, message_id = ${messageId}::uuid where id = ${id}::uuid`.execute(trx);
}

export type Quarantined = {
  id: string;
  mailboxId: string;
  receivedAt: Temporal.Instant;
  uid: number | null;
  uidValidity: number | null;
  fileId: string | null;
  storedAs: string | null;
  organisationId: string;
};

export async function quarantinedById(db: Db, id: string, organisationIds: string[]): Promise<Quarantined | undefined> {
  const found = await sql<Quarantined>`
    select i.id, i.mailbox_id as "mailboxId", i.received_at as "receivedAt", i.uid, i.uid_validity as "uidValidity", i.file_id as "fileId",
      f.stored_as as "storedAs", b.organisation_id as "organisationId"
    from mail_in i join mailbox b on b.id = i.mailbox_id left join file f on f.id = i.file_id
    where i.id = ${id}::uuid and i.state = 'quarantined' and b.organisation_id = any(${organisationIds}::uuid[])`.execute(db);
  return found.rows[0];
}

/** False when somebody else has just retried it. */
export async function lockQuarantined(trx: Trx, id: string): Promise<boolean> {
  const found = await sql`select 1 from mail_in where id = ${id}::uuid and state = 'quarantined' for update`.execute(trx);
  return found.rows.length > 0;
}

export async function hasCopy(trx: Trx, mailboxId: string, copyHash: string): Promise<boolean> {
  const found = await sql`select 1 from mail_in where mailbox_id = ${mailboxId}::uuid and copy_hash = ${copyHash}`.execute(trx);
  return found.rows.length > 0;
}

export async function leaveQuarantine(
  trx: Trx,
  id: string,
  left: Outcome & { kind: string; copyHash: string | null; fileId: string | null },
): Promise<void> {
  await sql`update mail_in set state = ${left.state}, reason = ${left.reason}, message_id = ${left.messageId}::uuid, kind = ${left.kind},
    copy_hash = ${left.copyHash}, file_id = ${left.fileId}::uuid, tries = tries + 1 where id = ${id}::uuid`.execute(trx);
}

export async function noteAnotherTry(trx: Trx, id: string, reason: string): Promise<void> {
  await sql`update mail_in set tries = tries + 1, reason = ${reason} where id = ${id}::uuid and state = 'quarantined'`.execute(trx);
}

export async function isOurAddress(db: Db, address: string): Promise<boolean> {
  const found = await sql`select 1 from mailbox where address = lower(${address})`.execute(db);
  return found.rows.length > 0;
}

export async function isSentByUs(db: Db, rfcMessageId: string): Promise<boolean> {
  const found = await sql`select 1 from mail_thread where rfc_message_id = ${rfcMessageId} and direction = 'out' limit 1`.execute(db);
  return found.rows.length > 0;
}

export async function matterByNumber(db: Db, number: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select id from matter where number = ${number}`.execute(db);
  return found.rows[0]?.id;
}

/** The matters whose mails have these Message-IDs, in the order the ids are given; where a message is now when it was moved. */
export async function mattersOfThread(db: Db, ids: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select coalesce(r.matter_id, t.matter_id) as id from mail_thread t left join message r on r.id = t.message_id
    where t.rfc_message_id = any(${ids}::text[]) order by array_position(${ids}::text[], t.rfc_message_id), t.created_at desc limit 50`.execute(
    db,
  );
  return [...new Set(found.rows.map((row) => row.id))];
}

/** The matter itself, or the one it was merged into. */
export async function survivingMatter(db: Db, matterId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    with recursive chain as (
      select id, merged_into, 0 as hop from matter where id = ${matterId}::uuid
      union all select m.id, m.merged_into, hop + 1 from chain c join matter m on m.id = c.merged_into where hop < 10)
    select id from chain where merged_into is null`.execute(db);
  return found.rows[0]?.id;
}

/** Whether an address belongs to the matter's customer: it is theirs now, or somebody wrote from it into this matter before. */
export async function isCustomersAddress(db: Db, matterId: string, address: string, hashes: string[]): Promise<boolean> {
  const found = await sql`
    select 1 from matter m join customer c on c.id = m.customer_id where m.id = ${matterId}::uuid and (lower(c.email) = lower(${address})
      or exists (select 1 from mail_thread t join message r on r.id = t.message_id
        where r.matter_id = m.id and t.direction = 'in' and t.address_hash = any(${hashes}::text[])))`.execute(db);
  return found.rows.length > 0;
}

export async function customerOf(db: Db, matterId: string): Promise<string> {
  const found = await sql<{ customer_id: string }>`select customer_id from matter where id = ${matterId}::uuid`.execute(db);
  return (found.rows[0] as { customer_id: string }).customer_id;
}

/**
 * The one customer of this organisation's matters who uses the address. Others' customers do not exist here: that somebody is one may
 * itself be secret. Two people sharing an address are nobody in particular. Nor is somebody who has proved who they are: an address may
 * be another's by now, and what it writes would stand among their own matters.
 */
export async function onlyCustomerWith(db: Db, organisationId: string, address: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select distinct c.id from customer c join matter m on m.customer_id = c.id
    where lower(c.email) = lower(${address}) and m.owner_org = ${organisationId}::uuid and c.merged_into is null
      and not exists (select 1 from customer_identity i where i.customer_id = c.id) limit 2`.execute(db);
  return found.rows.length === 1 ? found.rows[0]?.id : undefined;
}

export async function insertThread(
  trx: Trx,
  mail: { rfcMessageId: string; matterId: string; messageId: string; addressHash: string; at: Temporal.Instant },
): Promise<void> {
  await sql`insert into mail_thread (rfc_message_id, matter_id, message_id, direction, address_hash, created_at)
    values (${mail.rfcMessageId}, ${mail.matterId}::uuid, ${mail.messageId}::uuid, 'in', ${mail.addressHash}, ${mail.at}::timestamptz)
    on conflict do nothing`.execute(trx);
}

/** A message of ours by the Message-ID it left with; null where it was an automatic answer or a notice. */
export async function sentWith(db: Db, ids: string[]): Promise<{ messageId: string | null; rfcMessageId: string } | undefined> {
  const found = await sql<{
    messageId: string | null;
    rfcMessageId: string;
  }>`select message_id as "messageId", rfc_message_id as "rfcMessageId" from mail_thread
    where rfc_message_id = any(${ids}::text[]) and direction = 'out' order by array_position(${ids}::text[], rfc_message_id) limit 1`.execute(
    db,
  );
  return found.rows[0];
}

/** Automatic replies kept on a matter since then. */
export async function autoRepliesSince(db: Db, matterId: string, since: Temporal.Instant): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from mail_in i join message r on r.id = i.message_id
    where r.matter_id = ${matterId}::uuid and i.kind = 'auto-reply' and i.received_at > ${since}::timestamptz`.execute(db);
  return (found.rows[0] as { count: number }).count;
}
