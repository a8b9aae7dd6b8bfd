import type { FastifyInstance } from 'fastify';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { anyone } from '../../../platform/http/access.ts';
import { route } from '../../../platform/http/route.ts';
import type { Actor, StaffAccess } from '../../identity/types.ts';
import { keepingOf } from '../capacity/keeping.ts';
import { readHeldJoint } from '../joint/reading.ts';
import { HeldJointBooking } from '../joint/schema.ts';
import { needsIn, requireKnownNeeds } from '../special-needs.ts';
import type { Booking } from '../types.ts';
import { holdVisit } from './holding.ts';
import { rangeOf, shownVisit, timesIn } from './other-times.ts';
import { mostBetweenAt, setMostBetween } from './queries.ts';
import { PointPlace, VisitRequest, VisitSetting, VisitTimes, VisitTimesQuery } from './schema.ts';
import { visitTimesOf } from './service.ts';

/** A visit is looked for among all orders of its services. */
const LOOKS = { max: 600, windowMs: 60_000 };
const HOLDS = { max: 1_000, windowMs: 60_000 };

/** A visit of several services at one point, one after another. */
export function visitRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  route(app, {
    method: 'GET',
    url: '/api/v1/booking/visit-times',
    summary: 'When several services of a place can be given one after another, the earliest arrival first',
    access: anyone,
    query: VisitTimesQuery,
    limit: LOOKS,
    answers: { 200: VisitTimes },
    handle: async ({ query }) => {
      const { services: bookableIds, place: pointId, from, until, needs, interpreterLanguage, language = null, people = 1 } = query;
      const range = rangeOf({ from, until });
      const visits = await visitTimesOf(
        booking,
        { bookableIds, pointId, needs: await needsIn(booking.db, needs), interpreterLanguage, language, people },
        range,
      );
      return { status: 200, body: { visits: visits.map(shownVisit) } };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/v1/booking/visits',
    summary: 'Hold all services of a visit for ten minutes, or none of them',
    access: anyone,
    body: VisitRequest,
    limit: HOLDS,
    answers: { 201: HeldJointBooking },
    idempotency: 'required',
    handle: async ({ body: { placeId: pointId, parts, ...more }, idempotency, request }) => {
      await requireKnownNeeds(booking.db, more.needs);
      const input = {
        pointId,
        ...more,
        parts: timesIn(parts),
      };
      const held = await holdVisit(booking, idempotency, input, { kind: 'anyone', address: request.ip });
      return { status: 201, body: await readHeldJoint(booking, held.resourceId) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/points/:id/visit-setting',
    summary: 'How many minutes a customer may have between two services of one visit',
    access: booking.staff,
    params: PointPlace,
    answers: { 200: VisitSetting },
    handle: async ({ params, caller }) => {
      await requireKeepsPoint(booking, caller, params.id);
      return { status: 200, body: { mostBetween: await mostBetweenAt(booking.db, params.id) } };
    },
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/points/:id/visit-setting',
    summary: 'Set how many minutes a customer may have between two services of one visit',
    access: booking.staff,
    params: PointPlace,
    body: VisitSetting,
    answers: { 200: VisitSetting },
    handle: async ({ params, caller, body }) => {
      await requireKeepsPoint(booking, caller, params.id);
      await setMostBetween(booking.db, params.id, body.mostBetween);
      return { status: 200, body };
    },
  });
}

async function requireKeepsPoint({ db }: Booking, actor: Actor, pointId: string): Promise<void> {
  const { points } = await keepingOf(db, actor);
  if (points.has(pointId)) return;
  throw actor.pointId === pointId ? new Forbidden() : new NotFound();
}
