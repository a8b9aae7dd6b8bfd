import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { BookableTrialInput, BookingTrial, ResourceTrial, ResourceTrialInput } from './schema.ts';
import { tryBookable, tryResource } from './service.ts';

/** What a change would do, before it is saved. */
export function trialRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  route(app, {
    method: 'POST',
    url: '/api/booking/bookables/:id/trials',
    summary: 'The free times of a week, and who must be moved, were a service changed so; nothing is changed',
    access: booking.staff,
    params: byId,
    body: BookableTrialInput,
    answers: { 200: BookingTrial },
    handle: async ({ caller, params, body }) => ({ status: 200, body: await tryBookable(booking, caller, params.id, body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/resources/:id/trials',
    summary: 'Two weeks of hours, the free times of a week, and who must be moved, were a resource changed so; nothing is changed',
    access: booking.staff,
    params: byId,
    body: ResourceTrialInput,
    answers: { 200: ResourceTrial },
    handle: async ({ caller, params, body }) => ({ status: 200, body: await tryResource(booking, caller, params.id, body) }),
  });
}
