import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import { insertEntry } from '../../../audit/service.ts';
import { sightOf } from '../../policy.ts';
import { entryBy } from '../../trace.ts';
import type { Call, LockedMatter } from '../../types.ts';
import { visibleMessage } from '../queries.ts';

export async function insertUpload(trx: Trx, fileId: string, personId: string, name: string): Promise<void> {
  await sql`insert into upload (file_id, person_id, name) values (${fileId}::uuid, ${personId}::uuid, ${name})`.execute(trx);
}

export type Attachable = { fileId: string; name: string; waiting: boolean };

/**
 * Of the files named, those the person has added and not sent, and those the matter already has in rows its keeper owns, or with an
 * answer to its keeper that may be told to the customer.
 */
export async function attachable(trx: Trx, matter: LockedMatter, personId: string, fileIds: string[]): Promise<Attachable[]> {
  const found = await sql<Attachable>`
    select u.file_id as "fileId", u.name, true as waiting from upload u join file f on f.id = u.file_id
      where u.file_id = any(${fileIds}::uuid[]) and u.person_id = ${personId}::uuid and not f.claimed
    union all
    (select distinct on (g.file_id) g.file_id, g.name, false from message_file g join message r on r.id = g.message_id
      where g.file_id = any(${fileIds}::uuid[]) and r.matter_id = ${matter.id}::uuid and r.owner_org = ${matter.owner_org}::uuid and r.state <> 'undone')
    union
    select g.file_id, g.name, false from support_request_file g join support_request q on q.id = g.request_id
      where g.file_id = any(${fileIds}::uuid[]) and q.matter_id = ${matter.id}::uuid and q.owner_org = ${matter.owner_org}::uuid
        and q.parent_id is null and q.state = 'answered' and q.answer_use = 'tell'`.execute(trx);
  return found.rows;
}

export async function insertMessageFiles(
  trx: Trx,
  messageId: string,
  files: { fileId: string; name: string; contentId?: string | null }[],
): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ fileId, name, contentId }, position) => ({ file_id: fileId, name, position, content_id: contentId ?? null }));
  await sql`insert into message_file (message_id, file_id, name, position, content_id)
    select ${messageId}::uuid, x.file_id, x.name, x.position, x.content_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(file_id uuid, name text, position smallint, content_id text)`.execute(trx);
}

/** Takes the files off a message that was taken back. @returns those that nothing refers to any more */
export async function detachFiles(trx: Trx, messageId: string): Promise<string[]> {
  const gone = await sql<{
    file_id: string;
  }>`delete from message_file g where g.message_id = ${messageId}::uuid returning g.file_id`.execute(trx);
  const ids = gone.rows.map((row) => row.file_id);
  const kept = await sql<{ file_id: string }>`select file_id from message_file where file_id = any(${ids}::uuid[])
    union select file_id from support_request_file where file_id = any(${ids}::uuid[])`.execute(trx);
  return ids.filter((id) => !kept.rows.some((row) => row.file_id === id));
}

export type StoredAttachment = { id: string; name: string; stored_as: string; size: number; type: string; content_id: string | null };

export async function filesOfMessage(db: Db, messageId: string): Promise<StoredAttachment[]> {
  const found =
    await sql<StoredAttachment>`select f.id, g.name, f.stored_as, f.size, f.type, g.content_id from message_file g join file f on f.id = g.file_id
    where g.message_id = ${messageId}::uuid order by g.position`.execute(db);
  return found.rows;
}

/** One file through its message's visibility; the look is audited by the same statement. */
export async function readMessageFile(db: Db, call: Call, messageId: string, fileId: string): Promise<StoredAttachment | undefined> {
  const found = await sql<StoredAttachment>`
    with seen as materialized (select f.id, g.name, f.stored_as, f.size, f.type, g.content_id, m.id as matter_id, m.customer_id, r.owner_org, r.id as message_id
      from message r join matter m on m.id = r.matter_id join message_file g on g.message_id = r.id join file f on f.id = g.file_id
      where r.id = ${messageId}::uuid and f.id = ${fileId}::uuid and r.state <> 'undone' and ${visibleMessage(sightOf(call.actor))}),
    audited as (${auditOfLook(call, 'file.read')})
    select id, name, stored_as, size, type, content_id from seen`.execute(db);
  return found.rows[0];
}

export async function readHtml(db: Db, call: Call, messageId: string): Promise<string | undefined> {
  const found = await sql<{ body_html: string }>`
    with seen as materialized (select r.body_html, m.id as matter_id, m.customer_id, r.owner_org, r.id as message_id, r.id
      from message r join matter m on m.id = r.matter_id
      where r.id = ${messageId}::uuid and r.body_html is not null and r.state <> 'undone' and ${visibleMessage(sightOf(call.actor))}),
    audited as (${auditOfLook(call, 'message.read')})
    select body_html from seen`.execute(db);
  return found.rows[0]?.body_html;
}

function auditOfLook(call: Call, action: string) {
  const message = {
    matterId: sql`matter_id`,
    customerId: sql`customer_id`,
    ownerOrg: sql`owner_org`,
    subjects: sql`array[message_id, id]`,
  };
  return insertEntry({ ...entryBy(call), action, purpose: 'advice', ...message }, sql`from seen`);
}
