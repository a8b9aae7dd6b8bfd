import { type RawBuilder, sql } from 'kysely';
import { sqlNamesAuthority } from '../naming.ts';

/**
 * An authority's step whose authority was let see the matter and sees it no more: a consent was withdrawn or its time ran out. What the
 * authority has in hand of its own goes on there, but nobody here may say that it takes care of this. Needs the alias s.
 */
export const stepUnseen = sql`(s.who = 'authority' and s.organisation_id is not null
  and exists (select 1 from share h where h.matter_id = s.matter_id and h.organisation_id = s.organisation_id and h.basis <> 'own'
    and (s.need_id is null or h.need_id = s.need_id))
  and not exists (select 1 from share h where h.matter_id = s.matter_id and h.organisation_id = s.organisation_id
    and (s.need_id is null or h.need_id = s.need_id) and h.revoked_at is null and (h.until is null or h.until > now())))`;

/**
 * The path for whoever has not been identified, and for paper; needs the alias m. Being a customer of an authority may itself be secret
 * (M13): without `named` an authority's step is only something done elsewhere, and no other step's words name one either. A secret step
 * (of a mapping given on paper only) has words where `mayTell`: to the identified, or on the paper itself.
 */
export function stepsNaming(named: RawBuilder<boolean>, mayTell: RawBuilder<boolean>): RawBuilder<unknown> {
  const told = sql<boolean>`(not s.secret or ${mayTell})`;
  return sql`select jsonb_agg(jsonb_build_object(
    'title', case when ${told} and (${named} or not (s.who = 'authority' or ${sqlNamesAuthority(sql`s.title`)})) then s.title end,
    'who', s.who, 'organisationId', case when ${told} and ${named} then s.organisation_id end,
    'place', case when ${told} and (${named} or not (s.who = 'authority' or ${sqlNamesAuthority(sql`s.place`)})) then s.place else '' end,
    'at', iso(s.at), 'deadlineAt', iso(s.deadline_at), 'state', s.state, 'doneAt', iso(s.done_at), 'unseen', ${stepUnseen}) order by s.position)
  from step s where s.matter_id = m.id and s.owner_org = m.owner_org and s.state <> 'dropped'`;
}

/** For whoever holds the link: an authority is named only where the customer agreed, and nothing secret is told. */
export const steps = stepsNaming(sql`m.names_agreed`, sql`false`);
