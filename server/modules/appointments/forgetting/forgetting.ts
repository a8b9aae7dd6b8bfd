import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { deleteOldHolds, stripOldHolds } from './holds.ts';
import { forgetBookers, forgetInvitations, forgetWaited } from './queries.ts';

/** Who came and for what stays this long after the end, in days, as with visits: for who comes back and for what is asked afterwards. */
const KEPT_DAYS = 90;
/** Waiting that is over, and an invitation as it was written, in days. */
const ASKED_DAYS = 30;
/** A time that was held and never agreed to says nothing that is needed on the next day. */
const HELD_DAYS = 1;

/**
 * The job of each night (GDPR art. 5 (1) (e)): of old appointments only what figures are counted from stays, the service, the point, the
 * times and how it ended. Of a matter's appointment the step on its path says that there was one.
 */
export async function forgetAppointments({ db, clock }: { db: Kysely<Tables>; clock: Clock }): Promise<void> {
  const daysAgo = (days: number) => clock.now().subtract({ hours: 24 * days });
  await inTransaction(db, async (trx) => {
    await forgetWaited(trx, daysAgo(ASKED_DAYS));
    await forgetInvitations(trx, daysAgo(ASKED_DAYS), daysAgo(KEPT_DAYS));
    await forgetBookers(trx, daysAgo(KEPT_DAYS));
    await stripOldHolds(trx, daysAgo(HELD_DAYS));
    await deleteOldHolds(trx, daysAgo(HELD_DAYS), daysAgo(KEPT_DAYS));
  });
}
