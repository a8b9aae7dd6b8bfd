import type { Trx } from '../../../platform/db/transaction.ts';
import { sightOf } from '../policy.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { become, type Change, enter, moveAbove, traceRequest, turnMatter } from './effects.ts';
import { type LockedRequest, lockChain, rootsAskedOf } from './queries.ts';
import { isOpen } from './rules.ts';

/** Withdraws a question and what was put further from it: an answer to a question nobody asks any more is nobody's. */
export async function withdrawBranch(change: Change, request: LockedRequest, text = ''): Promise<void> {
  for (const one of [request, ...furtherFrom(change.chain, request.id)]) {
    if (!isOpen(one.state)) continue;
    await become(change, one, 'withdrawn');
    await enter(change, one.id, 'withdrawn', one === request ? text : '');
    if (one !== request) await traceRequest(change, one, 'request.withdrawn', 'request.moved');
  }
}

/** Withdraws what an organisation was asked about a need, when it may see the need no longer. */
export async function withdrawAskedOf(
  desk: Desk,
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  of: { needId: string; toOrg: string },
): Promise<void> {
  for (const rootId of await rootsAskedOf(trx, of.needId, of.toOrg)) {
    const chain = await lockChain(trx, sightOf(call.actor), rootId);
    const change: Change = { trx, call, matter, chain, now: desk.clock.now() };
    for (const request of chain) {
      if (request.toOrg !== of.toOrg || !isOpen(request.state)) continue;
      await withdrawBranch(change, request);
      await moveAbove(change, request);
      await turnMatter(change, request);
      await traceRequest(change, request, 'request.withdrawn', 'request.moved');
    }
  }
}

function furtherFrom(chain: LockedRequest[], requestId: string): LockedRequest[] {
  const next = chain.filter((one) => one.parentId === requestId);
  return next.flatMap((one) => [one, ...furtherFrom(chain, one.id)]);
}
