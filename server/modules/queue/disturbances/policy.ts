import { Forbidden, NotFound } from '../../../platform/errors.ts';
import type { Actor } from '../../identity/types.ts';
import { keepsPoint, type PointOfQueues, worksAt } from '../policy.ts';

/** A guard of the point: the guarding company's people get their grant from the organisation whose point it is. */
export function guards(actor: Actor, point: PointOfQueues): boolean {
  return actor.grants.some(
    ({ role, organisationId, pointId }) =>
      role === 'guard' && organisationId === point.organisationId && (pointId === null || pointId === point.id),
  );
}

/** Whoever is there now: may raise an alarm, and hears those of others. */
export function isThere(actor: Actor, point: PointOfQueues): boolean {
  return worksAt(actor, point) || (actor.pointId === point.id && guards(actor, point));
}

/** The whole log, spoken feedback and imports: guards, and those who keep the point. */
export const seesAll = (actor: Actor, point: PointOfQueues): boolean => guards(actor, point) || keepsPoint(actor, point);

/** Anybody who works there may write down what happened. */
export const mayWrite = (actor: Actor, point: PointOfQueues): boolean => seesAll(actor, point) || worksAt(actor, point);

/** @throws NotFound for a point one has nothing to do with */
export function requireWrites(actor: Actor, point: PointOfQueues | undefined): asserts point is PointOfQueues {
  if (!point || !mayWrite(actor, point)) throw new NotFound();
}

/** @throws NotFound; Forbidden for those who work there and see only what is their own */
export function requireSeesAll(actor: Actor, point: PointOfQueues | undefined): asserts point is PointOfQueues {
  requireWrites(actor, point);
  if (!seesAll(actor, point)) throw new Forbidden();
}

/** @throws NotFound for whoever is not at the point now */
export function requireThere(actor: Actor, point: PointOfQueues | undefined): asserts point is PointOfQueues {
  if (!point || !isThere(actor, point)) throw new NotFound();
}
