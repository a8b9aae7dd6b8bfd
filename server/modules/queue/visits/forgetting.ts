import { sql } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { type Db, inTransaction } from '../../../platform/db/transaction.ts';
import type { Floor } from '../types.ts';

/** What a visit was about stays this long, in days: for who comes back and for what is asked afterwards. */
const KEPT_DAYS = 90;
/** A deed is undone for a minute; what it was like before is needed no longer than a slip of the clock. */
const BEFORE_HOURS = 24;
/** A telephone number, even as its hash, is asked for on the day of the appointment only. */
const PHONE_HOURS = 48;

/**
 * The job of each night (GDPR art. 5 (1) (e)): of old visits only what figures are counted from stays, the times, the queue and how it
 * ended; needs, matter, contact, who served and the way in on the phone are gone, and so are the deeds and who was expected.
 */
export async function forgetVisits({ db, clock }: { db: Floor['db']; clock: Clock }): Promise<void> {
  const now = clock.now();
  const old = now.subtract({ hours: 24 * KEPT_DAYS });
  await inTransaction(db, async (trx) => {
    await strip(trx, old);
    await sql`delete from visit_deed d using visit v where v.id = d.visit_id and v.ended_at < ${old}::timestamptz`.execute(trx);
    await sql`update visit_deed set before = null where before is not null and at < ${now.subtract({ hours: BEFORE_HOURS })}::timestamptz`.execute(
      trx,
    );
    await sql`delete from expected_visit where due_at < ${old}::timestamptz`.execute(trx);
    await sql`update expected_visit set phone_hash = null where phone_hash is not null
      and due_at < ${now.subtract({ hours: PHONE_HOURS })}::timestamptz`.execute(trx);
  });
}

async function strip(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`with stripped as (update visit set needs = '{}', matter_id = null, secret_hash = null
      where ended_at < ${before}::timestamptz and (needs <> '{}' or matter_id is not null or secret_hash is not null) returning id)
    update visit_step s set contact_id = null, person_id = null, excluded_ids = '{}' from stripped v where s.visit_id = v.id`.execute(db);
}
