import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { requireRight } from '../../customers/service.ts';
import { rememberWish } from '../../site/service.ts';
import { drawDetails } from './details-drawing.ts';
import { detailsDone } from './details-page.ts';
import { back, type OwnDeps, PRIVATE } from './private.ts';
import { changeWishes, WishForm } from './wishing.ts';

const WISHES = { max: 60, windowMs: 600_000 };

export function detailsRoutes(app: FastifyInstance, { desk, customer }: OwnDeps): void {
  route(app, {
    method: 'GET',
    url: '/my/details',
    summary: 'What is recorded about oneself, one’s wishes and where one is signed in',
    access: customer,
    query: z.looseObject({ done: z.enum(detailsDone).optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      requireRight(caller, 'write');
      rememberWish(request, reply);
      return { status: 200, body: await drawDetails({ desk, caller, request, reply }, { done: query.done }), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/wishes',
    summary: 'Say in which language, how and when one wishes to be reached',
    access: customer,
    form: true,
    body: WishForm,
    limit: WISHES,
    answers: { 303: empty, 422: page },
    handle: async ({ caller, body, request, reply }) => {
      const fault = await changeWishes(desk, caller, request.id, body);
      if (!fault) return back('/my/details?done=wishes');
      return { status: 422, body: await drawDetails({ desk, caller, request, reply }, { fault }), headers: PRIVATE };
    },
  });
}
