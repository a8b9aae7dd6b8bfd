import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { id } from '../../../platform/http/shapes.ts';
import { listsOf, nameIn } from '../../directory/service.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import { interpretedFor } from '../free/queries.ts';
import { ownJointAccess } from '../joint/pages/cookie.ts';
import { readWhole } from '../joint/pages/whole.ts';
import { type PagesDeps, PRIVATE, READS, to } from '../pages/deps.ts';
import { cut, Form, untold } from './form.ts';
import { preVisitPage } from './page.ts';
import { answersOf, mayTell, tellBefore } from './service.ts';

/** The same for each part of a visit of several services: what is told of one is read by whoever serves in it, and by nobody else. */
export function jointPreVisitRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownJointAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/together/before',
    summary: 'What one may tell before a part of one’s visit, and what to bring along',
    access,
    query: z.looseObject({ part: id }),
    limit: READS,
    answers: { 200: page, 303: empty },
    handle: async ({ caller, query, request, reply }) => {
      rememberWish(request, reply);
      const { one, point } = await partOf(deps, caller.jointId, query.part);
      const view = { ...(await viewFor(deps, request)), path: '/b/together/before', query: { part: one.id } };
      if (!mayTell(one, view.now)) return to('/b/together');
      const [told, interpreted, { specialNeeds = [], serviceLanguages: languages = [] }] = await Promise.all([
        answersOf(deps, one.id),
        interpretedFor(deps.db, [one.bookableId]),
        listsOf(deps.db, { onlyActive: true }),
      ]);
      const part = { id: one.id, name: nameIn(one.service.name, view.locale) };
      const shown = { service: one.service, point, specialNeeds, interpreted, languages, answers: told ?? untold(one), part };
      return { status: 200, body: preVisitPage(view, one, { ...shown, token: formToken(request, reply) }), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/together/before',
    summary: 'Tell before a part of one’s visit what one needs; told again, the later holds',
    access,
    form: true,
    body: Form.extend({ part: id }),
    answers: { 303: empty },
    handle: async ({ caller, body: { part, ...body }, request }) => {
      const { one } = await partOf(deps, caller.jointId, part);
      try {
        await tellBefore(deps, part, cut(body, one.service), request.id);
      } catch (error) {
        // Over meanwhile: the page of the visit says so.
        if (!(error instanceof Conflict)) throw error;
        return to('/b/together');
      }
      return to('/b/together?done=told');
    },
  });
}

/** @throws NotFound for what is no part of the visit, and of a course, whose meetings nobody is asked about one by one */
async function partOf(deps: PagesDeps, jointId: string, partId: string) {
  const { joint, parts, point } = await readWhole(deps, jointId);
  const one = parts.find(({ id: each }) => each === partId);
  if (joint.kind !== 'visit' || !one) throw new NotFound();
  return { one, point };
}
