import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Conflict } from '../../../platform/errors.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { listsOf } from '../../directory/service.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import { interpretedFor } from '../free/queries.ts';
import { ownAppointmentAccess } from '../pages/cookie.ts';
import { type PagesDeps, PRIVATE, READS, to } from '../pages/deps.ts';
import { readOwn } from '../pages/draw-own.ts';
import { cut, Form, untold } from './form.ts';
import { jointPreVisitRoutes } from './joint-routes.ts';
import { preVisitPage } from './page.ts';
import { answersOf, mayTell, tellBefore } from './service.ts';

/** The form before the visit, behind the link of the appointment; whole without JavaScript. */
export function preVisitRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownAppointmentAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/before',
    summary: 'What one may tell before one’s visit, and what to bring along',
    access,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page, 303: empty },
    handle: async ({ caller, request, reply }) => {
      rememberWish(request, reply);
      const { one, service, point } = await readOwn(deps, caller.appointmentId);
      const view = { ...(await viewFor(deps, request)), path: '/b/before' };
      if (!mayTell(one, view.now)) return to('/b');
      const [told, interpreted, { specialNeeds = [], serviceLanguages: languages = [] }] = await Promise.all([
        answersOf(deps, one.id),
        interpretedFor(deps.db, [one.bookableId]),
        listsOf(deps.db, { onlyActive: true }),
      ]);
      const answers = told ?? untold(one);
      const shown = { service, point, specialNeeds, interpreted, languages, answers };
      const body = preVisitPage(view, one, { ...shown, token: formToken(request, reply) });
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/before',
    summary: 'Tell before one’s visit what one needs; told again, the later holds',
    access,
    form: true,
    body: Form,
    answers: { 303: empty },
    handle: async ({ caller, body, request }) => {
      const { service } = await readOwn(deps, caller.appointmentId);
      try {
        await tellBefore(deps, caller.appointmentId, cut(body, service), request.id);
      } catch (error) {
        // Over meanwhile: the page of the appointment says so.
        if (!(error instanceof Conflict)) throw error;
        return to('/b');
      }
      return to('/b?done=told');
    },
  });

  jointPreVisitRoutes(app, deps);
}
