import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { keptBy } from '../../policy.ts';
import { cardKeepingChanged } from '../events.ts';
import { lockAnyCard } from '../queries.ts';
import { REMIND_BEFORE } from '../rules.ts';
import { lockKeptCard } from '../service.ts';
import type { CardContext } from '../types.ts';
import { cardsToReview } from './due-query.ts';
import { cardOfTask, handle, openOnce, type Task, tasksOf } from './queries.ts';

/** @throws NotFound for a card whose tasks are not the caller's business */
export async function cardTasks({ db }: CardContext, by: By, cardId: string): Promise<Task[]> {
  return inTransaction(db, async (trx) => {
    await lockKeptCard(trx, by.actor, cardId);
    return tasksOf(trx, cardId);
  });
}

/** Ends a task with a word of what was done. @throws NotFound; Conflict `task-handled` when it has been handled already */
export async function handleTask({ db, clock }: CardContext, by: By, taskId: string, note: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const cardId = await cardOfTask(trx, taskId, keptBy(by.actor));
    if (!cardId) throw new NotFound();
    const card = await lockKeptCard(trx, by.actor, cardId);
    if (!(await handle(trx, taskId, { personId: by.actor.personId, note, now: clock.now() }))) throw new Conflict('task-handled');
    await recordChange(trx, by, 'card.task-handled', cardId, card.ownerOrg);
    await cardKeepingChanged(trx, card);
  });
}

/** The job of each night: whose review date is near or past, their owners get a task, once for each date. @returns how many were reminded */
export async function remindOfReviews({ db, clock }: Pick<CardContext, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  const due = await cardsToReview(db, dayOf(now).add(REMIND_BEFORE));
  let reminded = 0;
  for (const { id, reviewOn } of due) {
    const isNew = await inTransaction(db, async (trx) => {
      const card = await lockAnyCard(trx, id);
      if (!card?.reviewOn.equals(reviewOn)) return false;
      const made = await openOnce(trx, { cardId: id, kind: 'review', about: reviewOn.toString(), now });
      if (made) await cardKeepingChanged(trx, card);
      return made;
    });
    if (isNew) reminded += 1;
  }
  return reminded;
}
