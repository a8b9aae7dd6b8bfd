import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../identity/types.ts';
import { liveShareWith, mayKeep, type Sight, sightOf } from '../policy.ts';
import type { Side } from './rules.ts';

/**
 * Predicate over a row of `document` under the alias `d`, with all that belongs to it: keepers of the organisation that answers for it; the
 * authority it is for, and the matter's present keeper, while its need is shared with them; the desk it is on its way to, after its matter.
 * A paper for one authority is no other authority's to see.
 */
export function openDocument(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(d.owner_org = any(${sight.own}::uuid[]) or d.next_org = any(${sight.own}::uuid[]) or (d.need_id is not null and exists (
    select 1 from share s where s.need_id = d.need_id and ${liveShareWith(sight)}
      and (s.organisation_id = d.organisation_id or s.organisation_id = (select k.owner_org from matter k where k.id = d.matter_id)))))`;
}

/**
 * The same, and an authority that has the paper in its hands after its need was taken from its sight (a consent withdrawn): it sees the
 * paper, that it may give it back, and nothing else of the need or the matter (`isHeldOnly`).
 */
export function visibleDocument(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${openDocument(sight)} or (d.state in ('on-way', 'with-authority') and d.organisation_id = any(${sight.shared}::uuid[])))`;
}

type Sided = { ownerOrg: string; organisationId: string | null; nextOrg: string | null; isHeldOnly: boolean };

/** On which sides of a paper a person stands. Nobody but the authority's own people stands on its side. */
export function sidesOf(actor: Actor, { ownerOrg, organisationId, nextOrg, isHeldOnly }: Sided): Side[] {
  const isAuthority = organisationId !== null && sightOf(actor).shared.includes(organisationId);
  const sides: [Side, boolean][] = [
    ['keeper', mayKeep(actor, ownerOrg)],
    ['authority', isAuthority && !isHeldOnly],
    ['next', nextOrg !== null && mayKeep(actor, nextOrg)],
    ['holder', isAuthority && isHeldOnly],
  ];
  return sides.filter(([, stands]) => stands).map(([side]) => side);
}
