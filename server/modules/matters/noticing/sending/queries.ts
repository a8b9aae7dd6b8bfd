import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { NoticeChannel, NoticeKind, SentChannel } from '../types.ts';

/** How long a sender may be without a result before it counts as dead with its process. */
const LOST_AFTER = '5 minutes';

export type Claimed = { id: string; channel: SentChannel; attempts: number };

/** Takes what is due, or was left in `sending` by a process that died. SKIP LOCKED shares the work among nodes. */
export async function claimDue(trx: Trx, channels: readonly string[], now: Temporal.Instant, limit: number): Promise<Claimed[]> {
  const claimed = await sql<Claimed>`
    with due as (
      select id from notice where channel = any(${[...channels]}::text[])
        and ((state in ('waiting', 'failed') and not_before <= ${now}::timestamptz)
          or (state = 'sending' and sending_since < ${now}::timestamptz - ${LOST_AFTER}::interval))
      order by not_before limit ${limit} for update skip locked)
    update notice n set state = 'sending', sending_since = ${now}::timestamptz, attempts = n.attempts + 1 from due where n.id = due.id
    returning n.id, n.channel, n.attempts`.execute(trx);
  return claimed.rows;
}

export type ToSend = {
  matterId: string;
  matterNumber: string;
  customerId: string;
  ownerOrg: string;
  unitId: string;
  language: string;
  tried: string[];
  /** Null under turvakielto: contact data is used for nothing. */
  email: string | null;
  phone: string | null;
  postal: { name: string; street: string; postalCode: string; city: string } | null;
  /** Somebody holds a live link to the matter's page. */
  linked: boolean;
  things: { kind: NoticeKind; deadlineAt: Temporal.Instant | null }[];
};

type Row = Omit<ToSend, 'things'> & { things: { kind: NoticeKind; deadlineAt: string | null }[] };

/** The matter that a merge has made of it, and the customer as they are now. */
export async function readToSend(db: Db, noticeId: string): Promise<ToSend> {
  const found = await sql<Row>`
    with recursive chain as (
      select m.id, m.merged_into, 1 as hop from notice n join matter m on m.id = n.matter_id where n.id = ${noticeId}::uuid
      union all select m.id, m.merged_into, hop + 1 from chain join matter m on m.id = chain.merged_into where hop < 10)
    select m.id as "matterId", m.number as "matterNumber", c.id as "customerId", m.owner_org as "ownerOrg", m.unit_id as "unitId", n.language, n.tried,
      case when not c.restricted then nullif(c.email, '') end as email, case when not c.restricted then nullif(c.phone, '') end as phone,
      case when not c.restricted and c.street <> '' and c.postal_code <> '' then jsonb_build_object('name', trim(c.given_name || ' ' || c.family_name),
        'street', c.street, 'postalCode', c.postal_code, 'city', coalesce(c.city, '')) end as postal,
      exists (select 1 from secret_link l where l.matter_id = m.id and l.revoked_at is null and l.expires_at > now()) as linked,
      (select jsonb_agg(jsonb_build_object('kind', t.kind, 'deadlineAt', iso(t.deadline_at)) order by t.happened_at, t.thing)
        from notice_thing t where t.notice_id = n.id) as things
    from notice n cross join (select id from chain where merged_into is null) last join matter m on m.id = last.id join customer c on c.id = m.customer_id
    where n.id = ${noticeId}::uuid`.execute(db);
  const row = found.rows[0] as Row;
  const things = row.things.map(({ kind, deadlineAt }) => ({ kind, deadlineAt: deadlineAt ? Temporal.Instant.from(deadlineAt) : null }));
  return { ...row, things };
}

/** Before its hour after all (a wish, or a process that was away): nothing was tried. */
export async function postpone(trx: Trx, { id, attempts }: Claimed, until: Temporal.Instant): Promise<void> {
  await sql`update notice set state = 'waiting', not_before = ${until}::timestamptz, sending_since = null, attempts = attempts - 1
    where id = ${id}::uuid and state = 'sending' and attempts = ${attempts}`.execute(trx);
}

export type End = {
  state: 'sent' | 'failed' | 'given-up';
  at: Temporal.Instant;
  note: string;
  externalId: string | null;
  again: Temporal.Instant | null;
};

/** Only the attempt that was claimed: a result that comes after it was taken for lost changes nothing. @returns whether it was */
export async function conclude(trx: Trx, { id, attempts, channel }: Claimed, end: End): Promise<boolean> {
  const ended = end.state === 'failed' ? null : end.at;
  const done =
    await sql`update notice set state = ${end.state}, sending_since = null, delivery_note = ${end.note}, external_id = ${end.externalId},
      not_before = coalesce(${end.again}::timestamptz, not_before), ended_at = ${ended}::timestamptz
    where id = ${id}::uuid and state = 'sending' and attempts = ${attempts} and channel = ${channel} returning id`.execute(trx);
  return done.rows.length > 0;
}

/** The channel has refused it for good: on to the next one, from the beginning. @returns whether the attempt was the claimed one */
export async function sendOtherwise(
  trx: Trx,
  { id, attempts, channel }: Claimed,
  next: { channel: NoticeChannel; notBefore: Temporal.Instant; note: string },
): Promise<boolean> {
  const done =
    await sql`update notice set state = 'waiting', channel = ${next.channel}, tried = tried || ${channel}::text, attempts = 0, sending_since = null,
      not_before = ${next.notBefore}::timestamptz, delivery_note = ${next.note}
    where id = ${id}::uuid and state = 'sending' and attempts = ${attempts} and channel = ${channel} returning id`.execute(trx);
  return done.rows.length > 0;
}
