import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { cardChanged, cardFoundOtherwise } from '../events.ts';
import { type LockedCard, lockAnyCard } from '../queries.ts';
import { isDue, isStale, REVIEW_WITHIN } from '../rules.ts';
import type { CardContext } from '../types.ts';
import { dueCards, markCardPublished, markPublished, openVersion } from './queries.ts';

/** Rows in one run; the next run, an hour later, takes the rest. */
const BATCH = 500;

/** What everybody reads from now on. A card whose review date has passed has been looked over by this. */
export async function publishVersion(trx: Trx, card: LockedCard, number: number, now: Temporal.Instant): Promise<void> {
  const today = dayOf(now);
  const reviewOn = isStale(card.reviewOn, today) ? today.add(REVIEW_WITHIN) : card.reviewOn;
  await markPublished(trx, { cardId: card.id, number }, now);
  await markCardPublished(trx, card.id, { now, reviewOn });
  await cardChanged(trx, { ...card, publishedAt: now });
  await cardFoundOtherwise(trx, card);
}

/** The job of each hour: approved versions whose day has come, by the calendar of the place. @returns how many came into force */
export async function publishDue({ db, clock }: Pick<CardContext, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  let published = 0;
  for (const id of await dueCards(db, dayOf(now), BATCH)) {
    const isDone = await inTransaction(db, async (trx) => {
      const card = await lockAnyCard(trx, id);
      const open = await openVersion(trx, id);
      // Since it was looked up somebody may have changed it, and what was approved is a draft again.
      if (!card || card.retiredAt || open?.state !== 'approved' || !isDue(open.publishOn, dayOf(now))) return false;
      await publishVersion(trx, card, open.number, now);
      return true;
    });
    if (isDone) published += 1;
  }
  return published;
}
