import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { dayOf } from '../../../platform/clock/day.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import { anyone } from '../../../platform/http/access.ts';
import { page, raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, day } from '../../../platform/http/shapes.ts';
import { localeOf, rememberWish, variantFor, viewFor } from '../../site/service.ts';
import { type PagesDeps, READS } from '../pages/deps.ts';
import { stopCalendar } from './calendar.ts';
import { busPage, WEEKS_SHOWN } from './page.ts';
import { PublicBuses, PublicTimetable, TimetableQuery } from './schema.ts';
import { STOP_DAYS, stopPage } from './stop-page.ts';
import { type BusShown, busesShown } from './timetables.ts';

const MOST_DAYS = 62;

/** Where the bus stands and when, for anybody: pages, a calendar and data. */
export function publicBusRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const { db, clock } = deps;
  const today = () => dayOf(clock.now());

  route(app, {
    method: 'GET',
    url: '/bus',
    summary: 'Where the service bus stands: the next stops first, by stop and by week',
    access: anyone,
    query: z.looseObject({ from: day.optional().catch(undefined) }),
    limit: READS,
    answers: { 200: page },
    handle: async ({ query, request, reply }) => {
      rememberWish(request, reply);
      const from = mondayOf(within(query.from, today()));
      const [view, shown] = await Promise.all([viewFor(deps, request), busesShown(db, { from, days: 7 * WEEKS_SHOWN })]);
      return { status: 200, body: busPage(view, shown, from) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/bus/stops/:id',
    summary: 'A stop of the bus: when, where, how one gets in and what one can book',
    access: anyone,
    params: byId,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page },
    handle: async ({ params, request, reply }) => {
      rememberWish(request, reply);
      const [view, shown] = await Promise.all([viewFor(deps, request), ofStop(deps, params.id)]);
      return { status: 200, body: stopPage(view, shown, params.id) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/bus/stops/:id/calendar.ics',
    summary: 'The days of a stop for one’s calendar (RFC 5545)',
    access: anyone,
    params: byId,
    limit: READS,
    answers: { 200: raw('text/calendar; charset=utf-8') },
    handle: async ({ params, request }) => {
      const body = stopCalendar(deps, await ofStop(deps, params.id), params.id, localeOf(variantFor(request)));
      return { status: 200, body, headers: { 'content-disposition': 'inline; filename="bus.ics"' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/buses',
    summary: 'The service buses with their stops and what is on board',
    access: anyone,
    answers: { 200: PublicBuses },
    handle: async () => ({ status: 200, body: { buses: (await busesShown(db, { from: today(), days: 0 })).map(asPublic) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/bus-timetable',
    summary: 'Where buses stand on these days, and on which days they do not come as usual',
    access: anyone,
    query: TimetableQuery,
    answers: { 200: PublicTimetable },
    handle: async ({ query: { from, until, stop } }) => {
      const days = from.until(until).days + 1;
      if (days < 1 || days > MOST_DAYS + 1) throw new Invalid('too-many-days');
      const shown = await busesShown(db, { from, days });
      const isAsked = ({ stopId }: { stopId: string }) => stop === undefined || stopId === stop;
      const stands = shown.flatMap(({ bus, stands: those }) => those.filter(isAsked).map((one) => ({ busId: bus.id, ...one })));
      const cancelled = shown.flatMap(({ bus, missing }) => missing.filter(isAsked).map((one) => ({ busId: bus.id, ...one })));
      return {
        status: 200,
        body: {
          stands: stands.sort((a, b) => a.from - b.from).map(asStand),
          cancelled: cancelled.map(({ busId, stopId, day: missed }) => ({ busId, stopId, day: missed.toString() })),
        },
      };
    },
  });
}

/** The bus of a stop in use. @throws NotFound */
async function ofStop({ db, clock }: PagesDeps, stopId: string): Promise<BusShown> {
  const shown = await busesShown(db, { from: dayOf(clock.now()), days: STOP_DAYS });
  const found = shown.find(({ stops }) => stops.some(({ id }) => id === stopId));
  if (!found) throw new NotFound();
  return found;
}

/** A year to either side: weeks are leafed through, not eternity. */
function within(asked: Temporal.PlainDate | undefined, now: Temporal.PlainDate): Temporal.PlainDate {
  return asked && Math.abs(now.until(asked).days) <= 366 ? asked : now;
}

const mondayOf = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });

const asStand = ({ busId, stopId, from, until }: { busId: string; stopId: string; from: number; until: number }) => ({
  ...{ busId, stopId },
  startsAt: Temporal.Instant.fromEpochMilliseconds(from),
  endsAt: Temporal.Instant.fromEpochMilliseconds(until),
});

const asPublic = ({ bus, stops, services }: BusShown) => ({
  ...{ id: bus.id, name: bus.name, onBoard: bus.onBoard, accessibility: bus.accessibility, walkIn: bus.walkIn },
  services: services.map(({ id, name }) => ({ id, name })),
  stops: stops.map(({ id, name, street, postalCode, city, latitude, longitude, finding, accessibility }) => ({
    ...{ id, name, street, postalCode, city, latitude, longitude, finding, accessibility },
  })),
});
