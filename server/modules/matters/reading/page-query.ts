import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { askedAmong } from '../../customers/service.ts';
import { excerpt } from '../excerpt.ts';
import { noticesOf } from '../noticing/listing.ts';
import { type Sight, visibleMatter, visibleNeed, visibleRequest, visibleRow } from '../policy.ts';
import { restrictionJson } from '../restriction.ts';
import { entryBy } from '../trace.ts';
import type { Call } from '../types.ts';

/**
 * Everything one reader may see of one matter, as JSON built by PostgreSQL: one round trip, and the audit entry of the look is
 * written by the same statement, so nobody gets an answer without a trace. Null when the matter is not visible (no entry then).
 */
export async function readPage(db: Db, call: Call, sight: Sight, matterId: string): Promise<Record<string, unknown> | null> {
  const found = await sql<{ page: Record<string, unknown> }>`
    with m as materialized (select m.*, m.owner_org = any(${sight.own}::uuid[]) as kept from matter m
      where m.id = ${matterId}::uuid and ${visibleMatter(sight)}),
    audited as (${auditOfLook(call)}), opened as (${markRead})
    select jsonb_build_object(
      'id', m.id, 'number', m.number, 'title', case when m.kept then m.title else (${sharedTitle(sight)}) end, 'language', m.language,
      'state', m.state, 'awaits', (${awaits(sight)}), 'awaitsSince', iso(case when m.kept then m.awaits_since else coalesce((${askedSince(sight)}), m.opened_at) end), 'dueAt', case when m.kept then iso(m.due_at) end,
      'openedAt', iso(m.opened_at), 'openedChannel', m.opened_channel, 'closedAt', iso(m.closed_at), 'ownerOrganisationId', m.owner_org,
      'unitId', m.unit_id, 'personId', m.person_id, 'personName', (select p.name from person p where p.id = m.person_id), 'pointId', m.point_id,
      'actingFor', m.acting_for, 'customerOutcome', case when m.kept then m.customer_outcome end, 'mergedInto', m.merged_into, 'version', case when m.kept then m.version else 0 end,
      'kept', m.kept, 'restriction', ${restrictionJson}, 'customer', (${customer(sight)}), 'identification', (${identification(sight)}), 'earlierMatters', (${earlier(sight)}),
      'needs', coalesce((${needs(sight)}), '[]'), 'steps', coalesce((${steps(sight)}), '[]'), 'contacts', coalesce((${contacts(sight)}), '[]'),
      'messages', coalesce((${messages(sight)}), '[]'), 'requests', coalesce((${requests(sight)}), '[]'),
      'happenings', coalesce((${happenings(sight)}), '[]'), 'notices', coalesce((${noticesOf(sight)}), '[]'), 'shares', coalesce((${shares(sight)}), '[]'),
      'linked', coalesce((${linked(sight)}), '[]'), 'duplicates', coalesce((${duplicates(sight)}), '[]'),
      'alsoHere', coalesce((${alsoHere(call)}), '[]')
    ) as page from m`.execute(db);
  return found.rows[0]?.page ?? null;
}

/** What the customer wrote is no longer new to the unit once a keeper has opened the matter. */
const markRead = sql`update message g set read_at = now() from m where g.matter_id = m.id and m.kept and g.direction = 'in' and g.read_at is null`;

/** `from m` yields no row for a matter that is not visible: a look at nothing leaves no line here. */
function auditOfLook(call: Call) {
  const matter = { matterId: sql`m.id`, customerId: sql`m.customer_id`, ownerOrg: sql`m.owner_org` };
  return insertEntry({ ...entryBy(call), action: 'matter.read', purpose: 'advice', ...matter }, sql`from m`);
}

/** A matter's title may tell of needs a reader may not see: those it is only shared with read the shared need's name instead. */
function sharedTitle(sight: Sight) {
  return sql`select coalesce(nullif(n.service_name, ''), ${excerpt(sql`n.own_words`, 80)}) from need n where n.matter_id = m.id and ${visibleNeed(sight)} order by n.position limit 1`;
}

/**
 * Whose turn it is may tell that another authority has been asked, so those a matter is only shared with read it from what they see:
 * theirs while something is asked of them, else the keeper's. Its version counts what others do, and is the keeper's alone.
 */
function awaits(sight: Sight) {
  return sql`select case when m.kept then m.awaits when m.state <> 'open' then 'nobody' when (${askedSince(sight)}) is not null then 'authority' else 'us' end`;
}

function askedSince(sight: Sight) {
  return sql`select min(q.asked_at) from support_request q where q.matter_id = m.id
    and q.state in ('open', 'asked-back', 'forwarded', 'answer-below') and ${visibleRequest(sight)}`;
}

/** Under turvakielto the contact data does not leave the database; those a matter is shared with never get it. */
function customer(sight: Sight) {
  return sql`
  select jsonb_build_object('id', c.id, 'known', c.known, 'kind', c.kind, 'givenName', c.given_name, 'familyName', c.family_name, 'language', c.language,
    'email', case when open then c.email end, 'phone', case when open then c.phone end, 'phoneUnconfirmed', open and c.phone_unconfirmed, 'street', case when open then c.street end,
    'postalCode', case when open then c.postal_code end, 'city', case when open then c.city end, 'contactWish', c.contact_wish,
    'digitalSkill', c.digital_skill, 'restricted', c.restricted, 'version', c.version,
    'arrangements', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'detail', a.detail, 'legalGround', a.legal_ground,
      'expiresOn', a.expires_on, 'askedAt', a.asked_at, 'askedPointId', case when here then a.asked_point_id end, 'notedAt', case when here then iso(a.noted_at) end)
      order by a.noted_at, a.kind) from arrangement a cross join lateral (select m.kept and (${askedAmong(sight.own)}) as here) h
      where a.customer_id = c.id and a.ended_at is null and (a.expires_on is null or a.expires_on >= current_date) and m.state = 'open'), '[]'))
  from customer c cross join lateral (select m.kept and not c.restricted as open) o where c.id = m.customer_id`;
}

function identification(sight: Sight) {
  return sql`select coalesce((select jsonb_build_object('level', r.identification, 'at', iso(r.started_at), 'channel', r.channel, 'current', r.wrapped_at is null)
      from contact r where r.matter_id = m.id and r.identification <> 'none' and ${visibleRow(sight)}
      order by (r.wrapped_at is null) desc, r.started_at desc limit 1), '{"level": "none", "at": null, "channel": null, "current": false}')`;
}

function earlier(sight: Sight) {
  return sql`select count(*) from matter o where o.customer_id = m.customer_id and o.id <> m.id and o.state <> 'merged'
    and o.id in (select m.id from matter m where m.customer_id = o.customer_id and ${visibleMatter(sight)})`;
}

function needs(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', n.id, 'position', n.position, 'organisationId', n.organisation_id, 'serviceName', n.service_name,
    'ownerOrganisationId', case when n.owner_org = any(${sight.own}::uuid[]) then n.owner_org end, 'ownWords', n.own_words, 'state', n.state, 'outcome', n.outcome, 'outcomeWhy', n.outcome_why, 'outcomeAt', iso(n.outcome_at), 'receipt', n.receipt,
    'receivedAt', iso(n.received_at), 'receivedPointId', n.received_point_id, 'customerOutcome', n.customer_outcome) order by n.position, n.created_at)
    from need n where n.matter_id = m.id and ${visibleNeed(sight)}`;
}

function steps(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', r.id, 'needId', r.need_id, 'position', r.position, 'title', r.title, 'who', r.who,
    'organisationId', r.organisation_id, 'channel', r.channel, 'place', r.place, 'at', iso(r.at), 'deadlineAt', iso(r.deadline_at), 'state', r.state,
    'doneAt', iso(r.done_at), 'isSecret', r.secret) order by r.position) from step r where r.matter_id = m.id and r.state <> 'dropped' and ${visibleRow(sight)}`;
}

/** Contacts and their notes are the keeper's own: a shared need does not open them. */
function contacts(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', r.id, 'channel', r.channel, 'direction', r.direction, 'needId', r.need_id,
    'startedAt', iso(r.started_at), 'endedAt', iso(r.ended_at), 'personName', p.name, 'pointId', r.point_id, 'identification', r.identification,
    'summary', r.summary, 'wrappedAt', iso(r.wrapped_at), 'version', r.version) order by r.started_at)
    from contact r left join person p on p.id = r.person_id where r.matter_id = m.id and r.owner_org = any(${sight.own}::uuid[])`;
}

/** A mail server's words about a delivery name the address, so they are masked with it. */
function messages(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'direction', r.direction, 'channel', r.channel, 'language', r.language,
    'sensitivity', r.sensitivity, 'contactId', r.contact_id, 'needId', r.need_id, 'subject', r.subject, 'body', r.body, 'quoted', r.quoted,
    'hasHtml', r.body_html is not null, 'recipient', case when c.restricted or not m.kept then null else r.recipient end, 'authorName', p.name,
    'writtenBy', (${named(sql`r.by_customer_id`)}), 'onBehalfOf', (${named(sql`r.on_behalf_of`)}), 'state', r.state,
    'sendAt', iso(r.send_at), 'sentAt', iso(r.sent_at), 'createdAt', iso(r.created_at), 'deliveryNote', case when not c.restricted and m.kept then r.delivery_note end,
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type) order by f.position)
      from message_file f join file on file.id = f.file_id where f.message_id = r.id), '[]')) order by r.created_at)
    from message r left join person p on p.id = r.author_id join customer c on c.id = m.customer_id
    where r.matter_id = m.id and ${visibleRow(sight)} and (r.kind <> 'note' or r.owner_org = any(${sight.own}::uuid[])) and r.state <> 'undone'`;
}

/** A customer who wrote signed in, and for whom; theirs to know who keep the matter. */
function named(customerId: RawBuilder<unknown>) {
  return sql`select trim(w.given_name || ' ' || w.family_name) from customer w where m.kept and w.id = ${customerId}`;
}

function requests(sight: Sight) {
  return sql`select jsonb_agg(${requestJson} order by q.asked_at)
    from support_request q join person asker on asker.id = q.asked_by left join person asked on asked.id = q.to_person_id
    where q.matter_id = m.id and ${visibleRequest(sight)}`;
}

/** A support request with its entries; needs the aliases q, asker and asked. */
export const requestJson = sql`jsonb_build_object('id', q.id, 'matterId', q.matter_id, 'needId', q.need_id, 'parentId', q.parent_id, 'tier', q.tier, 'title', q.title,
  'question', q.question, 'sensitivity', q.sensitivity, 'customerWaiting', q.customer_waiting, 'state', q.state, 'askedAt', iso(q.asked_at),
  'askedByName', asker.name, 'askedUnitId', q.asked_unit_id, 'toUnitId', q.to_unit_id, 'toOrganisationId', q.to_org, 'toPersonId', q.to_person_id,
  'toPersonName', asked.name, 'dueAt', iso(q.due_at), 'escalatedAt', iso(q.escalated_at), 'answeredAt', iso(q.answered_at), 'answer', q.answer,
  'answerUse', q.answer_use, 'toldAt', iso(q.told_at), 'version', q.version,
  'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type) order by f.position)
    from support_request_file f join file on file.id = f.file_id where f.request_id = q.id), '[]'),
  'entries', coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', iso(e.at), 'personName', p.name, 'text', e.text) order by e.at, e.seq)
    from support_request_entry e left join person p on p.id = e.person_id where e.request_id = q.id), '[]'))`;

function happenings(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'at', iso(r.at), 'needId', r.need_id, 'personName', p.name, 'data', r.data)
    order by r.at) from happening r left join person p on p.id = r.person_id where r.matter_id = m.id and r.owner_org = any(${sight.own}::uuid[])`;
}

function shares(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', s.id, 'needId', s.need_id, 'organisationId', s.organisation_id, 'basis', s.basis, 'ground', s.ground,
    'givenHow', s.given_how, 'language', s.language, 'sharedAt', iso(s.shared_at), 'until', iso(s.until)) order by s.shared_at) from share s join need n on n.id = s.need_id
    where s.matter_id = m.id and s.revoked_at is null and (s.until is null or s.until > now()) and (n.owner_org = any(${sight.own}::uuid[]) or s.organisation_id = any(${sight.shared}::uuid[]))`;
}

function linked(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'title', o.title) order by o.number)
    from matter_link l join matter o on o.id = case when l.matter_id = m.id then l.other_id else l.matter_id end
    where (l.matter_id = m.id or l.other_id = m.id) and m.kept and o.owner_org = any(${sight.own}::uuid[])`;
}

/** Suggested, never joined by themselves: open matters of the same customer, or of another with the same e-mail or phone. */
function duplicates(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('id', d.id, 'number', d.number, 'title', d.title, 'openedAt', iso(d.opened_at)) order by d.opened_at desc) from (
    select o.id, o.number, o.title, o.opened_at from customer c cross join lateral (
      select c.id union
      select same.id from customer same where not c.restricted and not same.restricted and lower(same.email) = lower(c.email) union
      select same.id from customer same where not c.restricted and not same.restricted and same.phone = c.phone) same
      join matter o on o.customer_id = same.id
    where c.id = m.customer_id and m.kept and m.state = 'open' and o.id <> m.id and o.state = 'open' and o.owner_org = any(${sight.own}::uuid[])
      and o.opened_at > m.opened_at - interval '30 days' order by o.opened_at desc limit 3) d`;
}

/** Seen in the last 45 seconds (the desk beats each 20). */
function alsoHere(call: Call) {
  return sql`select jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name) order by p.name) from matter_presence here join person p on p.id = here.person_id
    where here.matter_id = m.id and here.person_id <> ${call.actor.personId}::uuid and here.seen_at > now() - interval '45 seconds' and m.kept`;
}
