import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import { CoursePlace } from '../../series/schema.ts';
import { MeetingPlace } from '../../sessions/schema.ts';
import { readForStaff, type StaffDeps } from '../booking/reading.ts';
import { SeatBooked, SeatBooking, SeatsLeft, SeatsQuery } from './schema.ts';
import { bookCourse, bookSeat, seatsLeft } from './service.ts';

/** Places at meetings of many and in courses, booked for a customer. */
export function seatRoutes(app: FastifyInstance, deps: StaffDeps & StaffAccess): void {
  const access = deps.staff;

  route(app, {
    method: 'GET',
    url: '/api/booking/seats',
    summary:
      'Places left at the meetings and in the courses of a service that staff may book a customer into, and who may be told of a missed one',
    access,
    query: SeatsQuery,
    answers: { 200: SeatsLeft },
    handle: async ({ caller, query }) => ({ status: 200, body: await seatsLeft(deps, caller, query.service) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/meetings/:id/bookings',
    summary: 'Book a customer a place at a meeting of many; the authority that asked them to come is told when they did not',
    access,
    params: MeetingPlace,
    body: SeatBooking,
    answers: { 201: SeatBooked },
    idempotency: 'required',
    handle: async (call) => {
      const id = await bookSeat(deps, call.idempotency, byOf(call), call.params.id, call.body);
      return { status: 201, body: { id, first: await readForStaff(deps, byOf(call), id) } };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/courses/:id/bookings',
    summary: 'Book a customer into a course; the authority that asked them to come is told of a meeting missed',
    access,
    params: CoursePlace,
    body: SeatBooking,
    answers: { 201: SeatBooked },
    idempotency: 'required',
    handle: async (call) => {
      const { id, firstId } = await bookCourse(deps, call.idempotency, byOf(call), call.params.id, call.body);
      return { status: 201, body: { id, first: await readForStaff(deps, byOf(call), firstId) } };
    },
  });
}
