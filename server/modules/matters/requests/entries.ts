import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts';
import type { MatterEventType } from '../events.ts';
import { lockMatter } from '../locking.ts';
import { lockNeed } from '../needs/queries.ts';
import { sightOf } from '../policy.ts';
import type { Call, Desk } from '../types.ts';
import { putQuestion } from './asking.ts';
import { become, type Change, enter, moveAbove, traceRequest, turnMatter } from './effects.ts';
import { giveFiles } from './files/service.ts';
import { findRequest, type LockedRequest, lockChain, type StoredEntryKind, writeAnswer } from './queries.ts';
import { type EntryKind, judge } from './rules.ts';
import type { RequestEntryInput, RequestState } from './schema.ts';
import { belowOf, holderOf, sidesOf } from './sides.ts';
import { withdrawBranch } from './withdrawing.ts';

/**
 * Everything a request goes through: taken, given back to the unit, answered, asked back, replied to, put further, returned, withdrawn.
 * @throws NotFound when the request is not visible; Forbidden `request-not-yours` for the other side; Conflict as `judge` says
 */
export async function addEntry(desk: Desk, call: Call, requestId: string, input: RequestEntryInput): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { change, request } = await lockForChange(desk, trx, call, requestId);
    const state = allowedState(call, change, request, input.kind);
    await apply(desk, call, change, request, state, input);
    if (upward.has(input.kind)) await moveAbove(change, request);
    if (input.kind !== 'claimed' && input.kind !== 'released' && input.kind !== 'forwarded') await turnMatter(change, request);
    await traceRequest(change, request, actionOf(input.kind), eventOf(input.kind));
  });
}

const upward = new Set<EntryKind>(['answered', 'returned', 'withdrawn']);

/** Matter first, then the whole chain: the order all changes of requests lock in. */
async function lockForChange(desk: Desk, trx: Trx, call: Call, requestId: string): Promise<{ change: Change; request: LockedRequest }> {
  const sight = sightOf(call.actor);
  const found = await findRequest(trx, sight, requestId);
  if (!found) throw new NotFound();
  const matter = await lockMatter(trx, call, found.matterId);
  const chain = await lockChain(trx, sight, found.rootId);
  const request = chain.find((one) => one.id === requestId);
  // The share may have been revoked, or the matter merged, while we waited for the locks.
  if (!request?.visible || request.matterId !== matter.id) throw new NotFound();
  return { change: { trx, call, matter, chain, now: desk.clock.now() }, request };
}

function allowedState(call: Call, { chain }: Change, request: LockedRequest, kind: EntryKind): RequestState {
  const parent = chain.find((one) => one.id === request.parentId);
  const verdict = judge(kind, sidesOf(call.actor, request, parent), {
    state: request.state,
    tier: request.tier,
    below: belowOf(chain, request.id),
    holder: holderOf(request.toPersonId, call.actor.personId),
  });
  if ('forbidden' in verdict) throw new Forbidden(verdict.forbidden);
  if ('conflict' in verdict) throw new Conflict(verdict.conflict);
  return verdict.next;
}

async function apply(
  desk: Desk,
  call: Call,
  change: Change,
  request: LockedRequest,
  state: RequestState,
  input: RequestEntryInput,
): Promise<void> {
  const me = call.actor.personId;
  switch (input.kind) {
    case 'withdrawn':
      return withdrawBranch(change, request, input.text);
    case 'claimed':
      await become(change, request, state, me);
      return enter(change, request.id, 'claimed');
    case 'released':
      await become(change, request, state, null);
      return enter(change, request.id, 'moved', input.text);
    case 'answered':
      await writeAnswer(change.trx, request.id, { text: input.text, use: input.use, at: change.now });
      await giveFiles(change.trx, call, request.id, input.fileIds ?? []);
      break;
    case 'forwarded':
      await putFurther(desk, call, change, request, input);
      break;
  }
  // Whoever acts for the asked unit holds the request from then on: it is never without an owner.
  await become(change, request, state, input.kind === 'replied' ? request.toPersonId : me);
  await enter(change, request.id, input.kind satisfies StoredEntryKind, input.text);
}

async function putFurther(
  desk: Desk,
  call: Call,
  change: Change,
  request: LockedRequest,
  input: Extract<RequestEntryInput, { kind: 'forwarded' }>,
): Promise<void> {
  const need = await lockNeed(change.trx, change.matter.id, request.needId);
  if (!need) throw new NotFound();
  await putQuestion(desk, change.trx, call, change.matter, need, {
    ...input,
    title: request.title,
    question: input.text,
    sensitivity: request.sensitivity,
    customerWaiting: request.customerWaiting,
    askedUnitId: request.toUnitId,
    aboveTier: request.tier,
    ownerOrg: request.ownerOrg,
    parent: request,
  });
}

function actionOf(kind: EntryKind): string {
  return `request.${kind}`;
}

function eventOf(kind: EntryKind): MatterEventType {
  return kind === 'answered' ? 'request.answered' : 'request.moved';
}
