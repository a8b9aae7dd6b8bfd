import { afterCommit, type Trx } from '../../platform/db/transaction.ts';
import { publish } from '../../platform/events/publish.ts';
import type { Floor } from './types.ts';

/**
 * Subject: the visit. Something was done to it. What others may see or hear of it is the code, the counter and the deed: never a
 * queue, an authority or a name.
 */
export const VISIT_MOVED = 'queue.visit-moved';

/** Subject: the point. Its queues, counters, devices or order were changed, or a counter opened or closed. */
export const FLOOR_CHANGED = 'queue.floor-changed';
export type FloorChanged = { pointId: string };

export async function floorChanged({ boards }: Pick<Floor, 'boards'>, trx: Trx, pointId: string): Promise<void> {
  await publish(trx, { type: FLOOR_CHANGED, subject: pointId, data: { pointId } satisfies FloorChanged });
  afterCommit(trx, () => boards.forget(pointId));
}

/** Subject: the device, revoked or to be paired anew. What it has open is closed on every node. */
export const DEVICE_CLOSED = 'queue.device-closed';

export async function deviceClosed(trx: Trx, deviceId: string): Promise<void> {
  await publish(trx, { type: DEVICE_CLOSED, subject: deviceId });
}
