import { Forbidden, NotFound } from '../../platform/errors.ts';
import type { Actor } from '../identity/types.ts';

type Kept = { id: string; keptById: string | null };
type Shared = { id: string; keepsRegion: boolean };

/** The organisations whose administrator the person is. */
export function administered(actor: Actor): string[] {
  return actor.grants.filter((grant) => grant.role === 'administrator').map((grant) => grant.organisationId);
}

/** An organisation's details are kept by its own administrators, and by those of its keeper (a city keeps the agencies it hosts). */
export function mayKeep(actor: Actor, organisation: Kept): boolean {
  const mine = administered(actor);
  return mine.includes(organisation.id) || (organisation.keptById !== null && mine.includes(organisation.keptById));
}

/** For an administrator, what another keeps does not exist. */
export function requireKept(actor: Actor, organisation: Kept | undefined): asserts organisation is Kept {
  if (!organisation || !mayKeep(actor, organisation)) throw new NotFound();
}

/** What all organisations share (lists, common texts, the site, the machinery) is kept by the region's own administrators, no city's alone. */
export function requireSharedKeeper(actor: Actor, organisations: Shared[]): void {
  if (!keepsShared(actor, organisations)) throw new Forbidden();
}

export function keepsShared(actor: Actor, organisations: Shared[]): boolean {
  const mine = administered(actor);
  return organisations.some((organisation) => organisation.keepsRegion && mine.includes(organisation.id));
}
