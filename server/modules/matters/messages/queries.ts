import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Sight } from '../policy.ts';
import { visibleMatter, visibleRow } from '../policy.ts';
import { standingSlip } from '../slips/queries.ts';
import type { LockedMatter } from '../types.ts';
import type { Reach } from './rules.ts';
import type { MessageInput, MessageState } from './schema.ts';

export type LockedMessage = {
  id: string;
  need_id: string | null;
  owner_org: string;
  contact_id: string | null;
  request_id: string | null;
  kind: 'message' | 'note' | 'instruction';
  channel: MessageInput['channel'];
  sensitivity: 'normal' | 'secret';
  state: MessageState;
  created_at: Temporal.Instant;
};

/** Predicate over `message r` joined to `matter m`: a note is the keeper's own, whatever is shared. */
export function visibleMessage(sight: Sight) {
  return sql<boolean>`(${visibleMatter(sight)} and ${visibleRow(sight)} and (r.kind <> 'note' or r.owner_org = any(${sight.own}::uuid[])))`;
}

export async function matterOfMessage(db: Db, sight: Sight, messageId: string): Promise<string | undefined> {
  const found = await sql<{ matter_id: string }>`select r.matter_id from message r join matter m on m.id = r.matter_id
    where r.id = ${messageId}::uuid and ${visibleMessage(sight)}`.execute(db);
  return found.rows[0]?.matter_id;
}

/** Take the matter's lock first. A message of an earlier keeper is not the present one's to change. */
export async function lockMessage(trx: Trx, matter: LockedMatter, messageId: string): Promise<LockedMessage | undefined> {
  const found = await sql<LockedMessage>`
    select id, need_id, owner_org, contact_id, request_id, kind, channel, sensitivity, state, created_at from message
    where id = ${messageId}::uuid and matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid for update`.execute(trx);
  return found.rows[0];
}

/** @param signIn whether customers may sign in here */
export async function reachOf(db: Db, matter: Pick<LockedMatter, 'id' | 'customer_id'>, signIn = false): Promise<Reach> {
  const found = await sql<Reach>`
    select c.email, c.restricted,
      case when c.street <> '' and c.postal_code <> '' then c.street || ', ' || c.postal_code || coalesce(' ' || c.city, '') end as address,
      exists (select 1 from secret_link l where l.matter_id = ${matter.id}::uuid and l.revoked_at is null and l.expires_at > now())
        or exists (select 1 from slip s where s.matter_id = ${matter.id}::uuid and ${standingSlip()}) as linked,
      ${signIn} and exists (select 1 from customer_identity i where i.customer_id = c.id) as "signsIn"
    from customer c where c.id = ${matter.customer_id}::uuid`.execute(db);
  return found.rows[0] as Reach;
}

/** Where a customer is told to come: the matter's point, else its unit's. Empty when there is none. */
export async function placeOf(db: Db, matterId: string, language: 'fi' | 'sv' | 'en'): Promise<string> {
  const found = await sql<{ place: string }>`
    select concat_ws(', ', p.name ->> ${language}::text, nullif(p.street, ''), nullif(p.city, '')) as place
    from matter m join unit u on u.id = m.unit_id join service_point p on p.id = coalesce(m.point_id, u.point_id) where m.id = ${matterId}::uuid`.execute(
    db,
  );
  return found.rows[0]?.place ?? '';
}

export type NewMessage = {
  contactId: string | null;
  needId: string | null;
  requestId?: string | null;
  kind: 'message' | 'note' | 'instruction';
  direction: 'in' | 'out' | 'internal';
  channel: string;
  language: string;
  sensitivity: 'normal' | 'secret';
  subject: string;
  body: string;
  bodyHtml?: string | null;
  quoted?: string | null;
  recipient: string | null;
  authorId: string | null;
  state: MessageState;
  sendAt: Temporal.Instant | null;
  sentAt: Temporal.Instant | null;
  readAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  /** The signed-in customer who wrote it, and for whom when not for themselves. */
  by?: { customerId: string; onBehalfOf: string | null };
};

export async function insertMessage(trx: Trx, matter: Pick<LockedMatter, 'id' | 'owner_org'>, message: NewMessage): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into message (matter_id, owner_org, contact_id, need_id, request_id, kind, direction, channel, language, sensitivity, subject, body, body_html, quoted,
      recipient, author_id, state, send_at, sent_at, read_at, created_at, by_customer_id, on_behalf_of)
    values (${matter.id}::uuid, ${matter.owner_org}::uuid, ${message.contactId}::uuid, ${message.needId}::uuid, ${message.requestId ?? null}::uuid,
      ${message.kind}, ${message.direction}, ${message.channel}, ${message.language}, ${message.sensitivity}, ${message.subject}, ${message.body},
      ${message.bodyHtml ?? null}, ${message.quoted ?? null}, ${message.recipient}, ${message.authorId}::uuid, ${message.state},
      ${message.sendAt}::timestamptz, ${message.sentAt}::timestamptz, ${message.readAt}::timestamptz, ${message.createdAt}::timestamptz,
      ${message.by?.customerId ?? null}::uuid, ${message.by?.onBehalfOf ?? null}::uuid)
    returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export async function lockRequest(trx: Trx, matter: LockedMatter, requestId: string): Promise<{ answered: boolean } | undefined> {
  const found = await sql<{ answered: boolean }>`select answered_at is not null as answered from support_request
    where id = ${requestId}::uuid and matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid for update`.execute(trx);
  return found.rows[0];
}

/** The answer of a support request is being told to the customer. */
export async function markTold(trx: Trx, requestId: string, at: Temporal.Instant): Promise<void> {
  await sql`update support_request set told_at = ${at}::timestamptz, version = version + 1 where id = ${requestId}::uuid`.execute(trx);
}

/** The message that told it was taken back or did not arrive: unless another one has told it since. */
export async function unmarkTold(trx: Trx, messageId: string): Promise<void> {
  await sql`update support_request q set told_at = null, version = version + 1 from message r
    where r.id = ${messageId}::uuid and q.id = r.request_id and not exists (select 1 from message o
      where o.request_id = q.id and o.id <> r.id
        and (o.state = 'told' or (o.sensitivity = 'normal' and o.state in ('scheduled', 'sending', 'sent', 'failed'))))`.execute(trx);
}

/** The same condition as the sender's claim: of an undo and a sending at the same moment one wins. */
export async function undoScheduled(trx: Trx, messageId: string): Promise<boolean> {
  const done =
    await sql`update message set state = 'undone', contact_id = null where id = ${messageId}::uuid and state = 'scheduled' returning id`.execute(
      trx,
    );
  return done.rows.length > 0;
}

export async function scheduleNow(trx: Trx, messageId: string, at: Temporal.Instant): Promise<boolean> {
  const done =
    await sql`update message set send_at = ${at}::timestamptz where id = ${messageId}::uuid and state = 'scheduled' returning id`.execute(
      trx,
    );
  return done.rows.length > 0;
}

/** To the customer's address of today, which may have been put right since. */
export async function scheduleAgain(trx: Trx, messageId: string, recipient: string, at: Temporal.Instant): Promise<void> {
  await sql`update message set state = 'scheduled', send_at = ${at}::timestamptz, attempts = 0, sending_since = null, delivery_note = null,
    recipient = ${recipient} where id = ${messageId}::uuid`.execute(trx);
}

export async function writeTold(trx: Trx, messageId: string, at: Temporal.Instant): Promise<void> {
  await sql`update message set state = 'told', read_at = ${at}::timestamptz, send_at = null where id = ${messageId}::uuid`.execute(trx);
}
