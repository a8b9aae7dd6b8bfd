import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';
import { knowledgeChanged } from '../events.ts';

/** A profile has changed, come or gone. Subject: the person. */
export const SPECIALIST_CHANGED = 'knowledge.specialist-changed';
/** Somebody's presence has: nobody's name is on it, or events would tell how a person's days went. */
export const PRESENCE_CHANGED = 'knowledge.presence-changed';

/** For open desks and for the search. */
export async function specialistChanged(trx: Trx, personId: string): Promise<void> {
  await publish(trx, { type: SPECIALIST_CHANGED, subject: personId });
  await knowledgeChanged(trx, 'specialist', [personId]);
}

export async function presenceChanged(trx: Trx): Promise<void> {
  await publish(trx, { type: PRESENCE_CHANGED });
}
