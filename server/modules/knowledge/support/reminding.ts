import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import { type Db, inTransaction } from '../../../platform/db/transaction.ts';
import { supportChanged } from './events.ts';
import { REMIND_AFTER, STALE_AFTER } from './rules.ts';
import type { SupportContext } from './service.ts';

/**
 * The job of each night: actors that want looking over come onto their keepers' lists, and those that nobody has looked over are told to be old
 * from now on; each once for the date of the last look. @returns how many
 */
export async function remindOfActors({ db, clock }: Pick<SupportContext, 'db' | 'clock'>): Promise<number> {
  const [now, today] = [clock.now(), dayOf(clock.now())];
  let reminded = 0;
  for (const { id, checkedOn, stage } of await actorsToRemindOf(db, today)) {
    await inTransaction(db, async (trx) => {
      const written = await sql`insert into support_actor_reminder (actor_id, checked_on, stage, at)
        select id, checked_on, ${stage}, ${now}::timestamptz from support_actor where id = ${id}::uuid and checked_on = ${checkedOn}::date and retired_at is null
        on conflict do nothing`.execute(trx);
      if (written.numAffectedRows === 0n) return;
      await supportChanged(trx, id);
      reminded += 1;
    });
  }
  return reminded;
}

type ToRemindOf = { id: string; checkedOn: Temporal.PlainDate; stage: 'due' | 'stale' };

async function actorsToRemindOf(db: Db, today: Temporal.PlainDate): Promise<ToRemindOf[]> {
  const found = await sql<ToRemindOf>`select a.id, a.checked_on as "checkedOn", s.stage from support_actor a
      join (values ('due', ${today.subtract(REMIND_AFTER)}::date), ('stale', ${today.subtract(STALE_AFTER)}::date)) s (stage, until) on a.checked_on <= s.until
    where a.retired_at is null and not exists (select from support_actor_reminder r
      where r.actor_id = a.id and r.checked_on = a.checked_on and r.stage = s.stage) order by a.checked_on, s.stage`.execute(db);
  return found.rows;
}
