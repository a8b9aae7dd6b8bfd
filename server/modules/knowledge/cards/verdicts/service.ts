import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { cardKeepingChanged } from '../events.ts';
import { lockAnyCard, lockPublished } from '../queries.ts';
import { dropWrong, openWrong } from '../tasks/queries.ts';
import type { CardContext } from '../types.ts';
import { cardOfVerdict, putVerdict, writeWhy } from './queries.ts';

export type Verdict = { helped: boolean; why: string };

/** One tap: "this helped" is counted, "this was wrong" is a task for the owner. @throws NotFound for a card that is not published */
export async function sayVerdict({ db, clock }: CardContext, by: By, cardId: string, { helped, why }: Verdict): Promise<{ id: string }> {
  return inTransaction(db, async (trx: Trx) => {
    const card = await lockPublished(trx, cardId);
    if (!card) throw new NotFound();
    const now = clock.now();
    const id = await putVerdict(trx, { cardId, number: card.number, personId: by.actor.personId, helped, why, now });
    if (helped) await dropWrong(trx, id);
    else await openWrong(trx, cardId, id, now);
    await recordChange(trx, by, helped ? 'card.helped' : 'card.wrong', cardId, card.ownerOrg);
    await cardKeepingChanged(trx, card);
    return { id };
  });
}

/** What was wrong, told after the tap. @throws NotFound for another person's verdict */
export async function sayWhy({ db }: CardContext, by: By, verdictId: string, why: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const cardId = await cardOfVerdict(trx, verdictId, by.actor.personId);
    const card = cardId && (await lockAnyCard(trx, cardId));
    if (!card) throw new NotFound();
    await writeWhy(trx, verdictId, why);
    await recordChange(trx, by, 'card.wrong', card.id, card.ownerOrg);
    await cardKeepingChanged(trx, card);
  });
}
