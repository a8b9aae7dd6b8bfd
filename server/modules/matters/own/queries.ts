import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { excerpt } from '../excerpt.ts';
import { visibleToCustomer } from '../policy.ts';

export type OwnMatter = {
  id: string;
  number: string;
  state: 'open' | 'closed';
  turn: 'you' | 'us' | 'done';
  openedAt: string;
  /** What it is about: its needs' names, or the customer's own words; empty when neither is known. */
  about: string;
  /** Of the next step, when it has one. */
  deadlineAt: string | null;
  /** Messages that wait to be read. */
  waiting: number;
};

/** The matters that are the customer's own, or of the one they act for; the look is audited by the same statement. */
export async function readOwnMatters(db: Db, caller: CustomerCaller, requestId: string): Promise<OwnMatter[]> {
  const entry = { ...customerEntry(caller, requestId), action: 'matter.own-list', purpose: 'own-matter' };
  const { rows } = await sql<OwnMatter>`
    with audited as (${insertEntry(entry)})
    select m.id, m.number, m.state, iso(m.opened_at) as "openedAt",
      case when m.state = 'closed' then 'done'
        when m.awaits = 'customer' or exists (select 1 from step s where s.matter_id = m.id and s.state = 'now' and s.who = 'customer') then 'you'
        else 'us' end as turn,
      coalesce((select string_agg(x.name, ', ' order by x.position) from (
        select coalesce(nullif(n.service_name, ''), ${excerpt(sql`n.own_words`, 60)}) as name, n.position from need n
        where n.matter_id = m.id and n.state <> 'dropped' order by n.position limit 3) x), '') as about,
      (select iso(s.deadline_at) from step s where s.matter_id = m.id and s.state = 'now' and s.who = 'customer') as "deadlineAt",
      (select count(*)::int from message g where g.matter_id = m.id and g.direction = 'out' and g.author_id is not null and (g.state = 'waiting'
        or (g.state = 'sent' and g.channel = 'link' and g.read_at is null))) as waiting
    from matter m where ${visibleToCustomer(caller)} order by m.state = 'closed', m.opened_at desc, m.id`.execute(db);
  return rows;
}

/** Numbers of the matters they have said are theirs, while nobody has decided. */
export async function waitingClaims(db: Db, caller: CustomerCaller): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`select m.number from matter_claim k join matter m on m.id = k.matter_id
    where k.customer_id = ${handledCustomer(caller)}::uuid and k.state = 'waiting' order by k.created_at`.execute(db);
  return rows.map(({ number }) => number);
}
