import { dayOf, startOfDay } from '../../../../platform/clock/day.ts';
import { type Db, inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.ts';
import { publish } from '../../../../platform/events/publish.ts';
import { listsOf, pointOf } from '../../../directory/service.ts';
import { keeperOrganisations } from '../../policy.ts';
import type { Call, Desk } from '../../types.ts';
import { mayUndoTally } from '../rules.ts';
import type { Tally } from '../schema.ts';
import { countTallies, insertTally, lockTally, type TallyPlace, undoTally } from './queries.ts';

/**
 * Counts a short advice in one tap. It names no customer and no advisor, so it leaves no audit entry either.
 * @throws Invalid `unknown-list-key`; Conflict `no-front-office`
 */
export async function countTally(desk: Desk, call: Call, kind: string): Promise<Tally> {
  return inTransaction(desk.db, async (trx) => {
    await checkKind(trx, kind);
    const { place, zone } = await placeOf(trx, call);
    const now = desk.clock.now();
    const id = await insertTally(trx, place, kind, now);
    await publish(trx, { type: 'tally.counted', data: { ownerOrg: place.organisationId, pointId: place.pointId, kind } });
    return { id, kind, today: await countTallies(trx, place, kind, startOfDay(dayOf(now, zone), zone)) };
  });
}

/** Takes a tally back. @throws NotFound for another organisation's or one taken back; Conflict `tally-settled` after a minute. */
export async function takeBackTally(desk: Desk, call: Call, id: number): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const tally = await lockTally(trx, keeperOrganisations(call.actor), id);
    if (!tally) throw new NotFound();
    const now = desk.clock.now();
    if (!mayUndoTally(tally.at, now)) throw new Conflict('tally-settled');
    await undoTally(trx, id, now);
    await publish(trx, { type: 'tally.undone', data: { ownerOrg: tally.organisationId, pointId: tally.pointId, kind: tally.kind } });
  });
}

async function checkKind(db: Db, kind: string): Promise<void> {
  const { tallyKinds = [] } = await listsOf(db, { onlyActive: true });
  if (!tallyKinds.some((item) => item.key === kind)) throw new Invalid('unknown-list-key', { fields: ['kind'] });
}

/** Where the person sits: the point's organisation when they keep it, else the first they keep. */
async function placeOf(trx: Trx, { actor }: Call): Promise<{ place: TallyPlace; zone: string | undefined }> {
  const mine = keeperOrganisations(actor);
  const point = actor.pointId ? await pointOf(trx, actor.pointId) : undefined;
  const organisationId = mine.find((id) => id === point?.organisationId) ?? mine[0];
  if (!organisationId) throw new Conflict('no-front-office');
  return { place: { organisationId, pointId: point?.id ?? null }, zone: point?.zone };
}
