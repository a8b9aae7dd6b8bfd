import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../../platform/http/access.ts';
import { empty, page } from '../../../../platform/http/answers.ts';
import { type IdempotencyKey, newOnce } from '../../../../platform/http/idempotency-key.ts';
import { route } from '../../../../platform/http/route.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { id } from '../../../../platform/http/shapes.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { listsOf } from '../../../directory/service.ts';
import { localeOf, rememberWish, variantFor, viewFor } from '../../../site/service.ts';
import { readHeld } from '../../booking/reading.ts';
import { interpretedFor } from '../../free/queries.ts';
import { keepJoint } from '../../joint/pages/cookie.ts';
import { readHeldJoint } from '../../joint/reading.ts';
import { interpreterField } from '../../pages/choice.ts';
import { keepAppointment } from '../../pages/cookie.ts';
import { type PagesDeps, PRIVATE, READS } from '../../pages/deps.ts';
import { needsWith } from '../../pages/interpreter-part.ts';
import { type PointRow, pointOf } from '../../pages/queries.ts';
import { holdCourse } from '../../series/holding.ts';
import { offeredCourses, offeredMeetings } from '../offered.ts';
import { type SessionRow, sessionOf, sessionsOfSeries } from '../queries.ts';
import { holdSeat, type SeatWish } from '../seats.ts';
import { coursesPage } from './page.ts';

const HOLDS = { max: 60, windowMs: 60_000 };
const Pressed = z.strictObject({ id, interpreterLanguage: interpreterField });

/** Places at meetings of many, booked by anybody. */
export function coursePageRoutes(app: FastifyInstance, deps: PagesDeps): void {
  route(app, {
    method: 'GET',
    url: '/book/courses',
    summary: 'Meetings of many and courses, with the places left',
    access: anyone,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page },
    handle: async ({ request, reply }) => ({ status: 200, body: await drawCourses(deps, null, request, reply), headers: PRIVATE }),
  });

  holdRoute(app, deps, {
    url: '/b/sessions',
    summary: 'Hold a place at a meeting of many, for ten minutes',
    next: '/b',
    hold: async ({ body, idempotency, request, reply }) => {
      const held = await holdSeat(deps, idempotency, body.id, await wishOf(deps, await sessionOf(deps.db, body.id), body, request), {
        kind: 'anyone',
        address: request.ip,
      });
      keepAppointment(reply, deps, (await readHeld(deps, held.resourceId)).secret);
    },
  });

  holdRoute(app, deps, {
    url: '/b/together/courses',
    summary: 'Hold a place at every meeting of a course, for ten minutes',
    next: '/b/together',
    hold: async ({ body, idempotency, request, reply }) => {
      const [first] = await sessionsOfSeries(deps.db, body.id);
      const held = await holdCourse(deps, idempotency, body.id, await wishOf(deps, first, body, request), {
        kind: 'anyone',
        address: request.ip,
      });
      keepJoint(reply, deps, (await readHeldJoint(deps, held.resourceId)).secret);
    },
  });
}

type Press = { body: z.output<typeof Pressed>; idempotency: IdempotencyKey | undefined; request: FastifyRequest; reply: FastifyReply };
type HoldRoute = { url: `/${string}`; summary: string; next: string; hold: (press: Press) => Promise<void> };

/** What was pressed is held and one goes on, or the page says why not and shows what is left. */
function holdRoute(app: FastifyInstance, deps: PagesDeps, { url, summary, next, hold }: HoldRoute): void {
  route(app, {
    method: 'POST',
    url,
    summary,
    access: anyone,
    form: true,
    body: Pressed,
    limit: HOLDS,
    idempotency: 'required',
    answers: { 303: empty, 409: page },
    handle: async (press) => {
      try {
        await hold(press);
      } catch (error) {
        return { status: 409, body: await drawCourses(deps, lossAt(error), press.request, press.reply), headers: PRIVATE };
      }
      return { status: 303, headers: { ...PRIVATE, location: next } };
    },
  });
}

async function wishOf(
  { capacities }: PagesDeps,
  session: SessionRow | undefined,
  { interpreterLanguage }: z.output<typeof Pressed>,
  request: FastifyRequest,
): Promise<SeatWish> {
  const rules = session && (await capacities.at(session.bookableId, session.pointId))?.bookable.rules;
  return {
    language: localeOf(variantFor(request)),
    needs: needsWith(rules ?? [], [], interpreterLanguage),
    interpreterLanguage,
    people: 1,
  };
}

/** What the page says of, with its own words; anything else is a problem like any other. */
function lossAt(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || !['session-full', 'time-not-bookable', 'too-many-held'].includes(code)) throw error;
  return code;
}

async function drawCourses(deps: PagesDeps, lost: string | null, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  rememberWish(request, reply);
  const [meetings, courses] = await Promise.all([offeredMeetings(deps), offeredCourses(deps)]);
  const points = new Map<string, PointRow>();
  for (const place of new Set([...meetings, ...courses].flatMap(({ placeId }) => placeId ?? []))) {
    const spot = await deps.capacities.spotOf(place);
    const point = await pointOf(deps.db, spot.pointId, spot.stopId);
    if (point) points.set(place, point);
  }
  const interpreted = new Map<string, string[]>();
  for (const service of new Set([...meetings, ...courses].map(({ serviceId }) => serviceId)))
    interpreted.set(service, await interpretedFor(deps.db, [service]));
  const { serviceLanguages: languages = [] } = await listsOf(deps.db, { onlyActive: true });
  const view = { ...(await viewFor(deps, request)), path: '/book/courses' };
  const refused = lost && translator(view.locale, 'problem')(`${lost}.title`);
  return coursesPage(view, {
    meetings,
    courses,
    points,
    interpreted,
    languages,
    token: formToken(request, reply),
    once: newOnce(),
    refused,
  });
}
