import type { FastifyInstance } from 'fastify';
import { jointArrivalRoutes } from '../joint/pages/arrival-routes.ts';
import { jointPageRoutes } from '../joint/pages/routes.ts';
import { coursePageRoutes } from '../sessions/pages/routes.ts';
import { visitMovingRoutes } from '../visits/pages/moving-routes.ts';
import { visitPageRoutes } from '../visits/pages/routes.ts';
import { choosingRoutes } from './choosing-routes.ts';
import type { ChoosingDeps } from './deps.ts';
import { holdingRoutes } from './holding-routes.ts';
import { ownChangeRoutes } from './own-change-routes.ts';
import { ownAppointmentRoutes } from './own-routes.ts';

/** Booking without an account and without JavaScript. */
export function bookingPageRoutes(app: FastifyInstance, deps: ChoosingDeps): void {
  choosingRoutes(app, deps);
  holdingRoutes(app, deps);
  ownAppointmentRoutes(app, deps);
  ownChangeRoutes(app, deps);
  visitPageRoutes(app, deps);
  coursePageRoutes(app, deps);
  visitMovingRoutes(app, deps);
  jointPageRoutes(app, deps);
  jointArrivalRoutes(app, deps);
}
