import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { deadlineThing } from './rules.ts';
import { tellByItself } from './service.ts';
import type { Noticing } from './types.ts';

type Near = { matterId: string; stepId: string; needId: string | null; deadlineAt: Temporal.Instant };

const BATCH = 100;

/**
 * The job that reminds customers of deadlines of their own steps, once each; a deadline that is moved is a new one. @returns how many
 */
export async function remindOfDeadlines(noticing: Noticing): Promise<number> {
  const now = noticing.clock.now();
  const near = await nearDeadlines(noticing.db, now, now.add({ hours: 24 * noticing.notices.deadlineDays }));
  let told = 0;
  for (const { matterId, stepId, needId, deadlineAt } of near) {
    if (await tellByItself(noticing, matterId, deadlineThing(stepId, needId, deadlineAt))) told += 1;
  }
  return told;
}

async function nearDeadlines(db: Db, from: Temporal.Instant, until: Temporal.Instant): Promise<Near[]> {
  const found = await sql<Near>`select s.matter_id as "matterId", s.id as "stepId", s.need_id as "needId", s.deadline_at as "deadlineAt"
    from step s join matter m on m.id = s.matter_id and m.state = 'open' and m.owner_org = s.owner_org
      left join notice_wish w on w.customer_id = m.customer_id
    where s.state in ('planned', 'now') and s.who = 'customer' and s.deadline_at > ${from}::timestamptz and s.deadline_at <= ${until}::timestamptz
      and coalesce(w.deadlines, true) and not exists (select 1 from notice_thing t
        where t.thing = 'deadline:' || s.id || ':' || floor(extract(epoch from s.deadline_at))::bigint)
    order by s.deadline_at limit ${BATCH}`.execute(db);
  return found.rows;
}
