import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import type { By } from '../../identity/types.ts';
import { requireWorksAt } from '../policy.ts';
import { mayUndo } from '../serving/rules.ts';
import { isHeardAsAppointment, leaveVisitTrace } from '../trace.ts';
import type { Floor } from '../types.ts';
import { deedsOf, deleteVisit, type LockedStep, type LockedVisit, lockVisit, pointWithQueues } from '../visits/queries.ts';
import { markNotArrived } from './service.ts';

/**
 * Somebody else was greeted by a misclick: whoever did it takes it back within a minute, while nobody has done anything more. Who was
 * expected is to come again, and the visit is gone as if it had never been; only the audit log tells of it.
 * @throws NotFound for a visit of another point; Conflict `nothing-to-undo` once the visitor was called or cared for
 */
export async function takeArrivalBack(floor: Floor, trx: Trx, by: By, visitId: string): Promise<undefined> {
  const found = await lockVisit(trx, visitId);
  requireWorksAt(by.actor, found && (await pointWithQueues(trx, found.pointId)));
  const visit = found as LockedVisit;
  const now = floor.clock.now();
  const [arrival, ...others] = await deedsOf(trx, visitId);
  const isOwn = visit.cameBy === 'reception' && arrival?.personId === by.actor.personId;
  if (!arrival || others.length > 0 || !isOwn || !mayUndo(arrival.at, now)) throw new Conflict('nothing-to-undo');
  const { pointId, code, language, matterId } = visit;
  const [step] = visit.steps as [LockedStep];
  const told = { pointId, code, counter: null, appointment: isHeardAsAppointment(visit.cameBy, step.dueAt), calls: 0, language };
  await leaveVisitTrace(floor, trx, by, now, { visitId, matterId, ownerOrg: step.queueOrganisation, deed: 'undone', told });
  await markNotArrived(trx, visitId);
  await deleteVisit(trx, visitId);
}
