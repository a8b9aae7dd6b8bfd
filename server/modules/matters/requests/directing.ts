import type { Trx } from '../../../platform/db/transaction.ts';
import { noteHappening } from '../happenings.ts';
import { type LockedNeed, updateNeed } from '../needs/queries.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, LockedMatter } from '../types.ts';

/**
 * A question to another authority directs a need that nobody had directed: what the desk says of agreements is then of the one
 * concerned. A need directed elsewhere follows only when the asker says so (`corrects`), for one may ask an authority about another's.
 */
export async function directByQuestion(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  need: LockedNeed,
  { toOrg, corrects }: { toOrg: string; corrects: boolean },
): Promise<void> {
  const follows = need.organisation_id === null ? toOrg !== matter.owner_org : corrects && toOrg !== need.organisation_id;
  if (!follows) return;
  await updateNeed(trx, need.id, { organisationId: toOrg }, { directed: true, receivedAt: null, pointId: null });
  const { id: matterId, owner_org: ownerOrg } = matter;
  await noteHappening(trx, { matterId, needId: need.id, ownerOrg, kind: 'need-directed', personId: call.actor.personId });
  await leaveTrace(trx, call, {
    ...{ matterId, customerId: matter.customer_id, action: 'need.changed', subjects: [need.id] },
    ...{ event: 'need.changed', facts: { ownerOrg, needId: need.id } },
  });
}
