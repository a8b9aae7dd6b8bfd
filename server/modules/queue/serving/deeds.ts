import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import type { By } from '../../identity/types.ts';
import { floorChanged } from '../events.ts';
import { takeArrivalBack } from '../expected/taking-back.ts';
import { requireWorksAt, seesNeeds } from '../policy.ts';
import type { VisitMoved } from '../schema.ts';
import { isHeardAsAppointment, leaveVisitTrace } from '../trace.ts';
import type { Floor } from '../types.ts';
import * as visits from '../visits/queries.ts';
import { type Arrived, nextCode, tellNewNumber } from '../visits/service.ts';
import * as rows from './queries.ts';
import { fits, isOpenStep, mayUndo } from './rules.ts';
import type { DeedInput } from './schema.ts';

type Doing = { floor: Floor; trx: Trx; by: By; now: Temporal.Instant; visit: visits.LockedVisit; step: visits.LockedStep };
type Done<D extends DeedInput['deed']> = Extract<DeedInput, { deed: D }>;

/**
 * What a member of staff does to a visit in hand; see `DeedInput`.
 * @returns the number the visitor has from now on, when it is another one: told and given to them, as at arrival
 * @throws NotFound; Forbidden `not-your-queue`; Conflict `visit-over`, `deed-does-not-fit`, `nothing-to-undo`, `counter-busy`, `counter-closed`
 */
export async function doToVisit(floor: Floor, by: By, visitId: string, input: DeedInput): Promise<Arrived | undefined> {
  return inTransaction(floor.db, async (trx) => {
    if (input.deed === 'undone')
      return input.of === 'arrived' ? takeArrivalBack(floor, trx, by, visitId) : undo(floor, trx, by, visitId, input.of);
    const visit = await lockAt(trx, by, visitId);
    const step = visit.steps.find(isOpenStep);
    if (!step) throw new Conflict('visit-over');
    await requireMayServe(trx, by, visit, step);
    if (!fits(input.deed, step.state)) throw new Conflict('deed-does-not-fit');
    const before = await visits.asBefore(trx, visitId);
    const doing = { floor, trx, by, now: floor.clock.now(), visit, step };
    const moved = await carryOut(doing, input);
    await tell(doing, input.deed, before, moved);
    return moved.away ? tellNewNumber(floor, trx, visitId, moved.away.pointId, moved.away.stepId) : undefined;
  });
}

/** What others are told besides the deed, where it differs from what the step was. */
type Told = { pointId?: string; code?: string; calls?: number; counter?: VisitMoved['counter'] };
/** `away`: where it waits now, at another point. */
type Moved = Told & { away?: { pointId: string; stepId: string } };

function carryOut(doing: Doing, input: Exclude<DeedInput, { deed: 'undone' }>): Promise<Moved> {
  switch (input.deed) {
    case 'recalled':
      return recall(doing);
    case 'serving':
      return setStep(doing, { state: 'serving', servingAt: doing.now }, atCounter(doing));
    case 'parked':
      return setStep(doing, { state: 'parked' });
    case 'returned':
      return backInLine(doing);
    case 'later':
      return backInLine(doing, { notBefore: doing.now.add({ minutes: input.minutes }) });
    case 'excluded':
      return exclude(doing, input.personId ?? doing.by.actor.personId);
    case 'moved':
      return moveOn(doing, input);
    case 'continued':
      return planNext(doing, input);
    case 'finished':
      return finish(doing);
    case 'no-show':
    case 'left':
      return end(doing, input.deed);
  }
}

async function setStep({ trx, step }: Doing, change: rows.StepChange, told: Told = {}): Promise<Told> {
  await rows.changeStep(trx, step.id, change);
  return told;
}

async function recall(doing: Doing): Promise<Told> {
  const calls = doing.step.calls + 1;
  return setStep(doing, { calls, calledAt: doing.now }, { ...atCounter(doing), calls });
}

const nobody = { counterId: null, personId: null, calledAt: null, servingAt: null, calls: 0 };

/** The place is counted from where it always was. */
const backInLine = (doing: Doing, change: rows.StepChange = {}) => setStep(doing, { state: 'waiting', ...nobody, ...change });

/** Not by this person (hallintolaki 27-28 §): neither now nor in what comes after. */
async function exclude(doing: Doing, personId: string): Promise<Told> {
  const { trx, visit, step } = doing;
  if (!(await rows.isPerson(trx, personId))) throw new Invalid('unknown-choice', { fields: ['personId'] });
  const without = (excludedIds: string[]) => ({ excludedIds: [...new Set([...excludedIds, personId])] });
  for (const next of visit.steps.filter(({ state }) => state === 'planned')) await rows.changeStep(trx, next.id, without(next.excludedIds));
  return backInLine(doing, without(step.excludedIds));
}

/** The arrival goes along (hallintolaki 21 §), and so does an agreed time. To where they wait already: a second tap. */
async function moveOn(doing: Doing, { queueId }: Done<'moved'>): Promise<Moved> {
  const { trx, now, visit, step } = doing;
  if (queueId === step.queueId) throw new Conflict('deed-does-not-fit');
  const queue = await visits.activeQueue(trx, queueId);
  if (!queue) throw new NotFound();
  await rows.changeStep(trx, step.id, { state: 'moved', endedAt: now });
  const { waitsFrom, dueAt, excludedIds, byChain } = step;
  const { pointId } = queue;
  const next = { visitId: visit.id, pointId, queueId, state: 'waiting', waitsFrom, joinedAt: now, dueAt, excludedIds, byChain } as const;
  const stepId = await visits.insertStep(trx, next);
  return pointId === visit.pointId ? {} : toPoint(doing, queue, stepId);
}

/** Under a number that the other point gives: its own counting would meet one brought along. */
async function toPoint({ floor, trx, visit }: Doing, queue: visits.ActiveQueue, stepId: string): Promise<Moved> {
  const code = await nextCode(trx, queue, visit.day);
  await visits.moveVisit(trx, visit.id, queue.pointId, code);
  await floorChanged(floor, trx, visit.pointId);
  return { pointId: queue.pointId, code, away: { pointId: queue.pointId, stepId } };
}

/** Seen by the next counter from now on, and in its line from the moment this step ends, with the arrival of the whole visit; once a queue. */
async function planNext(doing: Doing, { queueId }: Done<'continued'>): Promise<Told> {
  const { trx, now, visit, step } = doing;
  if (visit.steps.some((next) => next.state === 'planned' && next.queueId === queueId)) throw new Conflict('deed-does-not-fit');
  const queue = await visits.activeQueue(trx, queueId);
  if (queue?.pointId !== visit.pointId) throw new NotFound();
  const planned = {
    visitId: visit.id,
    pointId: visit.pointId,
    queueId,
    state: 'planned',
    byChain: true,
    excludedIds: step.excludedIds,
  } as const;
  await visits.insertStep(trx, { ...planned, waitsFrom: visit.arrivedAt, joinedAt: now });
  return atCounter(doing);
}

async function finish(doing: Doing): Promise<Moved> {
  const { trx, now, visit, step } = doing;
  await rows.changeStep(trx, step.id, { state: 'finished', endedAt: now, ...(step.servingAt ? {} : { servingAt: now }) });
  const next = visit.steps.find(({ state }) => state === 'planned');
  if (!next) {
    await visits.endVisit(trx, visit.id, now, 'served');
    return {};
  }
  await rows.changeStep(trx, next.id, { state: 'waiting', joinedAt: now });
  // Moved to another point in the middle of a chain, the visitor comes back for the rest of it.
  const queue = next.pointId === visit.pointId ? undefined : await visits.activeQueue(trx, next.queueId);
  return queue ? toPoint(doing, queue, next.id) : {};
}

async function end({ trx, now, visit, step }: Doing, how: 'no-show' | 'left'): Promise<Told> {
  await rows.changeStep(trx, step.id, { state: how, endedAt: now });
  await visits.dropPlanned(trx, visit.id, now);
  await visits.endVisit(trx, visit.id, now, how);
  return {};
}

/** Only the latest deed, by who did it, within a minute; `of`: only while that is the latest. */
async function undo(floor: Floor, trx: Trx, by: By, visitId: string, of?: string): Promise<undefined> {
  const visit = await visits.lockVisit(trx, visitId);
  const last = visit && (await rows.lastDeed(trx, visitId));
  // Who has just moved a visitor to another point may take that back, though the visit is no longer theirs to see.
  if (!visit || (last?.personId !== by.actor.personId && !(await seesVisit(trx, by, visit)))) throw new NotFound();
  const now = floor.clock.now();
  if (!last?.isKept || last.personId !== by.actor.personId || !mayUndo(last.doneAt, now)) throw new Conflict('nothing-to-undo');
  if (of && of !== last.deed) throw new Conflict('nothing-to-undo');
  await requireWayBack(trx, visitId, last);
  await rows.restore(trx, visitId, last.id, now);
  const after = (await visits.lockVisit(trx, visitId)) as visits.LockedVisit;
  const step = (after.steps.find(isOpenStep) ?? after.steps[0]) as visits.LockedStep;
  await tell({ floor, trx, by, now, visit: after, step }, 'undone', undefined, step.counterId ? atCounter({ step }) : {});
  if (visit.pointId !== after.pointId) await floorChanged(floor, trx, visit.pointId);
}

/** Back to a counter only while the same person sits there with nobody else, and to no queue that is called from no more. */
async function requireWayBack(trx: Trx, visitId: string, { at, isQueueGone }: rows.LastDeed): Promise<void> {
  if (isQueueGone) throw new Conflict('nothing-to-undo');
  const counter = at && (await rows.lockCounter(trx, at.counterId));
  if (counter?.visitId && counter.visitId !== visitId) throw new Conflict('counter-busy');
  if (at && (counter?.personId !== at.personId || counter.state !== 'open')) throw new Conflict('counter-closed');
}

async function tell(doing: Doing, deed: DeedInput['deed'], before: object | undefined, { away: _, ...told }: Moved): Promise<void> {
  const { floor, trx, by, now, visit, step } = doing;
  const { id: visitId, matterId, pointId, code, language } = visit;
  const { dueAt, calls, queueOrganisation } = step;
  const heard = { pointId, code, counter: null, appointment: isHeardAsAppointment(visit.cameBy, dueAt), calls, language, ...told };
  const counterId = step.counterId ?? undefined;
  await leaveVisitTrace(floor, trx, by, now, { visitId, matterId, ownerOrg: queueOrganisation, deed, before, counterId, told: heard });
}

function atCounter({ step }: Pick<Doing, 'step'>): Told {
  const { counterId, counterName, counterDirection } = step;
  return counterId && counterName ? { counter: { id: counterId, name: counterName, direction: counterDirection } } : {};
}

async function lockAt(trx: Trx, by: By, visitId: string): Promise<visits.LockedVisit> {
  const visit = await visits.lockVisit(trx, visitId);
  requireWorksAt(by.actor, visit && (await visits.pointWithQueues(trx, visit.pointId)));
  return visit as visits.LockedVisit;
}

async function seesVisit(trx: Trx, by: By, visit: visits.LockedVisit): Promise<boolean> {
  const point = await visits.pointWithQueues(trx, visit.pointId);
  return point !== undefined && by.actor.pointId === point.id;
}

/** The point's own people help with every queue, an authority's people with their own. */
async function requireMayServe(trx: Trx, by: By, visit: visits.LockedVisit, step: visits.LockedStep): Promise<void> {
  const point = (await visits.pointWithQueues(trx, visit.pointId)) as visits.QueuePoint;
  if (step.personId !== by.actor.personId && !seesNeeds(by.actor, point, step.queueOrganisation)) throw new Forbidden('not-your-queue');
}
