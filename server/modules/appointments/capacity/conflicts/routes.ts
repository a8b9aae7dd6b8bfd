import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { moveCustomer, otherTimes } from './moving.ts';
import { BookingConflicts, ConflictsQuery, CustomerMove, OtherTimes } from './schema.ts';
import { conflictsFor } from './service.ts';

export function conflictRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  route(app, {
    method: 'GET',
    url: '/api/booking/conflicts',
    summary: 'The booked customers who must be moved since what they booked is no longer there',
    access: booking.staff,
    query: ConflictsQuery,
    answers: { 200: BookingConflicts },
    handle: async ({ caller, query: { resource: resourceId, bookable: bookableId, point: pointId } }) => ({
      status: 200,
      body: await conflictsFor(booking, caller, { resourceId, bookableId, pointId }),
    }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/appointments/:id/other-times',
    summary:
      'When else a booked customer could come within four weeks, to any stop of their bus; their own time too when others are free then',
    access: booking.staff,
    params: byId,
    answers: { 200: OtherTimes },
    handle: async ({ caller, params }) => ({ status: 200, body: await otherTimes(booking, caller, params.id) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/appointments/:id/time',
    summary: 'Move a booked customer to another time or stop of their bus, or at the same time to others who are free then',
    access: booking.staff,
    params: byId,
    body: CustomerMove,
    answers: { 204: empty },
    handle: async (call) => moveCustomer(booking, byOf(call), call.params.id, call.body),
  });
}
