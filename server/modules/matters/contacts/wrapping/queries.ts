import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import { insertEntry } from '../../../audit/service.ts';
import { sightOf } from '../../policy.ts';
import { entryBy } from '../../trace.ts';
import type { Call } from '../../types.ts';
import { visibleContact } from '../queries.ts';
import type { WrapUpFacts } from '../rules.ts';
import type { Contact, WrapUp, WrapUpForm } from '../schema.ts';

export type FoundWrapUp = {
  contact: Contact;
  facts: WrapUpFacts;
  /** What was chosen when it was wrapped up; null before. */
  cards: WrapUpForm['cards'];
  adviceLevel: WrapUpForm['adviceLevel'];
  chosen: { reasons: string[]; supportKinds: string[]; how: string[]; hops: number | null; toldAgain: boolean | null } | null;
};

/**
 * Everything the wrap-up form starts from, and the audit entry of the look, in one statement. Only the keeper's own rows count; no row
 * when the contact is not visible.
 */
export async function readWrapUp(db: Db, call: Call, contactId: string): Promise<FoundWrapUp | undefined> {
  const found = await sql<FoundWrapUp>`
    with r as materialized (select r.*, m.customer_id from contact r join matter m on m.id = r.matter_id
      where r.id = ${contactId}::uuid and ${visibleContact(sightOf(call.actor))}),
    audited as (${auditOfLook(call)})
    select ${contactJson} as contact, ${factsJson} as facts,
      case when r.wrapped_at is not null then jsonb_build_object('reasons', r.reasons, 'supportKinds', r.support_kinds, 'how', r.how, 'hops', r.hops,
        'toldAgain', r.told_again) end as chosen, ${cardsJson} as cards, r.advice_level as "adviceLevel"
    from r left join person p on p.id = r.person_id`.execute(db);
  return found.rows[0];
}

function auditOfLook(call: Call): RawBuilder<unknown> {
  const contact = { matterId: sql`r.matter_id`, customerId: sql`r.customer_id`, ownerOrg: sql`r.owner_org`, subjects: sql`array[r.id]` };
  return insertEntry({ ...entryBy(call), action: 'contact.read', purpose: 'advice', ...contact }, sql`from r`);
}

const contactJson = sql`jsonb_build_object('id', r.id, 'channel', r.channel, 'direction', r.direction, 'needId', r.need_id, 'startedAt', iso(r.started_at),
  'endedAt', iso(r.ended_at), 'personName', p.name, 'pointId', r.point_id, 'identification', r.identification, 'summary', r.summary,
  'wrappedAt', iso(r.wrapped_at), 'version', r.version)`;

const needsJson = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'organisationId', n.organisation_id, 'state', n.state, 'outcome', n.outcome,
    'outcomeWhy', n.outcome_why, 'receipt', n.receipt, 'received', n.received_at is not null) order by n.position, n.created_at), '[]')
  from need n where n.matter_id = r.matter_id and n.owner_org = r.owner_org)`;

const arrangementsJson = sql`(select coalesce(jsonb_agg(a.kind), '[]') from arrangement a where a.customer_id = r.customer_id and a.ended_at is null
  and (a.expires_on is null or a.expires_on >= current_date))`;

const factsJson = sql`jsonb_build_object('needs', ${needsJson}, 'arrangements', ${arrangementsJson}, 'channel', r.channel,
  'digitalSkill', (select c.digital_skill from customer c where c.id = r.customer_id),
  'requested', exists (select 1 from support_request q where q.matter_id = r.matter_id and q.owner_org = r.owner_org and q.state <> 'withdrawn'),
  'instructed', exists (select 1 from message i where i.matter_id = r.matter_id and i.owner_org = r.owner_org and i.kind = 'instruction' and i.state <> 'undone'),
  'handOvers', (select count(*) from happening h where h.matter_id = r.matter_id and h.kind = 'handed-over'),
  'organisationsBefore', (select count(distinct e.owner_org) from contact e where e.matter_id = r.matter_id and e.owner_org <> r.owner_org
    and e.started_at < r.started_at),
  'silentBefore', (select count(*) from contact e where e.matter_id = r.matter_id and e.started_at < r.started_at and e.summary = ''
    and e.channel in ('phone', 'counter', 'chat', 'video')))`;

const cardsJson = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'organisationId', c.organisation_id, 'adviceLevel', p.content ->> 'adviceLevel',
    'openedAt', iso(k.opened_at), 'names', (select coalesce(jsonb_object_agg(l, name), '{}') from (
      select l, coalesce(nullif(x.texts -> l ->> 'name', ''), nullif(p.content -> 'texts' -> l ->> 'title', '')) as name from unnest(array['fi', 'sv', 'en']) l) t
      where name is not null)) order by k.opened_at desc), '[]')
  from contact_card k join service_card c on c.id = k.card_id join card_version p on p.card_id = c.id and p.state = 'published'
    left join service v on v.id = c.service_id left join service_text x on x.id = v.text_id
  where k.contact_id = r.id)`;

/** Outcomes as they stand, so that a wrap-up put again writes only what it changes. */
export async function currentOutcomes(
  trx: Trx,
  matterId: string,
): Promise<{ id: string; outcome: string | null; why: string | null; receipt: string | null }[]> {
  const found = await sql<{ id: string; outcome: string | null; why: string | null; receipt: string | null }>`
    select id, outcome, outcome_why as why, receipt from need where matter_id = ${matterId}::uuid`.execute(trx);
  return found.rows;
}

export type WrittenWrapUp = Omit<WrapUp, 'outcomes' | 'services' | 'closeMatter' | 'endedAt'> & {
  personId: string;
  pointId: string | null;
  endedAt: Temporal.Instant | null;
  now: Temporal.Instant;
};

export async function writeWrapUp(trx: Trx, contactId: string, wrapUp: WrittenWrapUp): Promise<void> {
  await sql`update contact set person_id = coalesce(person_id, ${wrapUp.personId}::uuid), point_id = coalesce(point_id, ${wrapUp.pointId}::uuid),
    ended_at = ${wrapUp.endedAt}::timestamptz, wrapped_at = coalesce(wrapped_at, ${wrapUp.now}::timestamptz),
    reasons = ${wrapUp.reasons}::text[], directed_by = ${wrapUp.directedBy ?? null}, support_kinds = ${wrapUp.supportKinds}::text[], how = ${wrapUp.how}::text[],
    not_alone = ${wrapUp.notAlone}::text[], could_self_serve = ${wrapUp.couldSelfServe ?? null}, hops = ${wrapUp.hops ?? null},
    told_again = ${wrapUp.toldAgain ?? null}, guidance = ${wrapUp.guidance ?? null}, guidance_words = ${wrapUp.guidanceWords ?? null}, advice_level = ${wrapUp.adviceLevel ?? null}, version = version + 1
    where id = ${contactId}::uuid`.execute(trx);
}
