import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import type { Device } from '../devices/types.ts';
import { helpChanged } from '../disturbances/events.ts';
import { namesSomebody } from '../disturbances/rules.ts';
import { requireWorksAt } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues } from '../visits/queries.ts';
import { linksFor } from './links.ts';
import * as rows from './queries.ts';
import type { Computer, HelpCalls, SessionEnd } from './schema.ts';

type Deps = Pick<Floor, 'db' | 'clock'>;

export async function computerSelf({ db }: Deps, { deviceId }: Device): Promise<Computer> {
  const row = await rows.computerRow(db, deviceId);
  if (!row) throw new NotFound();
  const { organisationId, startedAt, ...rest } = row;
  return { ...rest, startedAt: startedAt?.toString() ?? null, links: await linksFor(db, organisationId) };
}

/** Somebody sat down: nothing is kept of who. */
export async function beginSitting(deps: Deps, device: Device): Promise<void> {
  await inTransaction(deps.db, (trx) => rows.beginSession(trx, at(deps, device)));
}

/**
 * Somebody leaves: what they said of it is kept, and help asked for is no longer needed. Words that name somebody are not kept: whoever
 * wrote them has already gone, and what is shown next must not wait for them.
 */
export async function endSitting(deps: Deps, device: Device, { gotDone, words }: SessionEnd): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await rows.endSession(trx, at(deps, device), gotDone, namesSomebody(words) ? '' : words);
    if (await rows.endHelp(trx, at(deps, device))) await helpChanged(trx, device.pointId);
  });
}

/** Calls an advisor to the computer. */
export async function callForHelp(deps: Deps, device: Device): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    if (await rows.askHelp(trx, at(deps, device))) await helpChanged(trx, device.pointId);
  });
}

export async function cancelHelp(deps: Deps, device: Device): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    if (await rows.endHelp(trx, at(deps, device))) await helpChanged(trx, device.pointId);
  });
}

/** Calls nobody has taken yet and those one has taken oneself, the oldest first. @throws NotFound for a point one does not work at */
export async function helpCallsAt({ db }: Deps, actor: Actor, pointId: string): Promise<HelpCalls> {
  requireWorksAt(actor, await pointWithQueues(db, pointId));
  return { calls: (await rows.openCalls(db, pointId, actor.personId)).map((call) => ({ ...call, askedAt: call.askedAt.toString() })) };
}

/** One goes there. @throws NotFound; Conflict `help-taken` where somebody else goes, `help-ended` where it is no longer needed */
export async function takeCall(deps: Deps, by: By, callId: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const call = await rows.lockCall(trx, callId);
    const point = call && (await pointWithQueues(trx, call.pointId));
    requireWorksAt(by.actor, point);
    if (call?.takenBy === by.actor.personId) return;
    if (call?.takenBy) throw new Conflict('help-taken');
    if (call?.endedAt) throw new Conflict('help-ended');
    await rows.take(trx, callId, by.actor.personId, deps.clock.now());
    await recordChange(trx, by, 'computer-help.taken', callId);
    await helpChanged(trx, point.id);
  });
}

/** The visitor has been helped. @throws NotFound; Conflict `help-taken` for a call that is not one's own */
export async function finishCall(deps: Deps, by: By, callId: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const call = await rows.lockCall(trx, callId);
    const point = call && (await pointWithQueues(trx, call.pointId));
    requireWorksAt(by.actor, point);
    if (call?.takenBy !== by.actor.personId) throw new Conflict('help-taken');
    if (call.endedAt) return;
    await rows.endCall(trx, callId, deps.clock.now());
    await recordChange(trx, by, 'computer-help.ended', callId);
    await helpChanged(trx, point.id);
  });
}

const at = ({ clock }: Deps, { deviceId, pointId }: Device) => ({ deviceId, pointId, at: clock.now() });
