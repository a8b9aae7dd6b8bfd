import type { Actor, Grant, Role } from '../../identity/types.ts';

/** Who serves residents at a desk, at whichever organisation; those for whom the rule of telling secrets is part of the work. */
const rolesThatCollect: Role[] = ['service-advisor', 'receptionist', 'point-manager'];

export function mayCollect(actor: Actor): boolean {
  return actor.grants.some(({ role }) => rolesThatCollect.includes(role));
}

/** As whose person somebody serves here. Ask `mayCollect` first. */
export function collectingOrganisation(actor: Actor): string {
  return (actor.grants.find(({ role }) => rolesThatCollect.includes(role)) as Grant).organisationId;
}
