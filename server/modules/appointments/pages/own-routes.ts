import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../../../platform/errors.ts';
import { empty, page, raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { expectedSecret } from '../../queue/service.ts';
import { localeOf, variantFor } from '../../site/service.ts';
import { calendarOf } from '../calendar/entry.ts';
import { arriveByPage } from '../staff/day/service.ts';
import { keepAppointment, openingAppointmentAccess, ownAppointmentAccess } from './cookie.ts';
import { OPENINGS, type PagesDeps, PRIVATE, to } from './deps.ts';
import { drawOwn, readOwn } from './draw-own.ts';

/** One's own appointment: seen, taken to one's calendar, come to. */
export function ownAppointmentRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownAppointmentAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/:secret',
    summary: 'Open an appointment’s page: moves its secret into a cookie of /b and goes there',
    access: openingAppointmentAccess(deps),
    params: z.object({ secret: z.string() }),
    limit: OPENINGS,
    answers: { 303: empty },
    handle: async ({ params, reply }) => {
      keepAppointment(reply, deps, params.secret);
      return to('/b');
    },
  });

  route(app, {
    method: 'GET',
    url: '/b',
    summary: 'One’s appointment; while it is held, where one says who comes',
    access,
    query: z.looseObject({ done: z.enum(['booked', 'moved', 'told']).optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      const told = { done: query.done ?? null, refused: null };
      return { status: 200, body: await drawOwn(deps, caller.appointmentId, told, request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'GET',
    url: '/b/calendar.ics',
    summary: 'One’s appointment for one’s calendar, in neutral words (RFC 5545)',
    access,
    answers: { 200: raw('text/calendar; charset=utf-8') },
    handle: async ({ caller, request }) => {
      const { one, point } = await readOwn(deps, caller.appointmentId);
      if (one.state !== 'confirmed' && one.state !== 'cancelled') throw new NotFound();
      const body = calendarOf(deps, one, point, localeOf(variantFor(request)));
      return { status: 200, body, headers: { ...PRIVATE, 'content-disposition': 'attachment; filename="aika.ics"' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/b/arrival',
    summary: 'On to the queue’s page of the agreed time, where one says that one has come',
    access,
    answers: { 303: empty },
    handle: async ({ caller }) => {
      const { one } = await readOwn(deps, caller.appointmentId);
      if (!one.expectedId) throw new NotFound();
      return to(`/q/${expectedSecret(deps.keys, one.expectedId)}`);
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/arrival',
    summary: 'Say that one has come where no queue takes arrivals, or is ready for a call by video: whoever serves sees that',
    access,
    form: true,
    body: z.strictObject({}),
    answers: { 303: empty },
    handle: async ({ caller }) => {
      await arriveByPage(deps, caller.appointmentId);
      return to('/b');
    },
  });
}
