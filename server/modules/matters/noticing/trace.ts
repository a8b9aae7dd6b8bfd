import type { Trx } from '../../../platform/db/transaction.ts';
import { leaveTrace } from '../trace.ts';
import type { LockedMatter } from '../types.ts';

/** What no person did to a notice. */
export async function traceNotice(
  trx: Trx,
  matter: Pick<LockedMatter, 'id' | 'customer_id' | 'owner_org'>,
  noticeId: string,
  needId: string | null,
  action: string,
): Promise<void> {
  await leaveTrace(trx, null, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [noticeId],
    event: 'notice.changed',
    facts: { ownerOrg: matter.owner_org, needId },
  });
}
