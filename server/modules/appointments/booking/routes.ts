import type { FastifyInstance } from 'fastify';
import { anyone } from '../../../platform/http/access.ts';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { ownOf } from '../own/trail.ts';
import { requireKnownNeeds } from '../special-needs.ts';
import type { Booking } from '../types.ts';
import { bookerAccess, holderAccess } from './access.ts';
import { confirmHold } from './confirming.ts';
import { holdTime } from './holding.ts';
import { justHeld } from './just-held.ts';
import { readAppointment, shown, shownHeld } from './reading.ts';
import { Appointment, AppointmentMove, AppointmentPlace, Confirmation, HeldAppointment, HoldRequest } from './schema.ts';
import { cancelOwn, moveOwn } from './service.ts';

/** From one address: a city's own site books for all its residents; how many times one network may hold at once is counted apart. */
const HOLDS = { max: 3_000, windowMs: 60_000 };

/** Per appointment. Each move is a letter to an address that nobody has proved to be theirs. */
const MOVES = { max: 20, windowMs: 600_000 };

/** Booking by anyone, and by a city's own site for them. */
export function bookingRoutes(app: FastifyInstance, booking: Booking): void {
  const access = bookerAccess(booking);

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/holds',
    summary: 'Hold a free time for ten minutes while its booker writes who they are',
    access: anyone,
    body: HoldRequest,
    limit: HOLDS,
    answers: { 201: HeldAppointment },
    idempotency: 'required',
    handle: async ({ body, idempotency, request }) => {
      const { serviceId: bookableId, placeId, way, startsAt, language, needs, interpreterLanguage, people } = body;
      await requireKnownNeeds(booking.db, needs);
      const spot = placeId ? await booking.capacities.spotOf(placeId) : { pointId: null };
      const input = { bookableId, ...spot, way, at: startsAt.epochMilliseconds, language, needs, interpreterLanguage, people };
      const held = await holdTime(booking, idempotency, input, { kind: 'anyone', address: request.ip });
      justHeld.keep(held.value);
      return { status: 201, body: await shownHeld(booking, held.value) };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/appointments/:id/confirmation',
    summary: 'Confirm a held time; the answer has the code for the arrival',
    access: holderAccess(booking),
    params: AppointmentPlace,
    body: Confirmation,
    lasting: true,
    answers: { 201: Appointment },
    idempotency: 'required',
    handle: async ({ caller, body, idempotency }) => {
      const confirmed = await confirmHold(booking, idempotency, caller.appointment.id, body, { seen: caller.appointment });
      return { status: 201, body: await shown(booking, confirmed.value) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/appointments/:id',
    summary: 'An appointment, held or confirmed, for whoever has its secret',
    access,
    params: AppointmentPlace,
    answers: { 200: Appointment },
    handle: async ({ caller }) => ({ status: 200, body: await shown(booking, caller.appointment) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/v1/booking/appointments/:id',
    summary: 'Move a confirmed appointment to another free time, on the bus at another stop too; the old one is free at once',
    access,
    params: AppointmentPlace,
    body: AppointmentMove,
    limit: MOVES,
    answers: { 200: Appointment },
    handle: async ({ params, body: { startsAt, placeId }, request }) => {
      await moveOwn(booking, params.id, { at: startsAt.epochMilliseconds, placeId }, ownOf(request));
      return { status: 200, body: await readAppointment(booking, params.id) };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/v1/booking/appointments/:id',
    summary: 'Cancel an appointment, or let a held time go',
    access,
    params: AppointmentPlace,
    answers: { 204: empty },
    handle: async ({ params, request }) => cancelOwn(booking, params.id, ownOf(request)),
  });
}
