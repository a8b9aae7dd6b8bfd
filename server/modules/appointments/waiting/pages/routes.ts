import type { FastifyInstance } from 'fastify';
import type { PagesDeps } from '../../pages/deps.ts';
import { joiningRoutes } from './joining-routes.ts';
import { ownWaitingRoutes } from './own-routes.ts';

/** Waiting for a time to become free, without an account and without JavaScript. */
export function waitingPageRoutes(app: FastifyInstance, deps: PagesDeps): void {
  joiningRoutes(app, deps);
  ownWaitingRoutes(app, deps);
}
