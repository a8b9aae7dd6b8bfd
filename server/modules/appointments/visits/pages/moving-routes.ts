import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Conflict } from '../../../../platform/errors.ts';
import { empty, page } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import type { AppointmentRow } from '../../booking/queries.ts';
import { ownJointAccess } from '../../joint/pages/cookie.ts';
import { ownOf } from '../../own/trail.ts';
import { type PagesDeps, PRIVATE, to } from '../../pages/deps.ts';
import { lossOf, unreadable } from '../../pages/draw-times.ts';
import { MOVES } from '../../pages/own-change-routes.ts';
import { moveVisit, partsToMove, wishOf } from '../moving.ts';
import { readVisit, VisitMove } from './choice.ts';
import { drawTimesOf } from './draw.ts';

/** One's own visit moved to another time, whole. */
export function visitMovingRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownJointAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/together/times',
    summary: 'Other times for one’s visit',
    access,
    query: z.looseObject({}),
    answers: { 200: page, 303: empty },
    handle: async ({ caller, request, reply }) => {
      const parts = await partsToMove(deps.db, caller.jointId);
      if (parts.length === 0) return to('/b/together');
      return { status: 200, body: await draw(deps, parts, {}, request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/together/times',
    summary: 'Move one’s visit to the time pressed, or look at other days',
    access,
    form: true,
    body: VisitMove,
    limit: MOVES,
    answers: { 200: page, 303: empty, 409: page },
    handle: async ({ caller, body: { at, from, go }, request, reply }) => {
      const parts = await partsToMove(deps.db, caller.jointId);
      if (parts.length === 0) return to('/b/together');
      const looked = { from: go ?? from };
      if (at === undefined) return { status: 200, body: await draw(deps, parts, looked, request, reply), headers: PRIVATE };
      const times = readVisit(at, 1);
      if (!times) throw unreadable();
      try {
        await moveVisit(deps, caller.jointId, times, { own: ownOf(request) });
      } catch (error) {
        if (error instanceof Conflict && error.code === 'booked-already') return to('/b/together');
        return { status: 409, body: await draw(deps, parts, { ...looked, lost: lossOf(error) }, request, reply), headers: PRIVATE };
      }
      return to('/b/together?done=changed');
    },
  });
}

type Looked = { from?: string | undefined; lost?: string };

function draw(
  deps: PagesDeps,
  parts: readonly AppointmentRow[],
  { from, lost = '' }: Looked,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const wish = wishOf(parts);
  const { pointId: place, bookableIds: services, needs, interpreterLanguage = null, people } = wish;
  const choice = { place, services: [...services], needs: [...needs], interpreterLanguage, people, language: wish.language as 'fi', from };
  const present = parts.map(({ bookableId, startsAt, endsAt }) => ({
    bookableId,
    from: startsAt.epochMilliseconds,
    until: endsAt.epochMilliseconds,
  }));
  return drawTimesOf(deps, { choice, wish, lost: lost || null, present }, request, reply);
}
