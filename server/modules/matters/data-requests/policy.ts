import type { Actor, Role } from '../../identity/types.ts';

/** Who answers for an organisation's records to those they are about. */
export const answeringRoles: Role[] = ['data-protection-officer', 'administrator'];

export function answersFor(actor: Actor): string[] {
  return [...new Set(actor.grants.filter(({ role }) => answeringRoles.includes(role)).map(({ organisationId }) => organisationId))];
}
