import type { Db } from '../../../platform/db/transaction.ts';
import type { Actor } from '../../identity/types.ts';
import { requireKeeps } from '../policy.ts';
import { pointWithQueues, type QueuePoint } from '../visits/queries.ts';

/** A point that the actor sets up. @throws NotFound; Forbidden for those who work there and do not keep it */
export async function keptPoint(db: Db, actor: Actor, pointId: string): Promise<QueuePoint> {
  const point = await pointWithQueues(db, pointId);
  requireKeeps(actor, point);
  return point as QueuePoint;
}
