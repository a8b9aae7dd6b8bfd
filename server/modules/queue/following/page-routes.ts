import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { publicPushKey } from '../../../platform/push/vapid.ts';
import { rememberWish, type SiteDeps, viewFor } from '../../site/service.ts';
import { Place } from '../board/schema.ts';
import { arriveByLink } from '../expected/arriving.ts';
import type { Floor } from '../types.ts';
import { type Awaited, comerAccess, holdVisit, openingVisitAccess, type Visitor, visitorAccess } from './access.ts';
import { awaitedPage, readAwaited } from './awaited.ts';
import { meetingPage } from './meeting.ts';
import { numberPage } from './page.ts';
import { pushKey } from './push/keys.ts';
import { askForTime, followVisit, leaveQueue, standingOf } from './service.ts';

type Deps = Floor & SiteDeps & { publicUrl: string };

const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
/** Per number: a phone and a friend's open it a few times. */
const OPENINGS = { max: 30, windowMs: 60_000 };

/** One's number on one's own phone: no app, no account. */
export function followingRoutes(app: FastifyInstance, deps: Deps): void {
  const visitor = visitorAccess(deps);
  const comer = comerAccess(deps);

  route(app, {
    method: 'GET',
    url: '/q/:secret',
    summary: 'Open a number’s page: moves its secret into a cookie of /q and goes there',
    access: openingVisitAccess(deps),
    params: z.object({ secret: z.string() }),
    limit: OPENINGS,
    answers: { 303: empty },
    handle: async ({ params, reply }) => {
      holdVisit(reply, deps, params.secret);
      return { status: 303, headers: { location: '/q', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/q',
    summary: 'Where one stands in the queue; before the visit, one’s agreed time',
    access: comer,
    query: z.looseObject({}),
    answers: { 200: page },
    handle: async ({ caller, request, reply }) => ({ status: 200, body: await draw(deps, caller, request, reply, null), headers: PRIVATE }),
  });

  route(app, {
    method: 'GET',
    url: '/q/place',
    summary: 'Where one stands, for the page’s own script when it has been away; null when the visit is over',
    access: visitor,
    answers: { 200: z.object({ place: Place.nullable() }) },
    handle: async ({ caller }) => ({ status: 200, body: { place: await standingOf(deps, caller) } }),
  });

  route(app, {
    method: 'POST',
    url: '/q/arrival',
    summary: 'Say that one has come, by the page of an agreed time',
    access: comer,
    form: true,
    body: z.strictObject({}),
    answers: { 303: empty, 409: page },
    handle: async ({ caller, request, reply }) => {
      const back = { status: 303 as const, headers: { ...PRIVATE, location: '/q' } };
      if (caller.kind === 'visitor') return back;
      try {
        await inTransaction(deps.db, (trx) => arriveByLink(deps, trx, caller.expectedId));
      } catch (error) {
        // Two presses at once: the other one has arrived.
        if (error instanceof NotFound) return back;
        if (!(error instanceof Conflict)) throw error;
        return { status: 409, body: await draw(deps, caller, request, reply, error.code), headers: PRIVATE };
      }
      return back;
    },
  });

  for (const [url, summary, deed] of [
    ['/q/later', 'Ask not to be called for ten minutes, the place kept', askForTime],
    ['/q/leaving', 'Leave the queue', leaveQueue],
  ] as const) {
    route(app, {
      method: 'POST',
      url,
      summary,
      access: visitor,
      form: true,
      body: z.strictObject({}),
      answers: { 303: empty, 409: page },
      handle: async ({ caller, request, reply }) => {
        try {
          await deed(deps, caller);
        } catch (error) {
          if (!(error instanceof Conflict)) throw error;
          return { status: 409, body: await draw(deps, caller, request, reply, error.code), headers: PRIVATE };
        }
        return { status: 303, headers: { ...PRIVATE, location: '/q' } };
      },
    });
  }
}

async function draw(
  deps: Deps,
  caller: Visitor | Awaited,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: string | null,
): Promise<string> {
  rememberWish(request, reply);
  if (caller.kind === 'awaited') {
    const view = await viewFor(deps, request);
    return awaitedPage(view, await readAwaited(deps, caller), formToken(request, reply), refused);
  }
  const [view, followed] = [await viewFor(deps, request), await followVisit(deps, caller, request.id)];
  if (followed.meeting) return meetingPage(view, followed, followed.meeting);
  const why = refused && translator(view.variant, 'number')(refused === 'too-many-delays' ? 'tooManyDelays' : 'movedOn');
  const key = followed.place && publicPushKey(await pushKey(deps));
  return numberPage(view, followed, { token: formToken(request, reply), refused: why, pushKey: key });
}
