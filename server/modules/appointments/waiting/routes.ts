import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import type { Booking } from '../types.ts';
import { linesFor } from './lines.ts';
import { WaitingLines } from './schema.ts';

/** Who waits for a time, for the staff. */
export function waitingRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  route(app, {
    method: 'GET',
    url: '/api/booking/waiting',
    summary: 'Who waits for a time to become free, by service and place; names for those who serve there',
    access: booking.staff,
    answers: { 200: WaitingLines },
    handle: async (call) => ({ status: 200, body: { lines: await linesFor(booking, byOf(call)) } }),
  });
}
