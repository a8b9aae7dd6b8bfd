import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { findUnit } from '../../directory/service.ts';
import { lockToStore } from '../locking.ts';
import { lockNeed } from '../needs/queries.ts';
import { takeTurn } from '../turn.ts';
import type { Call, Desk } from '../types.ts';
import { putQuestion } from './asking.ts';
import { directByQuestion } from './directing.ts';
import { awaitAuthority, markNeedInHand, statesAskedFrom } from './queries.ts';
import { turnOf } from './rules.ts';
import type { RequestInput } from './schema.ts';

/**
 * Asks a unit or a specialist of tier 2 or 3 about one need (*tukipyyntö*). The matter then awaits the authority, and a need not yet
 * directed is that authority's.
 * @throws Conflict `need-ended`, `processing-restricted` but by consent, and all of `putQuestion`
 */
export async function askSupport(desk: Desk, trx: Trx, call: Call, matterId: string, input: RequestInput): Promise<{ id: string }> {
  const matter = await lockToStore(trx, call, matterId);
  const need = await lockNeed(trx, matter.id, input.needId);
  if (!need || need.owner_org !== matter.owner_org) throw new NotFound();
  if (need.state === 'settled' || need.state === 'dropped') throw new Conflict('need-ended');
  const unit = await findUnit(trx, matter.unit_id);
  const asked = await putQuestion(desk, trx, call, matter, need, {
    ...input,
    askedUnitId: matter.unit_id,
    aboveTier: unit?.tier ?? 1,
    ownerOrg: matter.owner_org,
    parent: null,
  });
  await directByQuestion(trx, call, matter, need, { toOrg: asked.toOrg, corrects: input.directNeed });
  await markNeedInHand(trx, need.id);
  const now = desk.clock.now();
  if (turnOf(await statesAskedFrom(trx, matter.id)) === 'us') await takeTurn(trx, matter, now);
  else await awaitAuthority(trx, matter.id, now);
  return { id: asked.id };
}
