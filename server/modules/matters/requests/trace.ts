import type { Trx } from '../../../platform/db/transaction.ts';
import type { MatterEventType } from '../events.ts';
import { leaveTrace } from '../trace.ts';
import type { OwnedRequest } from './owners.ts';

/** The trace of what no person did: a reminder, an escalation, a move. */
export async function traceByItself(
  trx: Trx,
  request: OwnedRequest,
  event: MatterEventType,
  unitIds: string[],
  personIds: string[] = [],
): Promise<void> {
  const people = [request.toPersonId, ...personIds].filter((id) => id !== null);
  await leaveTrace(trx, null, {
    matterId: request.matterId,
    action: event,
    subjects: [request.id],
    event,
    facts: {
      ownerOrg: request.ownerOrg,
      needId: request.needId,
      requestId: request.id,
      toOrg: request.toOrg,
      unitIds: [...new Set(unitIds)],
      personIds: [...new Set(people)],
    },
  });
}
