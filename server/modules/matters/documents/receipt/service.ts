import { sql } from 'kysely';
import { Conflict, Forbidden, NotFound } from '../../../../platform/errors.ts';
import { insertEntry } from '../../../audit/service.ts';
import { mayKeep, sightOf } from '../../policy.ts';
import { entryBy } from '../../trace.ts';
import type { Call, Desk } from '../../types.ts';
import { visibleDocument } from '../policy.ts';
import { receivedBy } from '../row-query.ts';
import { type ShownDocument, shown } from '../shown.ts';
import type { ReceiptKind } from './sheet.ts';

/** `ownerOrg`: the organisation that took the paper in · `keptBy`: the one that answers for it now. */
export type ReceiptPaper = {
  number: string;
  language: string;
  ownerOrg: string;
  keptBy: string;
  pointId: string | null;
  document: ShownDocument;
};

/**
 * A receipt for the customer. @throws NotFound; Forbidden for those who did not receive the paper; Conflict `document-not-returned` for a
 * receipt of a return that has not been
 */
export async function receiptOf(desk: Desk, call: Call, documentId: string, kind: ReceiptKind): Promise<ReceiptPaper> {
  const found = await sql<{ paper: ReceiptPaper }>`
    with d as materialized (select d.* from document d where d.id = ${documentId}::uuid and ${visibleDocument(sightOf(call.actor))}),
    audited as (${insertEntry({ ...entryBy(call), action: `document.receipt-printed`, purpose: 'advice', ...ofDocument }, sql`from d join matter m on m.id = d.matter_id`)})
    select jsonb_build_object('number', m.number, 'language', m.language, 'ownerOrg', ${receivedBy}, 'keptBy', d.owner_org, 'pointId', d.arrived_point_id, 'document', ${shown}) as paper
    from d join matter m on m.id = d.matter_id`.execute(desk.db);
  const paper = found.rows[0]?.paper;
  if (!paper) throw new NotFound();
  if (!mayKeep(call.actor, paper.keptBy)) throw new Forbidden('document-not-yours');
  if (kind === 'return' && paper.document.state !== 'given-back') throw new Conflict('document-not-returned');
  return paper;
}

const ofDocument = { matterId: sql`d.matter_id`, customerId: sql`m.customer_id`, ownerOrg: sql`d.owner_org`, subjects: sql`array[d.id]` };
