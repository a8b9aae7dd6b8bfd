import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { helpChanged } from '../../disturbances/events.ts';
import { requireWorksAt } from '../../policy.ts';
import type { Floor } from '../../types.ts';
import { pointWithQueues } from '../../visits/queries.ts';
import * as rows from './queries.ts';
import type { CounterCalls } from './schema.ts';

type Deps = Pick<Floor, 'db' | 'clock'>;

/** Who at the point's counters has asked a colleague to come. @throws NotFound for a point one does not work at */
export async function counterCallsAt({ db }: Deps, actor: Actor, pointId: string): Promise<CounterCalls> {
  requireWorksAt(actor, await pointWithQueues(db, pointId));
  const calls = (await rows.openCalls(db, pointId)).map(({ askedAt, askedById, takerId, ...call }) => ({
    ...call,
    askedAt: askedAt.toString(),
    isOwn: askedById === actor.personId,
    isTaker: takerId === actor.personId,
  }));
  return { calls: calls.filter(({ isOwn, isTaker, taker }) => isOwn || isTaker || taker === null) };
}

/** A colleague to one's counter: quietly, and nothing of it shows to the visitor. @throws NotFound; Conflict `not-at-counter` */
export async function askToCounter(deps: Deps, by: By, counterId: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const call = await lockCall(trx, by, counterId);
    if (call.personId !== by.actor.personId) throw new Conflict('not-at-counter');
    if (call.isOpen) return;
    await rows.setCall(trx, counterId, deps.clock.now());
    await changed(trx, by, call, 'counter-help.asked', counterId);
  });
}

/** It is over: said by who asked, or by who came. @throws NotFound; Conflict `not-at-counter` */
export async function endCounterCall(deps: Deps, by: By, counterId: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const call = await lockCall(trx, by, counterId);
    if (![call.personId, call.takenBy].includes(by.actor.personId)) throw new Conflict('not-at-counter');
    if (!call.isOpen) return;
    await rows.setCall(trx, counterId, null);
    await changed(trx, by, call, 'counter-help.ended', counterId);
  });
}

/** "I am coming." @throws NotFound; Conflict `help-taken` where somebody else goes, `help-ended` where it is no longer needed, or one's own */
export async function comeToCounter(deps: Deps, by: By, counterId: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const call = await lockCall(trx, by, counterId);
    const { personId } = by.actor;
    if (!call.isOpen || call.personId === personId) throw new Conflict('help-ended');
    if (call.takenBy === personId) return;
    if (call.takenBy) throw new Conflict('help-taken');
    await rows.setTaker(trx, counterId, personId);
    await changed(trx, by, call, 'counter-help.taken', counterId);
  });
}

async function lockCall(trx: Trx, by: By, counterId: string): Promise<rows.LockedCall> {
  const call = await rows.lockCall(trx, counterId);
  requireWorksAt(by.actor, call && (await pointWithQueues(trx, call.pointId)));
  if (!call) throw new NotFound();
  return call;
}

async function changed(trx: Trx, by: By, { pointId }: rows.LockedCall, action: string, counterId: string): Promise<void> {
  await recordChange(trx, by, action, counterId);
  await helpChanged(trx, pointId);
}
