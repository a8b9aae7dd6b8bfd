import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import { insertEntry } from '../../../audit/service.ts';
import { sightOf } from '../../policy.ts';
import { entryBy } from '../../trace.ts';
import type { Call } from '../../types.ts';
import { openDocument } from '../policy.ts';

/** Lock the document first. */
export async function nextPosition(trx: Trx, documentId: string): Promise<{ position: number; count: number }> {
  const found = await sql<{
    position: number;
    count: number;
  }>`select coalesce(max(position), 0)::int + 1 as position, count(*)::int as count from document_file where document_id = ${documentId}::uuid`.execute(
    trx,
  );
  return found.rows[0] as { position: number; count: number };
}

export async function insertFile(
  trx: Trx,
  file: { documentId: string; fileId: string; name: string; position: number; at: Temporal.Instant; by: string },
): Promise<void> {
  await sql`insert into document_file (document_id, file_id, name, position, added_at, added_by)
    values (${file.documentId}::uuid, ${file.fileId}::uuid, ${file.name}, ${file.position}, ${file.at}::timestamptz, ${file.by}::uuid)`.execute(
    trx,
  );
}

export async function deleteFile(trx: Trx, documentId: string, fileId: string): Promise<boolean> {
  const gone =
    await sql`delete from document_file where document_id = ${documentId}::uuid and file_id = ${fileId}::uuid returning file_id`.execute(
      trx,
    );
  return gone.rows.length > 0;
}

export type StoredFile = { name: string; stored_as: string; size: number; type: string };

/** One picture through its paper's visibility; the look is audited by the same statement. */
export async function readDocumentFile(db: Db, call: Call, documentId: string, fileId: string): Promise<StoredFile | undefined> {
  const found = await sql<StoredFile>`
    with seen as materialized (select f.name, file.stored_as, file.size, file.type, f.file_id, d.id as document_id, d.matter_id, d.owner_org, m.customer_id
      from document d join matter m on m.id = d.matter_id join document_file f on f.document_id = d.id join file on file.id = f.file_id
      where d.id = ${documentId}::uuid and f.file_id = ${fileId}::uuid and ${openDocument(sightOf(call.actor))}),
    audited as (${insertEntry({ ...entryBy(call), action: 'file.read', purpose: 'advice', ...looked }, sql`from seen`)})
    select name, stored_as, size, type from seen`.execute(db);
  return found.rows[0];
}

const looked = {
  matterId: sql`matter_id`,
  customerId: sql`customer_id`,
  ownerOrg: sql`owner_org`,
  subjects: sql`array[document_id, file_id]`,
};
