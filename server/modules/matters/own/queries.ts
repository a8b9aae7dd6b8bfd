import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';

export type OwnMatter = { id: string; number: string; state: 'open' | 'closed'; turn: 'you' | 'us' | 'done'; openedAt: string };

/** The matters that are the customer's own, or of the one they act for; the look is audited by the same statement. */
export async function readOwnMatters(db: Db, caller: CustomerCaller, requestId: string): Promise<OwnMatter[]> {
  const entry = { ...customerEntry(caller, requestId), action: 'matter.own-list', purpose: 'own-matter' };
  const { rows } = await sql<OwnMatter>`
    with audited as (${insertEntry(entry)})
    select m.id, m.number, m.state, iso(m.opened_at) as "openedAt",
      case when m.state = 'closed' then 'done' when m.awaits = 'customer' then 'you' else 'us' end as turn
    from matter m where m.customer_id = ${handledCustomer(caller)}::uuid and m.state <> 'merged'
    order by m.state = 'closed', m.opened_at desc, m.id`.execute(db);
  return rows;
}
