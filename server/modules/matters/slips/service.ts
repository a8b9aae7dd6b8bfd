import { randomUUID } from 'node:crypto';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { revokeLinksFrom } from '../../identity/service.ts';
import { noteNames } from '../following/service.ts';
import { noteHappening } from '../happenings.ts';
import { lockToKeep } from '../locking.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { sealPin } from './pin.ts';
import { endSlip, insertSlip, slipOfMatter } from './queries.ts';
import { newPin, SLIP_DAYS, stateOf, triesLeft } from './rules.ts';
import type { SlipFacts } from './schema.ts';
import type { SlipDeps } from './trying.ts';

export type MadeSlip = { number: string; pin: string; language: string; expiresAt: Temporal.Instant };

/**
 * Makes a slip, or a new one in the place of another (forgotten, locked, lost): the old PIN and what was opened with it end at once. The PIN
 * is nowhere but in the answer.
 * @throws NotFound, Forbidden for those who do not keep the matter
 */
export async function makeSlip({ desk, keys }: SlipDeps, call: Call, matterId: string, namesAgreed: boolean): Promise<MadeSlip> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockToKeep(trx, call, matterId);
    const now = desk.clock.now();
    const replaced = await endStandingSlip(trx, matterId, call.actor.personId, now);
    const [id, pin, expiresAt] = [randomUUID(), newPin(), now.add({ hours: 24 * SLIP_DAYS })];
    await insertSlip(trx, { id, matterId, pinHash: sealPin(keys, id, pin), madeAt: now, madeBy: call.actor.personId, expiresAt });
    await noteNames(trx, call, matter, namesAgreed);
    await traceSlip(trx, call, matter, replaced ? 'slip-reset' : 'slip-made', id);
    return { number: matter.number, pin, language: matter.language, expiresAt };
  });
}

/** Nothing opens with it any more, at once. Without a slip it does nothing. */
export async function revokeSlip(desk: Desk, call: Call, matterId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockToKeep(trx, call, matterId);
    const ended = await endStandingSlip(trx, matterId, call.actor.personId, desk.clock.now());
    if (ended) await traceSlip(trx, call, matter, 'slip-revoked', ended);
  });
}

/** Also of a matter that is found to be another's (merging). Take the matter's lock first. @returns the slip that ended */
export async function endStandingSlip(trx: Trx, matterId: string, personId: string, now: Temporal.Instant): Promise<string | undefined> {
  const ended = await endSlip(trx, matterId, personId, now);
  if (ended) await revokeLinksFrom(trx, ended, now);
  return ended;
}

/** @throws NotFound, Forbidden for those who do not keep the matter */
export async function slipFacts(desk: Desk, call: Call, matterId: string): Promise<SlipFacts> {
  return inTransaction(desk.db, async (trx) => {
    await lockToKeep(trx, call, matterId);
    const slip = await slipOfMatter(trx, matterId);
    return {
      state: stateOf(slip, desk.clock.now()),
      madeAt: slip?.madeAt.toString() ?? null,
      expiresAt: slip?.expiresAt.toString() ?? null,
      usedAt: slip?.usedAt?.toString() ?? null,
      triesLeft: slip ? triesLeft(slip) : 0,
    };
  });
}

async function traceSlip(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  kind: 'slip-made' | 'slip-reset' | 'slip-revoked',
  slipId: string,
): Promise<void> {
  await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind, personId: call.actor.personId });
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: kind.replace('-', '.'),
    subjects: [slipId],
    event: 'matter.changed',
    facts: { ownerOrg: matter.owner_org },
  });
}
