import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { empty, page } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { id } from '../../../../platform/http/shapes.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { hashSecret } from '../../../../platform/keys/keys.ts';
import { rememberWish, viewFor } from '../../../site/service.ts';
import { readHeld } from '../../booking/reading.ts';
import { ownOf } from '../../own/trail.ts';
import { keepAppointment } from '../../pages/cookie.ts';
import { OPENINGS, type PagesDeps, PRIVATE, to } from '../../pages/deps.ts';
import { pointOf, serviceOf } from '../../pages/queries.ts';
import { openOfferOf } from '../offer-queries.ts';
import { noteOpened, placeInLine, termsOf, waitingOf } from '../queries.ts';
import { changeWaiting, declineOffer, leaveLine, takeOffer } from '../service.ts';
import { keepWaiting, openingWaitingAccess, ownWaitingAccess } from './cookie.ts';
import { asText, readWhen, WhenForm } from './form.ts';
import { type OwnWaiting, overWaitingPage, ownWaitingPage } from './own-page.ts';

type Told = Partial<Pick<OwnWaiting, 'done' | 'refused' | 'form' | 'faults'>>;

/** One's place in line: seen, changed, left; what is offered, taken or not. */
export function ownWaitingRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownWaitingAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/w/:secret',
    summary: 'Open one’s place in line: moves its secret into a cookie of /b and goes there',
    access: openingWaitingAccess(deps),
    params: z.object({ secret: z.string() }),
    limit: OPENINGS,
    answers: { 303: empty },
    handle: async ({ params, reply }) => {
      await noteOpened(deps.db, hashSecret(params.secret));
      keepWaiting(reply, deps, params.secret);
      return to('/b/waiting');
    },
  });

  route(app, {
    method: 'GET',
    url: '/b/waiting',
    summary: 'One’s place in line, with what is offered',
    access,
    query: z.looseObject({ done: z.enum(['declined', 'changed']).optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      const body = await draw(deps, caller.waitingId, { done: query.done ?? null }, request, reply);
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/waiting',
    summary: 'Change which days and hours suit; the place in line stays',
    access,
    form: true,
    body: WhenForm,
    answers: { 303: empty, 409: page, 422: page },
    handle: async ({ caller, body, request, reply }) => {
      const { value, faults } = readWhen(body);
      if (!value)
        return { status: 422, body: await draw(deps, caller.waitingId, { form: body, faults }, request, reply), headers: PRIVATE };
      return orRefused(deps, caller.waitingId, request, reply, async () => {
        await changeWaiting(deps, caller.waitingId, value);
        return to('/b/waiting?done=changed');
      });
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/waiting/answer',
    summary: 'Take what is offered, or say that it does not suit',
    access,
    form: true,
    body: z.strictObject({ offer: id, answer: z.enum(['take', 'decline']) }),
    answers: { 303: empty, 409: page },
    handle: async ({ caller, body, request, reply }) =>
      orRefused(deps, caller.waitingId, request, reply, async () => {
        if (body.answer === 'decline') {
          await declineOffer(deps, caller.waitingId, body.offer);
          return to('/b/waiting?done=declined');
        }
        const appointmentId = await takeOffer(deps, caller.waitingId, body.offer, ownOf(request));
        keepAppointment(reply, deps, (await readHeld(deps, appointmentId)).secret);
        return to('/b?done=booked');
      }),
  });

  route(app, {
    method: 'POST',
    url: '/b/waiting/leaving',
    summary: 'Leave the line; what is offered goes to the next',
    access,
    form: true,
    body: z.strictObject({}),
    answers: { 303: empty },
    handle: async ({ caller }) => {
      await leaveLine(deps, caller.waitingId);
      return to('/b/waiting');
    },
  });
}

async function orRefused<T>(deps: PagesDeps, waitingId: string, request: FastifyRequest, reply: FastifyReply, deed: () => Promise<T>) {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { status: 409 as const, body: await draw(deps, waitingId, { refused: error.code }, request, reply), headers: PRIVATE };
  }
}

async function draw(deps: PagesDeps, waitingId: string, told: Told, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  rememberWish(request, reply);
  const view = { ...(await viewFor(deps, request)), path: '/b/waiting' };
  const one = await waitingOf(deps.db, waitingId);
  const service = one && (await serviceOf(deps.db, one.bookableId));
  if (!one || !service) throw new NotFound();
  if (one.state !== 'waiting') return overWaitingPage(view, one);
  const points = await Promise.all(one.pointIds.map((pointId) => pointOf(deps.db, pointId)));
  return ownWaitingPage(view, one, {
    service,
    points: points.filter((point) => point !== undefined),
    place: await placeInLine(deps.db, one),
    offer: await openOfferOf(deps.db, waitingId),
    form: told.form ?? asText(one),
    faults: told.faults ?? [],
    most: (await termsOf(deps.db, one.bookableId))?.mostUnanswered ?? 1,
    done: told.done ?? null,
    refused: told.refused ? translator(view.locale, 'problem')(`${told.refused}.title`) : null,
    token: formToken(request, reply),
  });
}
