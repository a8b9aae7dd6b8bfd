import { NotFound } from '../../platform/errors.ts';
import type { Actor } from '../identity/types.ts';

/** The organisations whose people the administrator looks after. Keeping an organisation's details (directory) gives no sight of its people. */
export function administeredBy(actor: Actor): string[] {
  return actor.grants.filter((grant) => grant.role === 'administrator').map((grant) => grant.organisationId);
}

/** What belongs to another organisation does not exist for this administrator. */
export function requireAdministered(actor: Actor, organisationId: string | undefined): asserts organisationId is string {
  if (!organisationId || !administeredBy(actor).includes(organisationId)) throw new NotFound();
}
