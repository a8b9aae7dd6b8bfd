import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { papersLeft } from '../documents/left.ts';
import { noteHappening } from '../happenings.ts';
import { lockOpen, lockToKeep } from '../locking.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';

/** `papersStay`: whoever closes has seen which papers are still with us, and wants them to stay there. */
export type Closing = { papersStay?: boolean | undefined };

export async function close(desk: Desk, call: Call, matterId: string, closing: Closing = {}): Promise<void> {
  await inTransaction(desk.db, async (trx) => closeMatter(desk, trx, call, await lockOpen(trx, call, matterId), closing));
}

/**
 * Closes inside a caller's transaction (the wrap-up closes too).
 * @throws Conflict `request-open` while a support request waits: somebody is still working on an answer. One of an earlier keeper is not
 *   in this keeper's sight, and its answer goes back to who asked. Conflict `papers-left` with `papers` (what lies where) while papers are
 *   with us, and nobody said that they stay
 */
export async function closeMatter(desk: Desk, trx: Trx, call: Call, matter: LockedMatter, { papersStay }: Closing = {}): Promise<void> {
  const waiting = await sql`select 1 from support_request where matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid
    and state in ('open', 'asked-back', 'forwarded', 'answer-below') limit 1`.execute(trx);
  if (waiting.rows.length > 0) throw new Conflict('request-open');
  const papers = papersStay ? [] : await papersLeft(desk, trx, call, matter.id);
  if (papers.length > 0) throw new Conflict('papers-left', { papers });
  await sql`update matter set state = 'closed', awaits = 'nobody', due_at = null, closed_at = ${desk.clock.now()}::timestamptz, version = version + 1
    where id = ${matter.id}::uuid`.execute(trx);
  await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind: 'closed', personId: call.actor.personId });
  await traceClosing(trx, call, matter, 'matter.closed');
}

/** Undoes a closing or opens the matter again later: either way the timeline tells both. */
export async function reopen(desk: Desk, call: Call, matterId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockToKeep(trx, call, matterId);
    if (matter.state !== 'closed') throw new Conflict('matter-not-closed');
    await sql`update matter set state = 'open', awaits = 'us', awaits_since = ${desk.clock.now()}::timestamptz, closed_at = null,
      person_id = coalesce(person_id, ${call.actor.personId}::uuid), version = version + 1 where id = ${matterId}::uuid`.execute(trx);
    await noteHappening(trx, { matterId, ownerOrg: matter.owner_org, kind: 'reopened', personId: call.actor.personId });
    await traceClosing(trx, call, matter, 'matter.reopened');
  });
}

async function traceClosing(trx: Trx, call: Call, matter: LockedMatter, event: 'matter.closed' | 'matter.reopened'): Promise<void> {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: event,
    event,
    facts: { ownerOrg: matter.owner_org, unitIds: [matter.unit_id] },
  });
}
