import type { Trx } from '../../../platform/db/transaction.ts';
import { liveShare } from '../sharing/queries.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, LockedMatter } from '../types.ts';
import type { LockedDocument } from './queries.ts';

type Traced = Pick<LockedDocument, 'id' | 'needId' | 'ownerOrg' | 'organisationId'>;

/**
 * Audit row and event of a change. Heard by keepers of the organisation that received the paper, and by the authority only while it sees
 * the paper: others with whom the need is shared hear nothing.
 */
export async function traceDocument(trx: Trx, call: Call, matter: LockedMatter, document: Traced, action: string, subjects: string[] = []) {
  const { needId, organisationId, ownerOrg } = document;
  const share = needId && organisationId ? await liveShare(trx, needId, organisationId) : undefined;
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [document.id, ...subjects],
    event: 'document.changed',
    facts: { ownerOrg, documentId: document.id, ...(share && organisationId ? { toOrg: organisationId } : {}) },
  });
}
