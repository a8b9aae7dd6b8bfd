import type { Trx } from '../../../platform/db/transaction.ts';
import { liveShare } from '../sharing/queries.ts';
import { eventRow, leaveTrace } from '../trace.ts';
import type { Call, LockedMatter } from '../types.ts';
import type { LockedDocument } from './queries.ts';
import { authorityHolds } from './rules.ts';

export type Traced = Pick<LockedDocument, 'id' | 'needId' | 'ownerOrg' | 'organisationId'> &
  Partial<Pick<LockedDocument, 'nextOrg' | 'state'>>;

/**
 * Audit row and event of a change. Heard by keepers of the organisation that answers for the paper, by the desk it goes to or came from,
 * and by the authority only while it sees the paper or has it: others with whom the need is shared hear nothing.
 * @param before as it stood, where the change moved it
 */
export async function traceDocument(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  document: Traced,
  action: string,
  { subjects = [], before = document }: { subjects?: string[]; before?: Traced } = {},
) {
  const { ownerOrg } = document;
  const heard = [await authorityThatHears(trx, document, before), document.nextOrg, before.nextOrg, before.ownerOrg];
  const [first = null, ...others] = [...new Set(heard)].filter((org) => org && org !== ownerOrg);
  const facts = { ownerOrg, documentId: document.id };
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [document.id, ...subjects],
    event: 'document.changed',
    facts: { ...facts, ...(first ? { toOrg: first } : {}) },
  });
  for (const org of others)
    await eventRow({ matterId: matter.id, event: 'document.changed', facts: { ...facts, toOrg: org as string } }).execute(trx);
}

async function authorityThatHears(trx: Trx, { needId, organisationId, state }: Traced, before: Traced): Promise<string | null> {
  if (!organisationId) return null;
  const holds = authorityHolds(state) || (before.organisationId === organisationId && authorityHolds(before.state));
  return holds || (needId && (await liveShare(trx, needId, organisationId))) ? organisationId : null;
}
