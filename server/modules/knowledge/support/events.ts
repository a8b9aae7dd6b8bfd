import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';
import { knowledgeChanged } from '../events.ts';

/** Subject: the actor. What it says is read by all staff; what wants looking over, by its keepers: the browser asks what it may see. */
export const SUPPORT_CHANGED = 'knowledge.support-changed';

export async function supportChanged(trx: Trx, id: string): Promise<void> {
  await publish(trx, { type: SUPPORT_CHANGED, subject: id });
  await knowledgeChanged(trx, 'support-actor', [id]);
}
