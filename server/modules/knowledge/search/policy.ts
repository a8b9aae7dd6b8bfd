import { Forbidden } from '../../../platform/errors.ts';
import { keepsShared } from '../../directory/service.ts';
import type { Organisation } from '../../directory/types.ts';
import type { Actor } from '../../identity/types.ts';

const keeping: readonly string[] = ['administrator', 'development-team'];

/** The organisation for which the person keeps the search; the routes let nobody else in. */
export function keepsSearchFor(actor: Actor): string {
  return keptBy(actor)[0] as string;
}

/** An organisation's words are its own people's; those that came with the product are kept by the region's keepers, who keep all. */
export function mayKeepSynonym(actor: Actor, organisationId: string | null, organisations: Organisation[]): boolean {
  return (organisationId !== null && keptBy(actor).includes(organisationId)) || keepsShared(actor, organisations);
}

export function requireSynonymKeeper(actor: Actor, organisationId: string | null, organisations: Organisation[]): void {
  if (!mayKeepSynonym(actor, organisationId, organisations)) throw new Forbidden();
}

const keptBy = (actor: Actor) => actor.grants.filter(({ role }) => keeping.includes(role)).map(({ organisationId }) => organisationId);
