import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { customerEntry } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { stepUnseen } from '../following/steps.ts';
import { visibleToCustomer } from '../policy.ts';
import type { OwnMatterPage } from './schema.ts';

/** One matter of the customer's own; the look is audited by the same statement. Undefined for one that is not theirs. */
export async function readOwnMatter(
  db: Db,
  caller: CustomerCaller,
  matterId: string,
  requestId: string,
): Promise<OwnMatterPage | undefined> {
  const { customerId: _, ...who } = customerEntry(caller, requestId);
  const found = await sql<{ page: OwnMatterPage }>`
    with m as materialized (select m.* from matter m where m.id = ${matterId}::uuid and ${visibleToCustomer(caller)}),
    audited as (${insertEntry({ ...who, action: 'matter.own-read', purpose: 'own-matter', ...ofMatter }, sql`from m`)})
    select jsonb_build_object('id', m.id, 'number', m.number, 'language', m.language, 'state', m.state, 'openedAt', iso(m.opened_at),
      'openedChannel', m.opened_channel, 'unitId', m.unit_id, 'ownerOrganisationId', m.owner_org, 'namesAgreed', m.names_agreed,
      'turn', case when m.state = 'closed' then 'done' when m.awaits = 'customer' then 'you' else 'us' end,
      'dueAt', case when m.awaits = 'us' then iso(m.due_at) end, 'outcome', m.customer_outcome, 'steps', coalesce((${steps}), '[]'),
      'messages', coalesce((${messages(caller)}), '[]'), 'needs', coalesce((${needs}), '[]'), 'shares', coalesce((${shares}), '[]')) as page
    from m`.execute(db);
  return found.rows[0]?.page;
}

const ofMatter = { matterId: sql`m.id`, customerId: sql`m.customer_id`, ownerOrg: sql`m.owner_org` };

/** The customer has been identified, so authorities are named to them whatever the page behind a link may say. */
const steps = sql`select jsonb_agg(jsonb_build_object('title', s.title, 'who', s.who, 'organisationId', s.organisation_id, 'place', s.place,
    'at', iso(s.at), 'deadlineAt', iso(s.deadline_at), 'state', s.state, 'doneAt', iso(s.done_at), 'unseen', ${stepUnseen}) order by s.position)
  from step s where s.matter_id = m.id and s.owner_org = m.owner_org and s.state <> 'dropped'`;

/**
 * What the customer and we have written to each other, whoever kept the matter then; receipts that the system sent are left out, the page
 * says the same. A message that did not arrive by its own channel is here all the same. Needs the alias m.
 */
export const between = sql`(g.matter_id = m.id and g.kind <> 'note' and (g.direction = 'in'
    or (g.direction = 'out' and g.author_id is not null and g.state in ('sent', 'waiting', 'told', 'bounced', 'given-up'))))`;

function messages(caller: CustomerCaller) {
  return sql`select jsonb_agg(jsonb_build_object('id', g.id, 'from', case when g.direction = 'in' then 'you' else 'us' end, 'body', g.body,
      'secret', g.sensitivity = 'secret', 'told', g.state = 'told', 'at', iso(coalesce(g.sent_at, g.created_at)),
      'byName', trim(w.given_name || ' ' || w.family_name), 'forName', trim(p.given_name || ' ' || p.family_name),
      'byReader', g.by_customer_id is not distinct from ${caller.customerId}::uuid, 'files', coalesce((${files}), '[]')) order by g.created_at, g.id)
    from message g left join customer w on w.id = g.by_customer_id left join customer p on p.id = g.on_behalf_of where ${between}`;
}

const files = sql`select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type) order by f.position)
  from message_file f join file on file.id = f.file_id where f.message_id = g.id`;

const needs = sql`select jsonb_agg(jsonb_build_object('id', n.id, 'name', ${nameOfNeed()}, 'organisationId', n.organisation_id, 'state', n.state,
    'outcome', n.outcome, 'receipt', n.receipt) order by n.position, n.created_at) from need n where n.matter_id = m.id and n.state <> 'dropped'`;

const shares = sql`select jsonb_agg(jsonb_build_object('id', s.id, 'needName', ${nameOfNeed()}, 'organisationId', s.organisation_id, 'basis', s.basis,
    'ground', s.ground, 'givenHow', s.given_how, 'language', s.language, 'sharedAt', iso(s.shared_at), 'until', iso(s.until)) order by s.shared_at)
  from share s join need n on n.id = s.need_id where s.matter_id = m.id and s.basis <> 'own' and s.revoked_at is null
    and (s.until is null or s.until > now())`;

function nameOfNeed() {
  return sql`coalesce(nullif(n.service_name, ''), n.own_words)`;
}

export type OwnFile = { name: string; stored_as: string; size: number; type: string };

/** A file of a message that the page shows, and no other; the look is audited by the same statement. */
export async function readOwnFile(
  db: Db,
  caller: CustomerCaller,
  at: { matterId: string; messageId: string; fileId: string },
  requestId: string,
): Promise<OwnFile | undefined> {
  const { customerId: _, ...who } = customerEntry(caller, requestId);
  const found = await sql<OwnFile>`
    with seen as materialized (select f.name, file.stored_as, file.size, file.type, f.file_id, g.id as message_id, m.id as matter_id, m.customer_id, m.owner_org
      from matter m join message g on ${between} join message_file f on f.message_id = g.id join file on file.id = f.file_id
      where m.id = ${at.matterId}::uuid and ${visibleToCustomer(caller)} and g.id = ${at.messageId}::uuid and f.file_id = ${at.fileId}::uuid),
    audited as (${insertEntry({ ...who, action: 'file.read', purpose: 'own-matter', ...ofFile }, sql`from seen`)})
    select name, stored_as, size, type from seen`.execute(db);
  return found.rows[0];
}

const ofFile = {
  matterId: sql`matter_id`,
  customerId: sql`customer_id`,
  ownerOrg: sql`owner_org`,
  subjects: sql`array[message_id, file_id]`,
};
