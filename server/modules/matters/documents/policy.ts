import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../identity/types.ts';
import { liveShareWith, mayKeep, type Sight, sightOf } from '../policy.ts';
import type { Side } from './rules.ts';

/**
 * Predicate over a row of `document` under the alias `d`: keepers of the organisation that received it; the authority it is for, and the
 * matter's present keeper, while its need is shared with them. A paper for one authority is no other authority's to see.
 */
export function visibleDocument(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(d.owner_org = any(${sight.own}::uuid[]) or (d.need_id is not null and exists (
    select 1 from share s where s.need_id = d.need_id and ${liveShareWith(sight)}
      and (s.organisation_id = d.organisation_id or s.organisation_id = (select k.owner_org from matter k where k.id = d.matter_id)))))`;
}

/** On which sides of a paper a person stands. Nobody but the authority's own people stands on its side. */
export function sidesOf(actor: Actor, document: { ownerOrg: string; organisationId: string | null }): Side[] {
  const keeps = mayKeep(actor, document.ownerOrg);
  const isAuthority = document.organisationId !== null && sightOf(actor).shared.includes(document.organisationId);
  return [...(keeps ? ['keeper' as const] : []), ...(isAuthority ? ['authority' as const] : [])];
}
