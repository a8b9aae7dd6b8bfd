import type { Trx } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';
import { knowledgeChanged } from '../events.ts';

/** Subject: the card. Data: who keeps it, and who is to know: all staff, or those who keep it. */
export const CARD_CHANGED = 'knowledge.card-changed';
export type CardChanged = { ownerOrg: string; told: 'staff' | 'keepers' };

type Changed = { id: string; ownerOrg: string; publishedAt: unknown };

/** What all staff read of it; one that nobody has published yet exists for its keepers. */
export async function cardChanged(trx: Trx, card: Changed): Promise<void> {
  await tell(trx, card, card.publishedAt === null ? 'keepers' : 'staff');
}

/** Its tasks, or what is said of it: seen by those who keep it, and no other desk is to fetch anything. */
export async function cardKeepingChanged(trx: Trx, card: Changed): Promise<void> {
  await tell(trx, card, 'keepers');
}

async function tell(trx: Trx, { id, ownerOrg }: Changed, told: CardChanged['told']): Promise<void> {
  await publish(trx, { type: CARD_CHANGED, subject: id, data: { ownerOrg, told } satisfies CardChanged });
}

/** What is found by its words is another from now on: the card, and the service that residents find by the card's words. */
export async function cardFoundOtherwise(trx: Trx, card: { id: string; textId: string | null }): Promise<void> {
  await knowledgeChanged(trx, 'card', [card.id]);
  if (card.textId !== null) await knowledgeChanged(trx, 'service', [card.textId]);
}
