import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../platform/http/access.ts';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { id } from '../../../platform/http/shapes.ts';
import { listsOf } from '../../directory/service.ts';
import { localeOf, rememberWish, variantFor, viewFor } from '../../site/service.ts';
import { bookingPlaces } from '../stops/places.ts';
import { type Choice, ChoiceForm, ChoiceQuery, gone } from './choice.ts';
import { type ChoosingDeps, type PagesDeps, PRIVATE, READS } from './deps.ts';
import { drawTimes } from './draw-times.ts';
import { type Finder, serviceFinder } from './finding.ts';
import { offered } from './offers.ts';
import { placePage } from './place-page.ts';
import { offeredServices } from './queries.ts';
import { servicesPage } from './service-page.ts';

/** Choosing what, where and when: nothing is held yet, and nobody has said who they are. */
export function choosingRoutes(app: FastifyInstance, deps: ChoosingDeps): void {
  const find = serviceFinder(deps);

  route(app, {
    method: 'GET',
    url: '/book',
    summary: 'The services one can book a time for',
    access: anyone,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page },
    handle: async ({ request, reply }) => ({ status: 200, body: await drawServices(deps, find, '', request, reply), headers: PRIVATE }),
  });

  route(app, {
    method: 'POST',
    url: '/book',
    summary: 'The services one can book a time for, by everyday words',
    access: anyone,
    form: true,
    body: z.strictObject({ words: z.string().trim().max(100) }),
    limit: READS,
    answers: { 200: page },
    handle: async ({ body, request, reply }) => ({
      status: 200,
      body: await drawServices(deps, find, body.words, request, reply),
      headers: PRIVATE,
    }),
  });

  route(app, {
    method: 'GET',
    url: '/book/place',
    summary: 'Where, in which language and with what one would be served',
    access: anyone,
    query: z.looseObject({
      service: id,
      place: z
        .union([id, z.enum(['remote', 'phone'])])
        .optional()
        .catch(undefined),
    }),
    limit: READS,
    answers: { 200: page },
    handle: async ({ query, request, reply }) => ({ status: 200, body: await drawPlace(deps, query, request, reply), headers: PRIVATE }),
  });

  route(app, {
    method: 'POST',
    url: '/book/place',
    summary: 'The same on the way back from the times, with all that was chosen',
    access: anyone,
    form: true,
    body: ChoiceForm,
    limit: READS,
    answers: { 200: page },
    handle: async ({ body, request, reply }) => ({ status: 200, body: await drawPlace(deps, body, request, reply), headers: PRIVATE }),
  });

  route(app, {
    method: 'GET',
    url: '/book/times',
    summary: 'The free times of a service, anywhere or at a place',
    access: anyone,
    query: ChoiceQuery,
    limit: READS,
    answers: { 200: page },
    handle: async ({ query, request, reply }) => {
      const service = await offered(deps, query.service);
      const choice = { ...query, needs: [], minutes: '60' as const, language: localeOf(variantFor(request)) };
      return { status: 200, body: await drawTimes(deps, service, { choice }, request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/book/times',
    summary: 'The free times with what one needs, which stands in no address',
    access: anyone,
    form: true,
    body: ChoiceForm,
    limit: READS,
    answers: { 200: page },
    handle: async ({ body, request, reply }) => {
      const service = await offered(deps, body.service);
      return { status: 200, body: await drawTimes(deps, service, { choice: gone(body) }, request, reply), headers: PRIVATE };
    },
  });
}

type Chosen = Pick<Choice, 'service'> & { place?: string | undefined } & Partial<Omit<Choice, 'service' | 'place'>>;

async function drawPlace(deps: PagesDeps, chosen: Chosen, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  rememberWish(request, reply);
  const service = await offered(deps, chosen.service);
  const [view, points, { specialNeeds = [] }] = await Promise.all([
    viewFor(deps, request),
    bookingPlaces(deps, service.id),
    listsOf(deps.db, { onlyActive: true }),
  ]);
  return placePage(view, service, { points, needs: specialNeeds, token: formToken(request, reply), chosen });
}

async function drawServices(
  deps: ChoosingDeps,
  find: Finder,
  words: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  rememberWish(request, reply);
  const [view, services, { lifeSituations = [] }] = await Promise.all([
    viewFor(deps, request),
    offeredServices(deps.db),
    listsOf(deps.db, { onlyActive: true }),
  ]);
  const found = words === '' ? null : await find(services, lifeSituations, words, view.locale);
  return servicesPage(view, services, { token: formToken(request, reply), words, found, situations: lifeSituations });
}
