import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';

/** Subject: the bulletin. What is told of it may be read by all staff, or is nothing to them: the browser asks what it may see. */
export const BULLETIN_CHANGED = 'knowledge.bulletin-changed';

export async function bulletinChanged(trx: Trx, id: string): Promise<void> {
  await publish(trx, { type: BULLETIN_CHANGED, subject: id });
}
