import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts';
import type { By } from '../../identity/types.ts';
import { floorChanged } from '../events.ts';
import { inOrder, usualPolicy } from '../order/rules.ts';
import { type PointOfQueues, requireWorksAt, seesNeeds } from '../policy.ts';
import type { VisitMoved } from '../schema.ts';
import { isHeardAsAppointment, leaveVisitTrace } from '../trace.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues } from '../visits/queries.ts';
import * as rows from './queries.ts';
import type { Called, CallInput, CounterChange } from './schema.ts';

/**
 * Opens a counter (its person sits there from now on), takes a break or closes it.
 * @throws NotFound; Conflict `counter-taken` while a colleague works there, `counter-busy` with a visitor at it,
 * or at the other counter one sits at
 */
export async function changeCounter(floor: Floor, by: By, counterId: string, { state }: CounterChange): Promise<void> {
  await inTransaction(floor.db, async (trx) => {
    const { personId } = by.actor;
    await rows.lockSeat(trx, personId);
    const { counter } = await lockOwnPoint(trx, by, counterId);
    if (counter.personId && counter.personId !== personId && counter.state !== 'closed') throw new Conflict('counter-taken');
    if (counter.visitId && state !== 'open') throw new Conflict('counter-busy');
    const now = floor.clock.now();
    if (state !== 'closed' && !(await rows.leaveOtherCounters(trx, personId, counterId, now))) throw new Conflict('counter-busy');
    await rows.setCounter(trx, counterId, state === 'closed' ? null : personId, state, now);
    await floorChanged(floor, trx, counter.pointId);
  });
}

/**
 * Calls the next in order to the caller's counter, or the one chosen. Two counters never get the same visitor. At a counter of several
 * authorities, an authority's people call from its own queues, the point's own from all.
 * @returns null when nobody waits who may be called
 * @throws NotFound; Forbidden `not-your-queue`, `not-to-serve`; Conflict `counter-closed`, `counter-busy`, `no-longer-waiting`
 */
export async function call(floor: Floor, trx: Trx, by: By, counterId: string, input: CallInput): Promise<Called['called']> {
  const { counter, point } = await lockOwnPoint(trx, by, counterId);
  const { personId } = by.actor;
  if (counter.personId !== personId || counter.state !== 'open') throw new Conflict('counter-closed');
  if (counter.visitId) throw new Conflict('counter-busy');
  const now = floor.clock.now();
  const at = { counterId, personId, now };
  const ours = counter.queues.filter(({ organisationId }) => seesNeeds(by.actor, point, organisationId)).map(({ id }) => id);
  const claim = input.stepId
    ? await rows.claimFirst(trx, [await chosen(trx, counter, ours, personId, input.stepId)], ['waiting', 'parked'], at)
    : await rows.claimFirst(trx, await inTurn(trx, counter, ours, personId, input.except, now), ['waiting'], at);
  if (!claim && input.stepId) throw new Conflict('no-longer-waiting');
  if (!claim) return null;
  const { visitId, stepId, code, language } = claim;
  const appointment = isHeardAsAppointment(claim.cameBy, claim.dueAt);
  await leaveVisitTrace(floor, trx, by, now, {
    visitId,
    matterId: claim.matterId,
    ownerOrg: claim.queueOrganisation,
    deed: 'called',
    before: claim.before,
    counterId,
    told: { pointId: counter.pointId, code, counter: shown(counter), appointment, calls: 1, language },
  });
  return { visitId, stepId, code };
}

async function inTurn(
  trx: Trx,
  counter: rows.LockedCounter,
  ours: readonly string[],
  personId: string,
  except: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> {
  const waiting = await rows.candidates(trx, ours, personId);
  return inOrder(waiting, counter.rules ?? usualPolicy, now.epochMilliseconds)
    .filter(({ ticket, isCallable }) => isCallable && !except.includes(ticket.id))
    .map(({ ticket }) => ticket.id);
}

async function chosen(trx: Trx, counter: rows.LockedCounter, ours: readonly string[], personId: string, stepId: string): Promise<string> {
  const step = await rows.stepToCall(trx, stepId, counter.pointId);
  if (!step) throw new NotFound();
  if (!counter.queues.some(({ id }) => id === step.queueId)) throw new Conflict('queue-not-served-here');
  if (!ours.includes(step.queueId)) throw new Forbidden('not-your-queue');
  if (step.excludedIds.includes(personId)) throw new Forbidden('not-to-serve');
  return stepId;
}

async function lockOwnPoint(trx: Trx, by: By, counterId: string): Promise<{ counter: rows.LockedCounter; point: PointOfQueues }> {
  const counter = await rows.lockCounter(trx, counterId);
  const point = counter && (await pointWithQueues(trx, counter.pointId));
  requireWorksAt(by.actor, point);
  return { counter: counter as rows.LockedCounter, point };
}

export const shown = ({ id, name, direction }: Pick<rows.LockedCounter, 'id' | 'name' | 'direction'>): VisitMoved['counter'] => ({
  id,
  name,
  direction,
});

/** What a call repeated after a lost answer is told again. */
export async function calledStep({ db }: Pick<Floor, 'db'>, stepId: string): Promise<Called['called']> {
  return (await rows.codeOfStep(db, stepId)) ?? null;
}
