import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { BookingChoices } from './schema.ts';
import { choicesFor } from './service.ts';

export function choiceRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  route(app, {
    method: 'GET',
    url: '/api/booking/choices',
    summary: 'What the set-up of booking is made of: organisations, places with their queues, and people who could serve',
    access: booking.staff,
    answers: { 200: BookingChoices },
    handle: async ({ caller }) => ({ status: 200, body: await choicesFor(booking, caller) }),
  });
}
