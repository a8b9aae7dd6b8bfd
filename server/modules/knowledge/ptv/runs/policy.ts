import { Forbidden } from '../../../../platform/errors.ts';
import type { Organisation } from '../../../directory/types.ts';
import type { Actor } from '../../../identity/types.ts';

const keeping = ['administrator', 'development-team'] as const;

/** The directory is the whole region's: its import is kept by those of the organisations that keep what all share. @throws Forbidden */
export function requireDirectoryKeeper(actor: Actor, organisations: readonly Organisation[]): void {
  const mine = actor.grants
    .filter((grant) => keeping.includes(grant.role as (typeof keeping)[number]))
    .map((grant) => grant.organisationId);
  if (!organisations.some((organisation) => organisation.keepsRegion && mine.includes(organisation.id))) throw new Forbidden();
}
