import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';

/** Subject: the point. A silent alarm was raised, answered or ended, or the log changed: what it was is asked by those who may. */
export const ALARMS_CHANGED = 'queue.alarms-changed';
/** Subject: the point. Somebody at a self-service computer asked for help, or got it. */
export const HELP_CHANGED = 'queue.help-changed';
export type AtPoint = { pointId: string };

export async function alarmsChanged(trx: Trx, pointId: string): Promise<void> {
  await publish(trx, { type: ALARMS_CHANGED, subject: pointId, data: { pointId } satisfies AtPoint });
}

export async function helpChanged(trx: Trx, pointId: string): Promise<void> {
  await publish(trx, { type: HELP_CHANGED, subject: pointId, data: { pointId } satisfies AtPoint });
}
