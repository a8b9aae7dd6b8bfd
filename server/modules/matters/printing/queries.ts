import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import type { FollowPage } from '../following/schema.ts';
import { stepsNaming } from '../following/steps.ts';
import { sightOf, visibleMatter } from '../policy.ts';
import { entryBy } from '../trace.ts';
import type { Call } from '../types.ts';

/** A matter as its customer is given it on paper. */
export type PaperMatter = Omit<FollowPage, 'messages'> & { ownerOrg: string; pointId: string | null };

/** Only for those who keep the matter: a paper goes to the customer. The look is audited by the same statement, with what it named. */
export async function readForPaper(db: Db, call: Call, matterId: string, named: boolean): Promise<PaperMatter | undefined> {
  const action = named ? 'matter.printed-with-names' : 'matter.printed';
  const found = await sql<{ page: PaperMatter }>`
    with m as materialized (select m.*, coalesce(m.point_id, u.point_id) as at_point from matter m join unit u on u.id = m.unit_id
      where m.id = ${matterId}::uuid and ${visibleMatter(sightOf(call.actor))}),
    audited as (${insertEntry({ ...entryBy(call), action, purpose: 'advice', ...matter }, sql`from m`)})
    select jsonb_build_object('number', m.number, 'language', m.language, 'state', case m.state when 'open' then 'open' else 'closed' end,
      'openedAt', iso(m.opened_at), 'openedChannel', m.opened_channel, 'unitId', m.unit_id, 'pointId', m.at_point, 'ownerOrg', m.owner_org,
      'turn', case when m.state <> 'open' then 'done' when m.awaits = 'customer' then 'you' else 'us' end,
      'dueAt', case when m.awaits = 'us' then iso(m.due_at) end, 'steps', coalesce((${stepsNaming(sql`${named}::boolean`, sql`true`)}), '[]'), 'outcome', m.customer_outcome) as page from m`.execute(
    db,
  );
  return found.rows[0]?.page;
}

const matter = { matterId: sql`m.id`, customerId: sql`m.customer_id`, ownerOrg: sql`m.owner_org` };

export type Letter = {
  matterId: string;
  number: string;
  kind: 'message' | 'instruction';
  language: string;
  body: string;
  subject: string;
  at: string;
  ownerOrg: string;
  pointId: string | null;
  authorName: string | null;
  /** Null lines are unknown; none under turvakielto, which nothing that leaves may break. */
  recipient: { name: string; street: string; postalCode: string; city: string } | null;
};

/** A message or an instruction to the customer; notes and what the customer wrote are never letters. */
export async function readLetter(db: Db, call: Call, messageId: string): Promise<Letter | undefined> {
  const found = await sql<{ letter: Letter }>`
    with seen as materialized (select r.*, m.number, m.customer_id, coalesce(m.point_id, u.point_id) as at_point from message r
      join matter m on m.id = r.matter_id join unit u on u.id = m.unit_id
      where r.id = ${messageId}::uuid and r.direction = 'out' and r.kind <> 'note' and r.state <> 'undone'
        and r.owner_org = any(${sightOf(call.actor).own}::uuid[])),
    audited as (${insertEntry({ ...entryBy(call), action: 'message.printed', purpose: 'advice', ...message }, sql`from seen`)})
    select jsonb_build_object('matterId', r.matter_id, 'number', r.number, 'kind', r.kind, 'language', r.language, 'body', r.body, 'subject', r.subject,
      'at', iso(coalesce(r.sent_at, r.created_at)), 'ownerOrg', r.owner_org, 'pointId', r.at_point, 'authorName', p.name,
      'recipient', case when not c.restricted then jsonb_build_object('name', trim(c.given_name || ' ' || c.family_name), 'street', coalesce(c.street, ''),
        'postalCode', coalesce(c.postal_code, ''), 'city', coalesce(c.city, '')) end) as letter
    from seen r join customer c on c.id = r.customer_id left join person p on p.id = r.author_id`.execute(db);
  return found.rows[0]?.letter;
}

const message = { matterId: sql`matter_id`, customerId: sql`customer_id`, ownerOrg: sql`owner_org`, subjects: sql`array[id]` };
