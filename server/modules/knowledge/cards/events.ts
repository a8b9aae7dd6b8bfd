import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';
import { knowledgeChanged } from '../events.ts';

/** Subject: the card. Data: who keeps it, and whether everybody may know of it. */
export const CARD_CHANGED = 'knowledge.card-changed';
export type CardChanged = { ownerOrg: string; published: boolean };

export async function cardChanged(trx: Trx, card: { id: string; ownerOrg: string; publishedAt: unknown }): Promise<void> {
  await publish(trx, { type: CARD_CHANGED, subject: card.id, data: { ownerOrg: card.ownerOrg, published: card.publishedAt !== null } });
}

/** What is found by its words is another from now on: the card, and the service that residents find by the card's words. */
export async function cardFoundOtherwise(trx: Trx, card: { id: string; textId: string | null }): Promise<void> {
  await knowledgeChanged(trx, 'card', [card.id]);
  if (card.textId !== null) await knowledgeChanged(trx, 'service', [card.textId]);
}
