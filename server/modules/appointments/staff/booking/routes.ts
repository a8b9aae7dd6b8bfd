import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import { FreeTimes } from '../../booking/schema.ts';
import { VisitTimes } from '../../visits/schema.ts';
import { readForStaff, readOfExpected, readOfMatter, readOfVisit, type StaffDeps } from './reading.ts';
import {
  BookableOffers,
  MatterAppointments,
  Moved,
  StaffAppointment,
  StaffBookingInput,
  StaffFreeTimesQuery,
  StaffMove,
  StaffVisitMove,
  WholeTimesQuery,
} from './schema.ts';
import { bookFor, cancelFor, moveFor, offersFor, staffFreeTimes } from './service.ts';
import { moveWhole, wholeTimes } from './whole.ts';

/** Booking for a customer, in the middle of a call or at a counter. */
export function staffBookingRoutes(app: FastifyInstance, deps: StaffDeps & StaffAccess): void {
  const access = deps.staff;

  route(app, {
    method: 'GET',
    url: '/api/booking/offers',
    summary: 'The services the caller may book a time of for somebody',
    access,
    answers: { 200: BookableOffers },
    handle: async ({ caller }) => ({ status: 200, body: { services: await offersFor(deps, caller) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/free-times',
    summary: 'The free times of a service that staff may book, also at shorter notice than anybody',
    access,
    query: StaffFreeTimesQuery,
    answers: { 200: FreeTimes },
    handle: async ({ caller, query: { needs, language = null, ...query } }) => {
      const times = await staffFreeTimes(deps, caller, { ...query, language, needs: needs?.split(',') ?? [] });
      return { status: 200, body: { times: times.map(({ from, until }) => ({ startsAt: momentOf(from), endsAt: momentOf(until) })) } };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/appointments',
    summary: 'Book a time for a customer: it is agreed at once, told by e-mail, and stands on the path of their matter',
    access,
    body: StaffBookingInput,
    answers: { 201: StaffAppointment },
    idempotency: 'required',
    handle: async (call) => {
      const id = await bookFor(deps, byOf(call), call.idempotency, call.body);
      return { status: 201, body: await readForStaff(deps, byOf(call), id) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/appointments/:id',
    summary: 'An agreed time with whose it is and what they have told beforehand',
    access,
    params: byId,
    answers: { 200: StaffAppointment },
    handle: async (call) => ({ status: 200, body: await readForStaff(deps, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/booking/appointments/:id',
    summary:
      'Move a customer’s time, as agreed with them, on the bus to another stop too; they are told a minute later, unless it is taken back',
    access,
    params: byId,
    body: StaffMove,
    answers: { 200: Moved },
    handle: async (call) => ({ status: 200, body: { version: await moveFor(deps, byOf(call), call.params.id, call.body) } }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/booking/appointments/:id',
    summary: 'Cancel a customer’s time; they are told',
    access,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => cancelFor(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/joint-bookings/:id/times',
    summary: 'When else all that is left of a customer’s visit could be, also at shorter notice than anybody; for whoever sees each part',
    access,
    params: byId,
    query: WholeTimesQuery,
    answers: { 200: VisitTimes },
    handle: async ({ caller, params, query }) => ({ status: 200, body: { visits: await wholeTimes(deps, caller, params.id, query) } }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/joint-bookings/:id/times',
    summary: 'Move all that is left of a customer’s visit, as agreed with them: all or nothing; they are told of it as one, a minute later',
    access,
    params: byId,
    body: StaffVisitMove,
    answers: { 200: Moved },
    idempotency: 'required',
    handle: async (call) => {
      const version = await moveWhole(deps, byOf(call), call.params.id, call.idempotency, call.body);
      return { status: 200, body: { version } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/matters/:id/appointments',
    summary: 'The agreed times of a matter, for those who keep it',
    access,
    params: byId,
    answers: { 200: MatterAppointments },
    handle: async (call) => ({ status: 200, body: { appointments: await readOfMatter(deps, byOf(call), call.params.id) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/expected/:id/appointment',
    summary: 'The agreed time at which somebody is expected, with what they have told beforehand',
    access,
    params: byId,
    answers: { 200: StaffAppointment },
    handle: async (call) => ({ status: 200, body: await readOfExpected(deps, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/visits/:id/appointment',
    summary: 'The agreed time by which a visitor has come, with what they have told beforehand',
    access,
    params: byId,
    answers: { 200: StaffAppointment },
    handle: async (call) => ({ status: 200, body: await readOfVisit(deps, byOf(call), call.params.id) }),
  });
}

const momentOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
