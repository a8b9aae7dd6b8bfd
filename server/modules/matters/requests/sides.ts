import type { Actor } from '../../identity/types.ts';
import { mayKeep, sightOf } from '../policy.ts';
import type { LockedRequest } from './queries.ts';
import type { Side, Standing } from './rules.ts';

export type Asked = Pick<LockedRequest, 'ownerOrg' | 'toOrg' | 'toUnitId' | 'escalatesToId'> & { escalated: boolean };

/** On which side of a question a person stands. What tier 2 put further is asked by tier 2, not by the advisor. */
export function sidesOf(actor: Actor, request: Asked, parent: Asked | undefined): Side[] {
  const asker = parent ? isAsked(actor, parent) : mayKeep(actor, request.ownerOrg);
  return [...(asker ? ['asker' as const] : []), ...(isAsked(actor, request) ? ['asked' as const] : [])];
}

/** A member of the asked unit; once it is overdue also those it escalated to. */
function isAsked(actor: Actor, request: Asked): boolean {
  if (!sightOf(actor).shared.includes(request.toOrg)) return false;
  if (actor.unitIds.includes(request.toUnitId)) return true;
  if (!request.escalated) return false;
  return request.escalatesToId ? actor.unitIds.includes(request.escalatesToId) : managedOrganisations(actor).includes(request.toOrg);
}

/** Whose point managers hear of what nobody answered in time. */
export function managedOrganisations(actor: Actor): string[] {
  return actor.grants.filter((grant) => grant.role === 'point-manager').map((grant) => grant.organisationId);
}

type Below = { parentId: string | null; state: Standing['state'] };

/** The latest question put further from `requestId`; `chain` is in the order of asking. Ended ones without an answer count for nothing. */
export function belowOf(chain: Below[], requestId: string): Standing['below'] {
  const last = chain.filter((one) => one.parentId === requestId && one.state !== 'returned' && one.state !== 'withdrawn').at(-1);
  if (!last) return 'none';
  return last.state === 'answered' ? 'answered' : 'open';
}

export function holderOf(toPersonId: string | null, personId: string): Standing['holder'] {
  if (!toPersonId) return 'nobody';
  return toPersonId === personId ? 'me' : 'other';
}
