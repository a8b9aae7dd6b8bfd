import { type RawBuilder, sql } from 'kysely';
import { sqlNamesAuthority } from '../naming.ts';

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
    'at', iso(s.at), 'deadlineAt', iso(s.deadline_at), 'state', s.state, 'doneAt', iso(s.done_at)) order by s.position)
  from step s where s.matter_id = m.id and s.owner_org = m.owner_org and s.state <> 'dropped'`;
}

/** For whoever holds the link: an authority is named only where the customer agreed, and nothing secret is told. */
export const steps = stepsNaming(sql`m.names_agreed`, sql`false`);
