import { dayOf, endOfDay, startOfDay } from '../../../platform/clock/day.ts';
import type { Actor } from '../../identity/types.ts';
import { daysOf, LEAST_VISITS } from '../figures/rules.ts';
import type { Period } from '../figures/schema.ts';
import { requireKeeps } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues, type QueuePoint } from '../visits/queries.ts';
import { countSittings, wordsOf } from './queries.ts';
import type { ComputerAnswers } from './schema.ts';

/**
 * How sittings at a point's computers ended. Of fewer than five sittings nothing is told, and of fewer than five
 * answers not which: each would tell of single people. @throws NotFound; Forbidden for those who do not keep the point;
 * Invalid `period-unfit`
 */
export async function computerAnswers(
  { db, clock }: Pick<Floor, 'db' | 'clock'>,
  actor: Actor,
  pointId: string,
  period: Period,
): Promise<ComputerAnswers> {
  const point = await pointWithQueues(db, pointId);
  requireKeeps(actor, point);
  const { zone } = point as QueuePoint;
  const { from, until } = daysOf(period, dayOf(clock.now(), zone));
  const between = { pointId, from: startOfDay(from, zone), until: endOfDay(until, zone) };
  const { sittings, helped, yes, partly, no } = await countSittings(db, between);
  if (sittings === 0) return { sittings: 0, helped: 0, answers: null, words: [] };
  if (sittings < LEAST_VISITS) return { sittings: null, helped: null, answers: null, words: [] };
  const isTold = yes + partly + no >= LEAST_VISITS;
  return { sittings, helped, answers: isTold ? { yes, partly, no } : null, words: isTold ? await wordsOf(db, between) : [] };
}
