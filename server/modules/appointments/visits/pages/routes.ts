import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../../platform/http/access.ts';
import { empty, page } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { id } from '../../../../platform/http/shapes.ts';
import { listsOf } from '../../../directory/service.ts';
import { rememberWish, viewFor } from '../../../site/service.ts';
import { interpretedFor } from '../../free/queries.ts';
import { keepJoint } from '../../joint/pages/cookie.ts';
import { readHeldJoint } from '../../joint/reading.ts';
import { type PagesDeps, PRIVATE, READS } from '../../pages/deps.ts';
import { lossOf, unreadable } from '../../pages/draw-times.ts';
import { holdVisit } from '../holding.ts';
import { LEAST, MOST, readVisit, VisitChoice, VisitPress } from './choice.ts';
import { visitChoicePage, visitPointsPage } from './choosing-page.ts';
import { drawVisitTimes, placeOf } from './draw.ts';
import { pointsForVisits } from './queries.ts';

const HOLDS = { max: 60, windowMs: 60_000 };

/** Several services on one visit, booked by anybody. */
export function visitPageRoutes(app: FastifyInstance, deps: PagesDeps): void {
  route(app, {
    method: 'GET',
    url: '/book/visit',
    summary: 'Which services one wants on one visit',
    access: anyone,
    query: z.looseObject({ place: id.optional().catch(undefined) }),
    limit: READS,
    answers: { 200: page },
    handle: async ({ query, request, reply }) => {
      rememberWish(request, reply);
      const points = await pointsForVisits(deps.db);
      const place = query.place ?? (points.length === 1 ? points[0]?.id : undefined);
      if (!place) return { status: 200, body: visitPointsPage(await viewFor(deps, request), points), headers: PRIVATE };
      return { status: 200, body: await drawChoice(deps, { place, chosen: [], fault: false }, request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/book/visit/times',
    summary: 'When the services can be given one after another',
    access: anyone,
    form: true,
    body: VisitChoice,
    limit: READS,
    answers: { 200: page, 422: page },
    handle: async ({ body, request, reply }) => {
      const { services: chosen, place } = body;
      if (chosen.length < LEAST || chosen.length > MOST)
        return { status: 422, body: await drawChoice(deps, { place, chosen, fault: true }, request, reply), headers: PRIVATE };
      const choice = { ...body, from: body.go ?? body.from };
      return { status: 200, body: await drawVisitTimes(deps, choice, null, request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/together/visits',
    summary: 'Hold all parts of the visit pressed, for ten minutes',
    access: anyone,
    form: true,
    body: VisitPress,
    limit: HOLDS,
    idempotency: 'required',
    answers: { 303: empty, 409: page },
    handle: async ({ body: { at, ...choice }, idempotency, request, reply }) => {
      const parts = readVisit(at);
      if (!parts) throw unreadable();
      const { place: pointId, needs, interpreterLanguage, people, language } = choice;
      // One page has many visits to press, and each is a call of its own; pressed twice it is one.
      const key = idempotency && { ...idempotency, key: `${idempotency.key} ${parts[0]?.at}`.replace(/[^\x21-\x7e]/g, '_').slice(0, 100) };
      try {
        const held = await holdVisit(
          deps,
          key,
          { pointId, needs, interpreterLanguage, people, language, parts },
          { kind: 'anyone', address: request.ip },
        );
        keepJoint(reply, deps, (await readHeldJoint(deps, held.resourceId)).secret);
      } catch (error) {
        const body = await drawVisitTimes(deps, choice, lossOf(error), request, reply);
        return { status: 409, body, headers: PRIVATE };
      }
      return { status: 303, headers: { ...PRIVATE, location: '/b/together' } };
    },
  });
}

type Chosen = { place: string; chosen: readonly string[]; fault: boolean };

async function drawChoice(
  deps: PagesDeps,
  { place, chosen, fault }: Chosen,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const { point, services } = await placeOf(deps, place);
  const [{ specialNeeds = [], serviceLanguages = [] }, interpreted] = await Promise.all([
    listsOf(deps.db, { onlyActive: true }),
    interpretedFor(
      deps.db,
      services.map(({ id }) => id),
    ),
  ]);
  const needs = specialNeeds.filter(({ key }) => services.some(({ rules }) => rules.some(({ need }) => need === key)));
  const view = { ...(await viewFor(deps, request)), path: '/book/visit' };
  const asked = { needs, interpreted, languages: serviceLanguages };
  return visitChoicePage(view, { point, services, ...asked, token: formToken(request, reply), chosen, fault });
}
