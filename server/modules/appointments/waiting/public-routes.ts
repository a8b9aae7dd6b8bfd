import type { FastifyInstance } from 'fastify';
import { anyone } from '../../../platform/http/access.ts';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { bookerAccess } from '../booking/access.ts';
import { readHeld } from '../booking/reading.ts';
import { AppointmentPlace } from '../booking/schema.ts';
import { ownOf } from '../own/trail.ts';
import { requireKnownNeeds } from '../special-needs.ts';
import type { Booking } from '../types.ts';
import { waitForEarlier } from './earlier.ts';
import { waiterAccess } from './public-access.ts';
import {
  EarlierRequest,
  OfferAnswer,
  OfferAnswered,
  OfferPlace,
  WaitingAccepted,
  WaitingChange,
  WaitingPlace,
  WaitingRequest,
} from './public-schema.ts';
import { joinPublicLine, readWaiting } from './public-service.ts';
import { changeWaiting, declineOffer, leaveLine, takeOffer } from './service.ts';

/** From one address: each sends a letter to somebody. A city's own site has many residents, and nobody needs thousands. */
const JOINS = { max: 120, windowMs: 60_000 };

/** Per appointment; each is a letter. */
const EARLIER = { max: 20, windowMs: 600_000 };

/** The waiting list by anyone, and by a city's own site for them. */
export function publicWaitingRoutes(app: FastifyInstance, booking: Booking): void {
  const access = waiterAccess(booking);

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/waiting-places',
    summary:
      'Join the line of a service: what becomes free is offered in the order of joining. The secret comes by e-mail, not in the answer',
    access: anyone,
    body: WaitingRequest,
    limit: JOINS,
    lasting: true,
    answers: { 202: WaitingAccepted },
    idempotency: 'required',
    handle: async ({ body, idempotency, request }) => {
      await requireKnownNeeds(booking.db, body.needs);
      await joinPublicLine(booking, idempotency, body, request.ip);
      return { status: 202, body: { toldBy: 'email' as const } };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/appointments/:id/waiting-place',
    summary: 'Wait for an earlier time than the one agreed, which moves when one is taken. The secret comes by e-mail, not in the answer',
    access: bookerAccess(booking),
    params: AppointmentPlace,
    body: EarlierRequest,
    limit: EARLIER,
    answers: { 202: WaitingAccepted },
    idempotency: 'required',
    handle: async ({ params, body: { email, ...when }, idempotency }) => {
      await waitForEarlier(booking, idempotency, params.id, { ...when, weekdays: [...new Set(when.weekdays)] }, email);
      return { status: 202, body: { toldBy: 'email' as const } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/waiting-place',
    summary: 'The place in line whose secret the call carries, with the time that is offered',
    access,
    answers: { 200: WaitingPlace },
    handle: async ({ caller }) => ({ status: 200, body: await readWaiting(booking, caller.waitingId) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/v1/booking/waiting-place/times',
    summary: 'Change which days and hours suit; the place in line stays',
    access,
    body: WaitingChange,
    answers: { 200: WaitingPlace },
    handle: async ({ caller, body }) => {
      await changeWaiting(booking, caller.waitingId, { ...body, weekdays: [...new Set(body.weekdays)] });
      return { status: 200, body: await readWaiting(booking, caller.waitingId) };
    },
  });

  route(app, {
    method: 'PUT',
    url: '/api/v1/booking/waiting-place/offers/:id/answer',
    summary: 'Take the time offered, which is agreed at once, or say that it does not suit; said again, it stays as it was',
    access,
    params: OfferPlace,
    body: OfferAnswer,
    answers: { 200: OfferAnswered },
    handle: async ({ caller, params, body, request }) => {
      const taken = body.answer === 'take' ? await takeOffer(booking, caller.waitingId, params.id, ownOf(request)) : null;
      if (taken === null) await declineOffer(booking, caller.waitingId, params.id);
      const appointment = taken === null ? null : await readHeld(booking, taken);
      return { status: 200, body: { waiting: await readWaiting(booking, caller.waitingId), appointment } };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/v1/booking/waiting-place',
    summary: 'Leave the line; what is offered goes to the next',
    access,
    answers: { 204: empty },
    handle: async ({ caller }) => leaveLine(booking, caller.waitingId),
  });
}
