import type { Trx } from '../../../../platform/db/transaction.ts';
import { publish } from '../../../../platform/events/publish.ts';

/** What a word means has changed: every node learns all of them again. Subject: the synonym's id. */
export const SYNONYMS_CHANGED = 'knowledge.synonyms-changed';

export async function synonymsChanged(trx: Trx, id: string): Promise<void> {
  await publish(trx, { type: SYNONYMS_CHANGED, subject: id });
}
