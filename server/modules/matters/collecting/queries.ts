import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { stepsNaming } from '../following/steps.ts';
import type { Call } from '../types.ts';
import type { Collecting, CollectingIdentification } from './schema.ts';

export type OpenCollecting = {
  id: string;
  matterId: string;
  customerId: string;
  ownerOrg: string;
  contactId: string;
  organisationId: string;
  pointId: string | null;
  identification: CollectingIdentification;
  startedAt: Temporal.Instant;
  /** Whether the customer has given a name in the matter. */
  named: boolean;
};

/** `c`: the caller's own occasion while it lasts and its slip stands. `m`: its matter; one merged since has ended it. */
export const openOf = (
  call: Call,
  id: string,
  now: Temporal.Instant,
) => sql`collecting c join slip s on s.id = c.slip_id and s.ended_at is null
    join matter m on m.id = c.matter_id and m.state <> 'merged' join customer u on u.id = m.customer_id
  where c.id = ${id}::uuid and c.person_id = ${call.actor.personId}::uuid and c.ended_at is null and c.expires_at > ${now}::timestamptz`;

const columns = sql`c.id, m.id as "matterId", m.customer_id as "customerId", m.owner_org as "ownerOrg", c.contact_id as "contactId",
  c.organisation_id as "organisationId", c.point_id as "pointId", c.identification, c.started_at as "startedAt", ${statedName()} is not null as named`;

export async function findOpen(db: Db, call: Call, id: string, now: Temporal.Instant): Promise<OpenCollecting | undefined> {
  const found = await sql<OpenCollecting>`select ${columns} from ${openOf(call, id, now)}`.execute(db);
  return found.rows[0];
}

/** Also one that has ended. */
export async function isOwn(db: Db, call: Call, id: string): Promise<boolean> {
  const found = await sql`select 1 from collecting where id = ${id}::uuid and person_id = ${call.actor.personId}::uuid`.execute(db);
  return found.rows.length > 0;
}

export type NewCollecting = {
  slipId: string;
  matterId: string;
  contactId: string;
  personId: string;
  organisationId: string;
  pointId: string | null;
  startedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
};

export async function insertCollecting(trx: Trx, row: NewCollecting): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into collecting (slip_id, matter_id, contact_id, person_id, organisation_id, point_id, started_at, expires_at) values (${row.slipId}::uuid,
      ${row.matterId}::uuid, ${row.contactId}::uuid, ${row.personId}::uuid, ${row.organisationId}::uuid, ${row.pointId}::uuid,
      ${row.startedAt}::timestamptz, ${row.expiresAt}::timestamptz) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export async function isStanding(trx: Trx, slipId: string, now: Temporal.Instant): Promise<boolean> {
  const found =
    await sql`select 1 from slip where id = ${slipId}::uuid and ended_at is null and expires_at > ${now}::timestamptz for share`.execute(
      trx,
    );
  return found.rows.length > 0;
}

/** The path as it may be told here and now: secret steps only to who has been identified. Needs the aliases c and m. */
export const stepsToTell = stepsNaming(sql`m.names_agreed`, sql`c.identification <> 'none'`);

/** The occasion needs no wrap-up of its own: those who served know nothing else of the matter. */
export async function settleContact(trx: Trx, contactId: string, now: Temporal.Instant): Promise<void> {
  await sql`update contact set ended_at = ${now}::timestamptz, wrapped_at = coalesce(wrapped_at, ${now}::timestamptz), version = version + 1
    where id = ${contactId}::uuid`.execute(trx);
}

export async function writeIdentification(trx: Trx, { id, contactId }: OpenCollecting, level: CollectingIdentification): Promise<void> {
  await sql`update collecting set identification = ${level} where id = ${id}::uuid`.execute(trx);
  await sql`update contact set identification = ${level}, version = version + 1 where id = ${contactId}::uuid`.execute(trx);
}

export async function endOpen(trx: Trx, id: string, now: Temporal.Instant): Promise<void> {
  await sql`update collecting set ended_at = ${now}::timestamptz where id = ${id}::uuid`.execute(trx);
}

/**
 * What waits: not yet told or read, whatever channel it was meant for, and what has been told on this occasion. Instructions may be asked
 * for again. Needs the aliases c, m and g.
 */
const waits = sql`g.matter_id = m.id and g.owner_org = m.owner_org and g.direction = 'out' and g.kind in ('message', 'instruction') and g.author_id is not null
  and (g.state in ('waiting', 'failed', 'bounced', 'given-up')
    or (g.state = 'sent' and g.channel = 'link' and (g.read_at is null or g.read_at >= c.started_at))
    or (g.state = 'told' and g.read_at >= c.started_at)
    or (g.kind = 'instruction' and g.state in ('sent', 'told')))`;

/** Something of it is told only to who has been identified. Needs the aliases c and m. */
const asksForProof = sql`(exists (select 1 from message g where ${waits} and g.sensitivity = 'secret')
  or exists (select 1 from document d where d.matter_id = m.id)
  or exists (select 1 from step s where s.matter_id = m.id and s.owner_org = m.owner_org and s.secret and s.state <> 'dropped'))`;

const mayTell = sql`(g.sensitivity = 'normal' or c.identification <> 'none')`;

function statedName() {
  return sql`case when u.known then nullif(trim(u.given_name || ' ' || u.family_name), '') end`;
}

export async function readCollecting(
  trx: Trx,
  call: Call,
  id: string,
  now: Temporal.Instant,
): Promise<Omit<Collecting, 'documents' | 'news'> | undefined> {
  const found = await sql<{
    page: Omit<Collecting, 'documents' | 'news'>;
  }>`select jsonb_build_object('id', c.id, 'number', m.number, 'language', m.language,
      'endsAt', iso(c.expires_at), 'identification', c.identification,
      'statedName', case when ${asksForProof} then ${statedName()} end, 'state', m.state,
      'turn', case when m.state = 'closed' then 'done' when m.awaits = 'customer' then 'you' else 'us' end,
      'dueAt', case when m.awaits = 'us' then iso(m.due_at) end, 'steps', coalesce((${stepsToTell}), '[]'),
      'documentCount', (select count(*) from document d where d.matter_id = m.id),
      'messages', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'at', iso(coalesce(g.sent_at, g.created_at)), 'language', g.language,
          'sensitivity', g.sensitivity, 'body', case when ${mayTell} then g.body end, 'told', g.read_at is not null, 'files',
          case when ${mayTell} then coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type)
            order by f.position) from message_file f join file on file.id = f.file_id where f.message_id = g.id), '[]') else '[]' end) order by g.created_at)
        from message g where ${waits}), '[]')) as page
    from ${openOf(call, id, now)}`.execute(trx);
  return found.rows[0]?.page;
}

export type WaitingMessage = {
  id: string;
  needId: string | null;
  requestId: string | null;
  kind: 'message' | 'instruction';
  channel: string;
  language: string;
  sensitivity: 'normal' | 'secret';
  state: string;
  subject: string;
  body: string;
  mayBeTold: boolean;
  number: string;
  sentAt: string;
  createdAt: Temporal.Instant;
  readAt: Temporal.Instant | null;
};

/** One of those that wait here; undefined for any other of the matter. */
export async function findWaiting(
  db: Db,
  call: Call,
  at: { id: string; messageId: string },
  now: Temporal.Instant,
): Promise<WaitingMessage | undefined> {
  const found = await sql<WaitingMessage>`
    select g.id, g.need_id as "needId", g.request_id as "requestId", g.kind, g.channel, g.language, g.sensitivity, g.state, g.subject, g.body,
      ${mayTell} as "mayBeTold", open.number, iso(coalesce(g.sent_at, g.created_at)) as "sentAt", g.created_at as "createdAt", g.read_at as "readAt"
    from (select c.id, c.started_at, c.identification, m.id as matter_id, m.owner_org, m.number from ${openOf(call, at.id, now)}) open
      cross join lateral (select open.started_at, open.identification) c cross join lateral (select open.matter_id as id, open.owner_org) m
      join message g on ${waits}
    where g.id = ${at.messageId}::uuid`.execute(db);
  return found.rows[0];
}

export async function markBehindLinkRead(trx: Trx, messageId: string, now: Temporal.Instant): Promise<void> {
  await sql`update message set read_at = coalesce(read_at, ${now}::timestamptz) where id = ${messageId}::uuid`.execute(trx);
}

export type WaitingFile = { name: string; stored_as: string; size: number; type: string };

export async function fileOf(db: Db, messageId: string, fileId: string): Promise<WaitingFile | undefined> {
  const found =
    await sql<WaitingFile>`select f.name, file.stored_as, file.size, file.type from message_file f join file on file.id = f.file_id
    where f.message_id = ${messageId}::uuid and f.file_id = ${fileId}::uuid`.execute(db);
  return found.rows[0];
}

/** Whether the keeper's timeline tells already that this occasion gave something out. */
export async function isNoted(trx: Trx, { matterId, id }: OpenCollecting): Promise<boolean> {
  const found =
    await sql`select 1 from happening where matter_id = ${matterId}::uuid and kind = 'collected' and data ->> 'collectingId' = ${id} limit 1`.execute(
      trx,
    );
  return found.rows.length > 0;
}
