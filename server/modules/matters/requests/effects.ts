import type { Trx } from '../../../platform/db/transaction.ts';
import type { MatterEventType } from '../events.ts';
import { leaveTrace } from '../trace.ts';
import { takeTurn } from '../turn.ts';
import type { Call, LockedMatter } from '../types.ts';
import { timesAfter } from './clocks.ts';
import { awaitAuthority, insertEntry, type LockedRequest, moveRequest, type StoredEntryKind, statesAskedFrom } from './queries.ts';
import { stateAfterBelow, turnOf } from './rules.ts';
import type { RequestState } from './schema.ts';
import { belowOf } from './sides.ts';

/** A change being made to one question of a chain; `chain` holds the states as they become. */
export type Change = { trx: Trx; call: Call | null; matter: LockedMatter; chain: LockedRequest[]; now: Temporal.Instant };

/** Gives a request its next state, with its clock and holder. */
export async function become(change: Change, request: LockedRequest, state: RequestState, toPersonId = request.toPersonId): Promise<void> {
  const times = timesAfter(request, state, request.opening, change.now);
  Object.assign(request, times, { state, toPersonId });
  await moveRequest(change.trx, request.id, { ...times, state, toPersonId });
}

export async function enter(change: Change, requestId: string, kind: StoredEntryKind, text = ''): Promise<void> {
  await insertEntry(change.trx, { requestId, kind, at: change.now, personId: change.call?.actor.personId ?? null, text });
}

/** What a question's end means for the one above it: tier 2 goes on with the answer, or with the question come back. */
export async function moveAbove(change: Change, request: LockedRequest): Promise<void> {
  const above = change.chain.find((one) => one.id === request.parentId);
  if (!above) return;
  const state = stateAfterBelow(above.state, belowOf(change.chain, above.id));
  if (state !== above.state) await become(change, above, state);
}

/** What a change of the first question means for the matter: an answer or a return is ours to act on, an open question the authority's. */
export async function turnMatter({ trx, matter, now }: Change, request: LockedRequest): Promise<void> {
  if (request.parentId || matter.state !== 'open' || matter.owner_org !== request.ownerOrg) return;
  const came = request.state === 'answered' || request.state === 'returned';
  if (came || turnOf(await statesAskedFrom(trx, matter.id)) === 'us') await takeTurn(trx, matter, now);
  else await awaitAuthority(trx, matter.id, now);
}

type Told = Pick<
  LockedRequest,
  'id' | 'needId' | 'ownerOrg' | 'toOrg' | 'toUnitId' | 'toPersonId' | 'askedUnitId' | 'askedBy' | 'parentId'
>;

/** The change's trace: both sides' units and people are named, so that both desks refresh. A handed-over matter's answer goes where it is now. */
export async function traceRequest(
  { trx, call, matter }: Pick<Change, 'trx' | 'call' | 'matter'>,
  request: Told,
  action: string,
  event: MatterEventType,
): Promise<void> {
  const askers = request.parentId ? [request.askedUnitId] : [request.askedUnitId, matter.unit_id];
  const people = [request.askedBy, request.toPersonId, request.parentId ? null : matter.person_id].filter((id) => id !== null);
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [request.id],
    event,
    facts: {
      ownerOrg: request.ownerOrg,
      needId: request.needId,
      requestId: request.id,
      toOrg: request.toOrg,
      unitIds: [...new Set([request.toUnitId, ...askers])],
      personIds: [...new Set(people)],
    },
  });
}
