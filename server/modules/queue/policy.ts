import { Forbidden, NotFound } from '../../platform/errors.ts';
import type { Actor, Role } from '../identity/types.ts';

const serving: readonly Role[] = ['service-advisor', 'receptionist', 'authority-specialist', 'digital-support-advisor', 'point-manager'];
const keeping: readonly Role[] = ['point-manager', 'administrator'];

/** Where a visit's point stands and whose queues it has. */
export type PointOfQueues = { id: string; organisationId: string; queueOrganisations: readonly string[] };

/** Whoever works at the point today: its own people, and those of the authorities that have a queue there. */
export function worksAt(actor: Actor, point: PointOfQueues): boolean {
  const ours = [point.organisationId, ...point.queueOrganisations];
  return (
    actor.pointId === point.id && actor.grants.some(({ role, organisationId }) => serving.includes(role) && ours.includes(organisationId))
  );
}

/** Sets up queues, counters and devices. */
export function keepsPoint(actor: Actor, point: Pick<PointOfQueues, 'id' | 'organisationId'>): boolean {
  return actor.grants.some(
    ({ role, organisationId, pointId }) =>
      keeping.includes(role) && organisationId === point.organisationId && (pointId === null || pointId === point.id),
  );
}

/** Special needs are for those who meet the visitor: the point's own people, and the authority whose queue it is. */
export function seesNeeds(actor: Actor, point: Pick<PointOfQueues, 'organisationId'>, queueOrganisation: string): boolean {
  return servesFor(actor, [point.organisationId, queueOrganisation]);
}

/** Whether they serve visitors for one of these organisations; for any, when none is said. */
export const servesFor = (actor: Actor, organisationIds?: readonly string[]): boolean =>
  actor.grants.some(({ role, organisationId }) => serving.includes(role) && (organisationIds?.includes(organisationId) ?? true));

/** @throws NotFound for a point one does not work at: what waits there does not exist for others */
export function requireWorksAt(actor: Actor, point: PointOfQueues | undefined): asserts point is PointOfQueues {
  if (!point || !worksAt(actor, point)) throw new NotFound();
}

/** @throws NotFound, or Forbidden for those who work there and do not keep it */
export function requireKeeps(actor: Actor, point: PointOfQueues | undefined): asserts point is PointOfQueues {
  if (!point) throw new NotFound();
  if (keepsPoint(actor, point)) return;
  if (worksAt(actor, point)) throw new Forbidden();
  throw new NotFound();
}
