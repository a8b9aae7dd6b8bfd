import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import type { FollowPage } from './schema.ts';
import { steps, stepsNaming } from './steps.ts';

/** Follows a merge to where the matter went on, and writes the audit entry of the look in the same statement. */
export async function readForLink(db: Db, matterId: string, requestId: string): Promise<FollowPage | null> {
  const found = await sql<{ page: FollowPage }>`
    with recursive ${survivor(matterId)},
    audited as (${insertEntry({ requestId, actorKind: 'link', action: 'matter.followed', purpose: 'own-matter', ...matter }, sql`from m`)}),
    marked as (${markRead})
    select jsonb_build_object('number', m.number, 'language', m.language, 'state', m.state, 'openedAt', iso(m.opened_at), 'openedChannel', m.opened_channel,
      'unitId', m.unit_id, 'turn', case when m.state = 'closed' then 'done' when m.awaits = 'customer' then 'you' else 'us' end,
      'dueAt', case when m.awaits = 'us' then iso(m.due_at) end,
      'steps', coalesce((${steps}), '[]'), 'messages', coalesce((${messages}), '[]'), 'outcome', m.customer_outcome) as page from m`.execute(
    db,
  );
  return found.rows[0]?.page ?? null;
}

/** What comes next of a matter. */
export type Glance = Pick<FollowPage, 'state' | 'turn' | 'dueAt' | 'steps'>;

/**
 * For whoever holds something about the matter that is not its own link, such as a visit's number: no authority is named, also where the
 * customer let its own page name them, and nothing secret is told. Audited like a look by the link.
 */
export async function glanceAt(db: Db, matterId: string, requestId: string): Promise<Glance | null> {
  const found = await sql<{ glance: Glance }>`
    with recursive ${survivor(matterId)},
    audited as (${insertEntry({ requestId, actorKind: 'link', action: 'matter.followed', purpose: 'own-matter', ...matter }, sql`from m`)})
    select jsonb_build_object('state', m.state, 'turn', case when m.state = 'closed' then 'done' when m.awaits = 'customer' then 'you' else 'us' end,
      'dueAt', case when m.awaits = 'us' then iso(m.due_at) end,
      'steps', coalesce((${stepsNaming(sql`false`, sql`false`)}), '[]')) as glance from m`.execute(db);
  return found.rows[0]?.glance ?? null;
}

/** `m`: the matter, or the one it was merged into. Begins after `with recursive`. */
function survivor(matterId: string) {
  return sql`chain as (
      select m.id, m.merged_into, 1 as hop from matter m where m.id = ${matterId}::uuid
      union all select m.id, m.merged_into, hop + 1 from chain join matter m on m.id = chain.merged_into where hop < 10
    ), m as materialized (select m.* from chain join matter m on m.id = chain.id where chain.merged_into is null)`;
}

const matter = { matterId: sql`m.id`, customerId: sql`m.customer_id`, ownerOrg: sql`m.owner_org` };

/**
 * What came by other channels than the page itself, or was written behind strong sign-in, stays off it: whoever holds the link has not
 * been identified. So do receipts that the
 * system sent: the page says the same.
 */
const shown = sql`g.matter_id = m.id and g.owner_org = m.owner_org and ((g.direction = 'in' and g.channel in ('web', 'link') and g.by_customer_id is null)
    or (g.direction = 'out' and g.author_id is not null and g.state in ('sent', 'waiting', 'told')))`;

const messages = sql`select jsonb_agg(jsonb_build_object('id', g.id, 'from', case when g.direction = 'in' then 'you' else 'us' end,
    'body', case when g.sensitivity = 'normal' then g.body end, 'told', g.state = 'told', 'at', iso(coalesce(g.sent_at, g.created_at)),
    'files', case when g.sensitivity = 'normal' then coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type)
      order by f.position) from message_file f join file on file.id = f.file_id where f.message_id = g.id), '[]') else '[]' end) order by g.created_at)
  from message g where ${shown}`;

/** What was left for the page to show has been shown: it does not wait to be collected at a desk any more. */
const markRead = sql`update message g set read_at = now() from m where ${shown} and g.direction = 'out' and g.channel = 'link' and g.sensitivity = 'normal'
    and g.state = 'sent' and g.read_at is null`;

export type ShownFile = { name: string; stored_as: string; size: number; type: string };

/** A file of a message that the page shows in words, and no other; the look is audited by the same statement. */
export async function readFileForLink(
  db: Db,
  at: { matterId: string; messageId: string; fileId: string },
  requestId: string,
): Promise<ShownFile | undefined> {
  const found = await sql<ShownFile>`
    with recursive ${survivor(at.matterId)},
    seen as materialized (select f.name, file.stored_as, file.size, file.type, f.file_id, g.id as message_id, m.id as matter_id, m.customer_id, m.owner_org
      from m join message g on ${shown} join message_file f on f.message_id = g.id join file on file.id = f.file_id
      where g.id = ${at.messageId}::uuid and f.file_id = ${at.fileId}::uuid and g.sensitivity = 'normal'),
    audited as (${insertEntry({ requestId, actorKind: 'link', action: 'file.read', purpose: 'own-matter', ...seen }, sql`from seen`)})
    select name, stored_as, size, type from seen`.execute(db);
  return found.rows[0];
}

const seen = {
  matterId: sql`matter_id`,
  customerId: sql`customer_id`,
  ownerOrg: sql`owner_org`,
  subjects: sql`array[message_id, file_id]`,
};
