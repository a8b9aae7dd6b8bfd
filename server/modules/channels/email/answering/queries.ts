import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';

/** Tells apart an hour in which a sender has had their automatic answer; after it the row is theirs again. */
const APART = '1 hour';
const MOST_ATTEMPTS = 6;

/** Queues the one automatic answer a sender gets in an hour; nothing when they had it. Two mails at the same moment: one claims it. */
export async function claimAutoAnswer(
  trx: Trx,
  answer: { senderHash: string; mailboxId: string; matterId: string; inReplyTo: string | null; at: Temporal.Instant },
): Promise<void> {
  await sql`insert into mail_auto_answer as a (sender_hash, mailbox_id, matter_id, answered_at, in_reply_to, due_at)
    values (${answer.senderHash}, ${answer.mailboxId}::uuid, ${answer.matterId}::uuid, ${answer.at}::timestamptz, ${answer.inReplyTo}, ${answer.at}::timestamptz)
    on conflict (sender_hash) do update set mailbox_id = excluded.mailbox_id, matter_id = excluded.matter_id, answered_at = excluded.answered_at,
      in_reply_to = excluded.in_reply_to, due_at = excluded.due_at, sent_at = null, attempts = 0
    where a.answered_at <= ${answer.at}::timestamptz - ${APART}::interval`.execute(trx);
}

export type DueAnswer = {
  senderHash: string;
  mailboxId: string;
  matterId: string;
  number: string;
  language: string;
  dueAt: Temporal.Instant | null;
  zone: string;
  recipient: string | null;
  inReplyTo: string | null;
  answeredAt: Temporal.Instant;
};

/** Claims what is due; an attempt that dies with its process is due again after some minutes. The address is the customer's of now. */
export async function claimDueAnswers(trx: Trx, now: Temporal.Instant, limit: number): Promise<DueAnswer[]> {
  const due = await sql<DueAnswer>`
    with due as (select sender_hash from mail_auto_answer where sent_at is null and due_at <= ${now}::timestamptz and attempts < ${MOST_ATTEMPTS}
      order by due_at limit ${limit} for update skip locked)
    update mail_auto_answer a set attempts = a.attempts + 1, due_at = ${now}::timestamptz + make_interval(mins => (2 ^ least(a.attempts + 1, 6))::int)
    from due, matter m, customer c, unit u where a.sender_hash = due.sender_hash and m.id = a.matter_id and c.id = m.customer_id and u.id = m.unit_id
    returning a.sender_hash as "senderHash", a.mailbox_id as "mailboxId", a.matter_id as "matterId", m.number, m.language, m.due_at as "dueAt",
      u.opening ->> 'zone' as zone, c.email as recipient, a.in_reply_to as "inReplyTo", a.answered_at as "answeredAt"`.execute(trx);
  return due.rows;
}

export async function markAnswered(db: Db, { senderHash, answeredAt }: DueAnswer, now: Temporal.Instant): Promise<void> {
  await sql`update mail_auto_answer set sent_at = ${now}::timestamptz
    where sender_hash = ${senderHash} and answered_at = ${answeredAt}::timestamptz`.execute(db);
}

/** The Message-ID of an automatic answer, so that it is known when it comes back and when it is answered. */
export async function keepAnswersId(db: Db, rfcMessageId: string, matterId: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into mail_thread (rfc_message_id, matter_id, direction, created_at) values (${rfcMessageId}, ${matterId}::uuid, 'out', ${now}::timestamptz)
    on conflict do nothing`.execute(db);
}

/** Nothing is asked of a row older than an hour. */
export async function forgetOldAnswers(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from mail_auto_answer where answered_at < ${before}::timestamptz`.execute(db);
}
