import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { LockedMatter } from '../../types.ts';

/** How long a sender may be without a result before it counts as dead with its process. */
const LOST_AFTER = '5 minutes';

export type Claimed = { id: string; attempts: number };

/**
 * Takes what is due for sending: scheduled, failed and due again, or left in `sending` by a process that died. SKIP LOCKED shares the
 * work among nodes; the condition on the state is the one an undo uses, so of the two one wins.
 */
export async function claimDue(trx: Trx, channels: string[], now: Temporal.Instant, limit: number): Promise<Claimed[]> {
  const claimed = await sql<Claimed>`
    with due as (
      select id from message
      where ((state in ('scheduled', 'failed') and send_at <= ${now}::timestamptz)
          or (state = 'sending' and sending_since < ${now}::timestamptz - ${LOST_AFTER}::interval))
        and case channel when 'link' then 'email' else channel end = any(${channels}::text[])
      order by coalesce(send_at, sending_since) limit ${limit} for update skip locked)
    update message m set state = 'sending', sending_since = ${now}::timestamptz, attempts = m.attempts + 1 from due where m.id = due.id
    returning m.id, m.attempts`.execute(trx);
  return claimed.rows;
}

export type ToSend = {
  id: string;
  kind: 'message' | 'instruction';
  channel: string;
  language: string;
  sensitivity: 'normal' | 'secret';
  body: string;
  /** Nobody of the staff wrote it. */
  automatic: boolean;
  recipient: string;
  restricted: boolean;
  matter_id: string;
  number: string;
  owner_org: string;
  unit_id: string;
};

export async function readToSend(db: Db, messageId: string): Promise<ToSend> {
  const found = await sql<ToSend>`
    select r.id, r.kind, r.channel, r.language, r.sensitivity, r.body, r.author_id is null as automatic, r.recipient, c.restricted, r.matter_id, m.number, r.owner_org, m.unit_id
    from message r join matter m on m.id = r.matter_id join customer c on c.id = m.customer_id where r.id = ${messageId}::uuid`.execute(db);
  return found.rows[0] as ToSend;
}

export type SystemMatter = Pick<LockedMatter, 'id' | 'customer_id' | 'owner_org' | 'unit_id' | 'state' | 'awaits'>;

/** The matter a message belongs to now (a merge may have moved it), locked for the system itself: no person is looking. */
export async function lockMatterOf(trx: Trx, messageId: string): Promise<SystemMatter | undefined> {
  const found = await sql<SystemMatter>`select m.id, m.customer_id, m.owner_org, m.unit_id, m.state, m.awaits from matter m
    where m.id = (select r.matter_id from message r where r.id = ${messageId}::uuid) for update`.execute(trx);
  return found.rows[0];
}

export type Concluded = { needId: string | null; ownerOrg: string; createdAt: Temporal.Instant; automatic: boolean };
const concluded = sql`returning need_id as "needId", owner_org as "ownerOrg", created_at as "createdAt", author_id is null as automatic`;

/** Only the attempt that was claimed: a result that comes after the message was taken for lost changes nothing. */
export async function writeLeft(
  trx: Trx,
  { id, attempts }: Claimed,
  left: { state: 'sent' | 'waiting'; at: Temporal.Instant; note: string },
): Promise<Concluded | undefined> {
  const done =
    await sql<Concluded>`update message set state = ${left.state}, sent_at = ${left.at}::timestamptz, send_at = null, sending_since = null,
    delivery_note = ${left.note} where id = ${id}::uuid and state = 'sending' and attempts = ${attempts} ${concluded}`.execute(trx);
  return done.rows[0];
}

export async function writeFailed(
  trx: Trx,
  { id, attempts }: Claimed,
  failed: { state: 'failed' | 'given-up' | 'bounced'; again: Temporal.Instant | null; note: string },
): Promise<Concluded | undefined> {
  const done =
    await sql<Concluded>`update message set state = ${failed.state}, send_at = ${failed.again}::timestamptz, sending_since = null,
    delivery_note = ${failed.note} where id = ${id}::uuid and state = 'sending' and attempts = ${attempts} ${concluded}`.execute(trx);
  return done.rows[0];
}

/** A report may come before the sender's own result is written. */
export async function writeBounced(trx: Trx, messageId: string, note: string): Promise<Concluded | undefined> {
  const done = await sql<Concluded>`update message set state = 'bounced', send_at = null, sending_since = null, delivery_note = ${note}
    where id = ${messageId}::uuid and direction = 'out' and state in ('sending', 'sent', 'waiting', 'failed') ${concluded}`.execute(trx);
  return done.rows[0];
}
