import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { isStale, REVIEW_WITHIN } from '../../cards/rules.ts';
import { guideChanged } from '../events.ts';
import { insertGuide, type LockedGuide, lockAnyGuide, type NewGuide } from '../queries.ts';
import { isDue } from '../rules.ts';
import type { GuideContent } from '../schema.ts';
import type { GuideContext } from '../types.ts';
import { dueGuides, insertVersion, markApproved, markPublished, openVersion } from './queries.ts';

/** Rows in one run; the next run, an hour later, takes the rest. */
const BATCH = 500;

/** What those it concerns read from now on. A guide whose review date has passed has been looked over by this. */
export async function publishVersion(trx: Trx, guide: LockedGuide, number: number, now: Temporal.Instant): Promise<void> {
  const today = dayOf(now);
  const reviewOn = isStale(guide.reviewOn, today) ? today.add(REVIEW_WITHIN) : guide.reviewOn;
  await markPublished(trx, { guideId: guide.id, number }, { now, reviewOn });
  await guideChanged(trx, { ...guide, publishedAt: now });
}

/** The job of each hour: approved versions whose first day has come, by the calendar of the place. @returns how many came into force */
export async function publishDueGuides({ db, clock }: Pick<GuideContext, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  let published = 0;
  for (const id of await dueGuides(db, dayOf(now), BATCH)) {
    const isDone = await inTransaction(db, async (trx) => {
      const guide = await lockAnyGuide(trx, id);
      const open = await openVersion(trx, id);
      // Since it was looked up somebody may have changed it, and what was approved is a draft again.
      if (!guide || guide.retiredAt || open?.state !== 'approved' || !isDue(open.content, dayOf(now))) return false;
      await publishVersion(trx, guide, open.number, now);
      return true;
    });
    if (isDone) published += 1;
  }
  return published;
}

type Arriving = NewGuide & {
  writerId: string;
  approverId: string;
  versions: { content: GuideContent; changeNote: string; at: Temporal.Instant }[];
};

/**
 * A guide that comes written and approved, with an installation's own content: its versions one after another. Writer and approver are two people here
 * too (the database refuses one). @returns undefined where it is there already
 */
export async function addPublishedGuide(trx: Trx, { versions, writerId, approverId, ...guide }: Arriving): Promise<string | undefined> {
  const id = await insertGuide(trx, guide);
  if (!id) return undefined;
  for (const { content, changeNote, at } of versions) {
    const number = await insertVersion(trx, id, { content, changeNote, personId: writerId, now: at });
    await markApproved(trx, { guideId: id, number }, approverId);
    await publishVersion(trx, (await lockAnyGuide(trx, id)) as LockedGuide, number, at);
  }
  return id;
}
