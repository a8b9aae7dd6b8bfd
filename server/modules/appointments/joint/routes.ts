import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { Confirmation } from '../booking/schema.ts';
import { cancelOwn, moveOwn } from '../booking/service.ts';
import { ownOf } from '../own/trail.ts';
import type { Booking } from '../types.ts';
import { moveVisit } from '../visits/moving.ts';
import { otherVisitTimes, timesIn } from '../visits/other-times.ts';
import { VisitTimes } from '../visits/schema.ts';
import { jointBookerAccess } from './access.ts';
import { readJoint } from './reading.ts';
import { JointBooking, JointPartPlace, JointPlace, MoveTimesQuery, PartMove, VisitMove } from './schema.ts';
import { cancelJoint, confirmJoint, requirePart } from './service.ts';

/** What is agreed as one: a visit of several services, a course of several meetings. */
export function jointBookingRoutes(app: FastifyInstance, booking: Booking): void {
  const access = jointBookerAccess(booking);

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/joint-bookings/:id/confirmation',
    summary: 'Confirm all that is held as one; the answer has one code for the arrival',
    access,
    params: JointPlace,
    body: Confirmation,
    lasting: true,
    answers: { 201: JointBooking },
    idempotency: 'required',
    handle: async ({ params, body, idempotency }) => {
      await confirmJoint(booking, idempotency, params.id, body);
      return { status: 201, body: await readJoint(booking, params.id) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/joint-bookings/:id',
    summary: 'A visit of several services or a course, held or confirmed, for whoever has its secret',
    access,
    params: JointPlace,
    answers: { 200: JointBooking },
    handle: async ({ params }) => ({ status: 200, body: await readJoint(booking, params.id) }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/v1/booking/joint-bookings/:id',
    summary: 'Cancel all of it that is still to come, or let what is held go',
    access,
    params: JointPlace,
    answers: { 204: empty },
    handle: async ({ params, request }) => cancelJoint(booking, params.id, ownOf(request)),
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/joint-bookings/:id/times',
    summary: 'When else all that is left of a visit could be, the earliest arrival first; its own times are free to it',
    access,
    params: JointPlace,
    query: MoveTimesQuery,
    answers: { 200: VisitTimes },
    handle: async ({ params, query }) => ({ status: 200, body: { visits: await otherVisitTimes(booking, params.id, query) } }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/v1/booking/joint-bookings/:id',
    summary: 'Move all that is left of a visit to another time: all or nothing, and the code stays',
    access,
    params: JointPlace,
    body: VisitMove,
    answers: { 200: JointBooking },
    idempotency: 'required',
    handle: async ({ params, body: { version, parts }, idempotency: key, request }) => {
      await moveVisit(booking, params.id, timesIn(parts), { key, version, own: ownOf(request) });
      return { status: 200, body: await readJoint(booking, params.id) };
    },
  });

  route(app, {
    method: 'PATCH',
    url: '/api/v1/booking/joint-bookings/:id/parts/:partId',
    summary: 'Move one part of a visit to another free time; the code stays',
    access,
    params: JointPartPlace,
    body: PartMove,
    answers: { 200: JointBooking },
    handle: async ({ params, body, request }) => {
      await requirePart(booking, params.id, params.partId);
      await moveOwn(booking, params.partId, { at: body.startsAt.epochMilliseconds }, ownOf(request));
      return { status: 200, body: await readJoint(booking, params.id) };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/v1/booking/joint-bookings/:id/parts/:partId',
    summary: 'Cancel one part of a visit, or one meeting of a course',
    access,
    params: JointPartPlace,
    answers: { 204: empty },
    handle: async ({ params, request }) => {
      await requirePart(booking, params.id, params.partId);
      await cancelOwn(booking, params.partId, ownOf(request));
    },
  });
}
