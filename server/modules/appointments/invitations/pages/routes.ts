import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayOf } from '../../../../platform/clock/day.ts';
import { formatDate } from '../../../../platform/clock/format.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { anyone } from '../../../../platform/http/access.ts';
import { empty, page } from '../../../../platform/http/answers.ts';
import { type IdempotencyKey, newOnce } from '../../../../platform/http/idempotency-key.ts';
import { route } from '../../../../platform/http/route.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { rememberWish, viewFor } from '../../../site/service.ts';
import { readHeld } from '../../booking/reading.ts';
import type { Bookable } from '../../capacity/types.ts';
import { go, gone, readPressed } from '../../pages/choice.ts';
import { appointmentInHand, keepAppointment } from '../../pages/cookie.ts';
import { OPENINGS, type PagesDeps, PRIVATE, READS, to } from '../../pages/deps.ts';
import { lossOf, unreadable } from '../../pages/draw-times.ts';
import { weekOf } from '../../pages/offers.ts';
import { type PointRow, pointOf, serviceOf } from '../../pages/queries.ts';
import { bookInvited, openInvitation } from '../booking.ts';
import { type InvitationRow, invitationOf } from '../queries.ts';
import { standing } from '../rules.ts';
import { openInvited } from '../secrets.ts';
import { idOfCode, keepInvitation, openingInvitationAccess, ownInvitationAccess } from './cookie.ts';
import { codePage, invitationPage, overInvitationPage } from './page.ts';

/** Of one address: nobody types more papers, and 80 bits are not found by trying. */
const CODES = { max: 20, windowMs: 60_000 };

const day = z.iso.date().optional();
const place = z.string().max(40).optional();
const LookForm = z.strictObject({ at: z.string().max(80).optional(), from: day, day, place, go });
type Looked = { place?: string | undefined; from?: string | undefined; day?: string | undefined };

/** Booking by an invitation: straight at the times. */
export function invitationPageRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownInvitationAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/i/:code',
    summary: 'Open an invitation: moves its code into a cookie of /b and goes there',
    access: openingInvitationAccess(deps),
    params: z.object({ code: z.string() }),
    limit: OPENINGS,
    answers: { 303: empty },
    handle: async ({ params, reply }) => {
      keepInvitation(reply, deps, params.code);
      return to('/b/invitation');
    },
  });

  route(app, {
    method: 'GET',
    url: '/b/invitation',
    summary: 'The times one is invited to book; afterwards what came of it',
    access,
    query: z.looseObject({}),
    answers: { 200: page },
    handle: async ({ caller, request, reply }) => {
      await openInvitation(deps, caller.invitationId);
      return { status: 200, body: await draw(deps, caller.invitationId, {}, null, request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/invitation',
    summary: 'Book the time pressed, or look at other days and places',
    access,
    form: true,
    body: LookForm,
    idempotency: 'required',
    answers: { 200: page, 303: empty, 409: page },
    handle: async ({ caller, body: { at: text, ...rest }, idempotency, request, reply }) => {
      const id = caller.invitationId;
      const looked = gone(rest);
      if (text === undefined) return { status: 200, body: await draw(deps, id, looked, null, request, reply), headers: PRIVATE };
      const press = readPressed(text);
      if (!press) throw unreadable();
      const pointId = z.uuid().safeParse(press.where).success ? press.where : null;
      if (!(await isStillOffered(deps, id, pointId)))
        return { status: 409, body: await draw(deps, id, looked, 'time-not-bookable', request, reply), headers: PRIVATE };
      try {
        const appointmentId = await bookInvited(deps, keyOf(idempotency, text), id, { at: press.at, pointId, address: request.ip });
        keepAppointment(reply, deps, (await readHeld(deps, appointmentId)).secret);
        return to('/b?done=booked');
      } catch (error) {
        const isOver = error instanceof Conflict && error.code === 'invitation-over';
        const refused = isOver ? null : lossOf(error);
        return { status: 409, body: await draw(deps, id, { ...looked, place: press.where }, refused, request, reply), headers: PRIVATE };
      }
    },
  });

  codeRoutes(app, deps);
}

/** The code of a paper, typed. */
function codeRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const drawCode = async (code: string, wrong: boolean, request: FastifyRequest, reply: FastifyReply) => {
    rememberWish(request, reply);
    return codePage(await viewFor(deps, request), { code, wrong, token: formToken(request, reply) });
  };

  route(app, {
    method: 'GET',
    url: '/book/invitation',
    summary: 'Where the code of an invitation on paper is typed',
    access: anyone,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page },
    handle: async ({ request, reply }) => ({ status: 200, body: await drawCode('', false, request, reply), headers: PRIVATE }),
  });

  route(app, {
    method: 'POST',
    url: '/book/invitation',
    summary: 'Open the invitation whose code was typed',
    access: anyone,
    form: true,
    body: z.strictObject({ code: z.string().max(100) }),
    limit: CODES,
    answers: { 303: empty, 422: page },
    handle: async ({ body, request, reply }) => {
      if (!(await idOfCode(deps, body.code)))
        return { status: 422, body: await drawCode(body.code, true, request, reply), headers: PRIVATE };
      keepInvitation(reply, deps, body.code);
      return to('/b/invitation');
    },
  });
}

/** One page has many times to press, and each is a call of its own; pressed twice it is one. */
const keyOf = (key: IdempotencyKey | undefined, text: string): IdempotencyKey | undefined =>
  key && { ...key, key: `${key.key} ${text}`.replace(/[^\x21-\x7e]/g, '_').slice(0, 100) };

async function draw(
  deps: PagesDeps,
  id: string,
  looked: Looked,
  refused: string | null,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  rememberWish(request, reply);
  const view = { ...(await viewFor(deps, request)), path: '/b/invitation' };
  const one = await invitationOf(deps.db, id);
  const service = one && (await serviceOf(deps.db, one.bookableId));
  if (!one || !service) throw new NotFound();
  const state = standing(one, view.now);
  if (state !== 'sent' && state !== 'opened') return overInvitationPage(view, state, await isInHand(deps, one, request));
  const offered = await placesOffered(deps, one);
  if (offered.length === 0) return overInvitationPage(view, 'unbookable', false);
  const points = (await Promise.all(offered.map((place) => place && pointOf(deps.db, place)))).filter((point) =>
    Boolean(point),
  ) as PointRow[];
  const chosen = points.find((point) => point.id === looked.place) ?? points[0];
  const pointId = chosen?.id ?? null;
  const week = await weekOf(
    deps,
    service,
    { needs: one.needs, interpreterLanguage: one.interpreterLanguage, people: 1, language: one.language as 'fi' },
    { pointId, stopId: null, from: looked.from },
  );
  const lastDay = dayOf(one.deadline).subtract({ days: 1 });
  return invitationPage(view, one, {
    ...{ service, points, week, from: looked.from, day: looked.day, place: pointId ?? one.way },
    message: openInvited(deps.keys, id, one.content)?.message ?? '',
    until: formatDate(lastDay, view.locale, dayOf(view.now)),
    refused: refused && translator(view.locale, 'problem')(`${refused}.title`),
    token: formToken(request, reply),
    once: newOnce(),
  });
}

/** Where it can be booked as things stand: the service may have been taken out of use, or moved, since somebody was invited to it. */
async function placesOffered({ capacities, clock }: PagesDeps, { bookableId, pointIds, way }: InvitationRow): Promise<(string | null)[]> {
  const places: readonly (string | null)[] = pointIds.length > 0 ? pointIds : [null];
  const found = await Promise.all(places.map((place) => capacities.at(bookableId, place)));
  const today = dayOf(clock.now());
  return places.filter((_, at) => {
    const bookable = found[at]?.bookable;
    return bookable !== undefined && !isOver(bookable, today) && !bookable.fixed && bookable.ways.includes(way);
  });
}

/** The point is no more. */
const isOver = ({ validUntil }: Pick<Bookable, 'validUntil'>, today: Temporal.PlainDate): boolean =>
  validUntil !== null && Temporal.PlainDate.compare(validUntil, today) <= 0;

/** A place the invitation is not for is nobody's to ask about: booking says so. */
async function isStillOffered(deps: PagesDeps, id: string, place: string | null): Promise<boolean> {
  const one = await invitationOf(deps.db, id);
  const isOpen = one && ['sent', 'opened'].includes(one.state);
  if (!isOpen || (place !== null && !one.pointIds.includes(place))) return true;
  return (await placesOffered(deps, one)).includes(place);
}

/** Only in the browser that has the appointment too does the page lead there: the invitation's link alone opens nothing any more. */
const isInHand = async (deps: PagesDeps, { appointmentId }: InvitationRow, request: FastifyRequest): Promise<boolean> =>
  appointmentId !== null && (await appointmentInHand(deps, request)) === appointmentId;
