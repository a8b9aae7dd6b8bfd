import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import { type KeptMailbox, mailboxById, withCiphers } from '../mailboxes/queries.ts';

/** The mailbox the matter's mail came to, else its unit's, else its organisation's; one of another organisation never. */
export async function mailboxToSendFrom(
  db: Db,
  matter: { matterId: string; unitId: string; ownerOrg: string },
): Promise<KeptMailbox | undefined> {
  const found = await sql<{ id: string }>`
    select b.id from mailbox b where b.active and b.organisation_id = ${matter.ownerOrg}::uuid
    order by (b.id = (select i.mailbox_id from mail_in i join message r on r.id = i.message_id
        where r.matter_id = ${matter.matterId}::uuid and r.direction = 'in' order by r.created_at desc limit 1)) desc nulls last,
      (b.unit_id = ${matter.unitId}::uuid) desc, b.address limit 1`.execute(db);
  return found.rows[0] && mailboxById(db, found.rows[0].id);
}

/** Message-IDs of the matter's mails that the customer has, oldest first: what they wrote by mail and what has left. */
export async function threadOf(db: Db, matterId: string, butMessageId: string | null): Promise<{ id: string; direction: 'in' | 'out' }[]> {
  const found = await sql<{ id: string; direction: 'in' | 'out' }>`
    select t.rfc_message_id as id, t.direction from mail_thread t left join message r on r.id = t.message_id
    where coalesce(r.matter_id, t.matter_id) = ${matterId}::uuid and t.message_id is distinct from ${butMessageId}::uuid
    order by t.created_at desc limit 20`.execute(db);
  return found.rows.reverse();
}

/** The Message-ID of a message: written before its first attempt, the same at every later one. */
export async function keepMessageId(
  trx: Trx,
  out: { rfcMessageId: string; messageId: string; matterId: string; at: Temporal.Instant },
): Promise<string> {
  const kept = await sql<{ id: string }>`
    insert into mail_thread (rfc_message_id, message_id, matter_id, direction, created_at)
    values (${out.rfcMessageId}, ${out.messageId}::uuid, ${out.matterId}::uuid, 'out', ${out.at}::timestamptz)
    on conflict (message_id) where direction = 'out' do update set message_id = excluded.message_id returning rfc_message_id as id`.execute(
    trx,
  );
  return (kept.rows[0] as { id: string }).id;
}

/**
 * Where neutral notices leave from: the region's common mailbox, since an authority's own address would name it (M13); where there is none,
 * the keeper's.
 */
export async function mailboxForNotices(db: Db, matter: { unitId: string; ownerOrg: string }): Promise<KeptMailbox | undefined> {
  const found = await sql<{ id: string }>`
    select b.id from mailbox b join organisation o on o.id = b.organisation_id where b.active and (o.keeps_region or o.id = ${matter.ownerOrg}::uuid)
    order by o.keeps_region desc, (o.id = ${matter.ownerOrg}::uuid) desc, (b.unit_id = ${matter.unitId}::uuid) desc, b.address limit 1`.execute(
    db,
  );
  return found.rows[0] && mailboxById(db, found.rows[0].id);
}

/** A notice belongs to no message: its Message-ID is kept so that an answer or a report to it is known. */
export async function keepNoticeId(trx: Trx, rfcMessageId: string, matterId: string, at: Temporal.Instant): Promise<void> {
  await sql`insert into mail_thread (rfc_message_id, matter_id, direction, created_at) values (${rfcMessageId}, ${matterId}::uuid, 'out', ${at}::timestamptz)
    on conflict do nothing`.execute(trx);
}

/** Where letters of no matter leave from; where the region has no mailbox of its own, any. */
export async function mailboxOfRegion(db: Db): Promise<NotedMailbox | undefined> {
  const found = await sql<NotedMailbox>`select ${withCiphers}, b.checked_at as "checkedAt", b.sending_trouble as "sendingTrouble"
    from mailbox b join organisation o on o.id = b.organisation_id where b.active
    order by o.keeps_region desc, b.address limit 1`.execute(db);
  return found.rows[0];
}

/** With what is noted of its sending. */
export type NotedMailbox = KeptMailbox & { checkedAt: Temporal.Instant | null; sendingTrouble: string | null };
