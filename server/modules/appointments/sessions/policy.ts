import { NotFound } from '../../../platform/errors.ts';
import type { Actor, Role } from '../../identity/types.ts';
import { type PointOfQueues, worksAt } from '../../queue/service.ts';

const serving: readonly Role[] = ['service-advisor', 'receptionist', 'authority-specialist', 'digital-support-advisor', 'point-manager'];

type Held = { ownerOrg: string; pointId: string | null };

/** Who comes to a meeting is for those of the organisation that holds it, and for those who work today at the point where it is. */
export function mayLead(actor: Actor, { ownerOrg }: Held, point: PointOfQueues | undefined): boolean {
  const isOfOwner = actor.grants.some(({ role, organisationId }) => serving.includes(role) && organisationId === ownerOrg);
  return isOfOwner || (point !== undefined && worksAt(actor, point));
}

/** @throws NotFound: a meeting of others does not exist */
export function requireLeads(actor: Actor, session: Held | undefined, point: PointOfQueues | undefined): asserts session is Held {
  if (!session || !mayLead(actor, session, point)) throw new NotFound();
}

/** Organisations for which one serves customers. */
export const servesFor = (actor: Actor): string[] => [
  ...new Set(actor.grants.filter(({ role }) => serving.includes(role)).map(({ organisationId }) => organisationId)),
];
