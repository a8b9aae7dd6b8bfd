import type { FastifyInstance } from 'fastify';
import type { StaffAccess } from '../../identity/types.ts';
import type { Booking } from '../types.ts';
import { bookableRoutes } from './bookables/routes.ts';
import { choiceRoutes } from './choices/routes.ts';
import { conflictRoutes } from './conflicts/routes.ts';
import { resourceRoutes } from './resources/routes.ts';
import { trialRoutes } from './trials/routes.ts';

export function capacityRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  bookableRoutes(app, booking);
  resourceRoutes(app, booking);
  conflictRoutes(app, booking);
  choiceRoutes(app, booking);
  trialRoutes(app, booking);
}
