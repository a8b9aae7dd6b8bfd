import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { blockRoutes } from './blocks/routes.ts';
import { customerOf, otherPlaces, place } from './moving.ts';
import {
  CalendarChoices,
  CalendarQuery,
  Calendars,
  CustomerOfAppointment,
  OtherPlaces,
  Placed,
  PlaceInput,
  PlacesQuery,
} from './schema.ts';
import { calendarChoices, readCalendars } from './service.ts';

/** The calendars of those who serve, and of rooms: read, and appointments moved in them. */
export function calendarRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access } = booking;

  route(app, {
    method: 'GET',
    url: '/api/booking/calendars',
    summary: 'Whose calendars the caller may open, and of which points',
    access,
    answers: { 200: CalendarChoices },
    handle: async ({ caller }) => ({ status: 200, body: await calendarChoices(booking, caller) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/calendar',
    summary:
      'The calendars of a point, or of one person or room, on at most 14 days; where one may not see the customer, the time is taken',
    access,
    query: CalendarQuery,
    answers: { 200: Calendars },
    handle: async ({ caller, query }) => ({ status: 200, body: await readCalendars(booking, caller, query) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/appointments/:id/customer',
    summary: 'Who has booked, to be called; the look is recorded',
    access,
    params: byId,
    answers: { 200: CustomerOfAppointment },
    handle: async (call) => ({ status: 200, body: await customerOf(booking, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/appointments/:id/other-places',
    summary: 'When and with whom else an appointment could be on these days, within the notice too',
    access,
    params: byId,
    query: PlacesQuery,
    answers: { 200: OtherPlaces },
    handle: async ({ caller, params, query }) => ({ status: 200, body: await otherPlaces(booking, caller, params.id, query) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/appointments/:id/place',
    summary: 'Move an appointment to another time, person or room; a customer who has to come at another time is written to a minute later',
    access,
    params: byId,
    body: PlaceInput,
    answers: { 200: Placed },
    handle: async (call) => ({ status: 200, body: await place(booking, byOf(call), call.params.id, call.body) }),
  });

  blockRoutes(app, booking);
}
