import type { FastifyInstance } from 'fastify';
import { anyone } from '../../../platform/http/access.ts';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { readHeld } from '../booking/reading.ts';
import { HeldAppointment } from '../booking/schema.ts';
import { readHeldJoint } from '../joint/reading.ts';
import { HeldJointBooking } from '../joint/schema.ts';
import { holdCourse } from '../series/holding.ts';
import type { Booking } from '../types.ts';
import { arrangeMeetings, cancelMeeting } from './arranging.ts';
import { offeredCourses, offeredMeetings } from './offered.ts';
import { Courses, MeetingPlace, Meetings, MeetingsAdded, MeetingsInput, MeetingsQuery, SeatRequest } from './schema.ts';
import { holdSeat } from './seats.ts';

const HOLDS = { max: 3_000, windowMs: 60_000 };

/** Meetings of many at set times, and courses of several. */
export function sessionRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  publicRoutes(app, booking);

  route(app, {
    method: 'POST',
    url: '/api/booking/meetings',
    summary: 'Set a meeting of many, or all meetings of a course: leader and room are taken once for all who come',
    access: booking.staff,
    body: MeetingsInput,
    answers: { 201: MeetingsAdded },
    idempotency: 'required',
    handle: async (call) => ({ status: 201, body: (await arrangeMeetings(booking, call.idempotency, byOf(call), call.body)).value }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/booking/meetings/:id',
    summary: 'The meeting is not held: everyone who has a place is told',
    access: booking.staff,
    params: MeetingPlace,
    answers: { 204: empty },
    handle: async (call) => cancelMeeting(booking, byOf(call), call.params.id),
  });
}

function publicRoutes(app: FastifyInstance, booking: Booking): void {
  const at = ({ service, place }: { service?: string | undefined; place?: string | undefined }) => ({
    bookableId: service,
    pointId: place,
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/sessions',
    summary: 'Single meetings of many at set times, with the places left',
    access: anyone,
    query: MeetingsQuery,
    answers: { 200: Meetings },
    handle: async ({ query }) => ({ status: 200, body: { sessions: await offeredMeetings(booking, at(query)) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/sessions/:id/holds',
    summary: 'Hold a place at a meeting of many for ten minutes; it is confirmed as any appointment',
    access: anyone,
    params: MeetingPlace,
    body: SeatRequest,
    limit: HOLDS,
    answers: { 201: HeldAppointment },
    idempotency: 'required',
    handle: async ({ params, body, idempotency, request }) => {
      const held = await holdSeat(booking, idempotency, params.id, body, { kind: 'anyone', address: request.ip });
      return { status: 201, body: await readHeld(booking, held.resourceId) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/courses',
    summary: 'Courses of several meetings that have not begun, with the places left',
    access: anyone,
    query: MeetingsQuery,
    answers: { 200: Courses },
    handle: async ({ query }) => ({ status: 200, body: { courses: await offeredCourses(booking, at(query)) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/courses/:id/holds',
    summary: 'Hold a place at every meeting of a course for ten minutes, or at none',
    access: anyone,
    params: MeetingPlace,
    body: SeatRequest,
    limit: HOLDS,
    answers: { 201: HeldJointBooking },
    idempotency: 'required',
    handle: async ({ params, body, idempotency, request }) => {
      const held = await holdCourse(booking, idempotency, params.id, body, { kind: 'anyone', address: request.ip });
      return { status: 201, body: await readHeldJoint(booking, held.resourceId) };
    },
  });
}
