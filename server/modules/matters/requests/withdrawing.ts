import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { lockMatterItself } from '../locking.ts';
import { sightOf } from '../policy.ts';
import { liveShare } from '../sharing/queries.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { become, type Change, enter, moveAbove, traceRequest, turnMatter } from './effects.ts';
import { type LockedRequest, lockChain, openWithoutShare, rootsAskedOf } from './queries.ts';
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
  call: Call | null,
  matter: LockedMatter,
  of: { needId: string; toOrg: string },
): Promise<void> {
  for (const rootId of await rootsAskedOf(trx, of.needId, of.toOrg)) {
    const chain = await lockChain(trx, call ? sightOf(call.actor) : { own: [], shared: [] }, rootId);
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

/** A share that ends with its time tells nobody: what is still open under it comes back to the asker. @returns how many needs */
export async function withdrawUnseen(desk: Desk, batch: number): Promise<number> {
  const unseen = await openWithoutShare(desk.db, batch);
  for (const { matterId, ...asked } of unseen) {
    await inTransaction(desk.db, async (trx) => {
      const matter = await lockMatterItself(trx, matterId);
      // Shared anew meanwhile: then it is seen again.
      if (!(await liveShare(trx, asked.needId, asked.toOrg))) await withdrawAskedOf(desk, trx, null, matter, asked);
    });
  }
  return unseen.length < batch ? unseen.length : unseen.length + (await withdrawUnseen(desk, batch));
}

function furtherFrom(chain: LockedRequest[], requestId: string): LockedRequest[] {
  const next = chain.filter((one) => one.parentId === requestId);
  return next.flatMap((one) => [one, ...furtherFrom(chain, one.id)]);
}
