import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import { insertEntry } from '../../../audit/service.ts';
import { sightOf, visibleRequest } from '../../policy.ts';
import { entryBy } from '../../trace.ts';
import type { Call } from '../../types.ts';

export type Answerable = { fileId: string; name: string; waiting: boolean };

/** Of the files named, those the person has added and not sent, and those that came up with an answer to what this request put further. */
export async function answerable(trx: Trx, call: Call, requestId: string, fileIds: string[]): Promise<Answerable[]> {
  const found = await sql<Answerable>`
    select u.file_id as "fileId", u.name, true as waiting from upload u join file f on f.id = u.file_id
      where u.file_id = any(${fileIds}::uuid[]) and u.person_id = ${call.actor.personId}::uuid and not f.claimed
    union all
    select distinct on (g.file_id) g.file_id, g.name, false from support_request_file g join support_request q on q.id = g.request_id
      where g.file_id = any(${fileIds}::uuid[]) and q.parent_id = ${requestId}::uuid and ${visibleRequest(sightOf(call.actor))}`.execute(
    trx,
  );
  return found.rows;
}

export async function insertAnswerFiles(trx: Trx, requestId: string, files: { fileId: string; name: string }[]): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ fileId, name }, position) => ({ file_id: fileId, name, position }));
  await sql`insert into support_request_file (request_id, file_id, name, position)
    select ${requestId}::uuid, x.file_id, x.name, x.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(file_id uuid, name text, position smallint)`.execute(trx);
}

export type AnswerFile = { id: string; name: string; stored_as: string; size: number; type: string };

/** One file through its request's visibility; the look is audited by the same statement. */
export async function readAnswerFile(db: Db, call: Call, requestId: string, fileId: string): Promise<AnswerFile | undefined> {
  const found = await sql<AnswerFile>`
    with seen as materialized (select f.id, g.name, f.stored_as, f.size, f.type, q.id as request_id, q.matter_id, q.owner_org, m.customer_id
      from support_request q join matter m on m.id = q.matter_id join support_request_file g on g.request_id = q.id join file f on f.id = g.file_id
      where q.id = ${requestId}::uuid and f.id = ${fileId}::uuid and ${visibleRequest(sightOf(call.actor))}),
    audited as (${auditOfLook(call)})
    select id, name, stored_as, size, type from seen`.execute(db);
  return found.rows[0];
}

function auditOfLook(call: Call) {
  const ids = { matterId: sql`matter_id`, customerId: sql`customer_id`, ownerOrg: sql`owner_org`, subjects: sql`array[request_id, id]` };
  return insertEntry({ ...entryBy(call), action: 'file.read', purpose: 'advice', ...ids }, sql`from seen`);
}
