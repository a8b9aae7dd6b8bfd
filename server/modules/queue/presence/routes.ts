import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, dayText } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import type { Floor } from '../types.ts';
import { dayAtPoint } from './day.ts';
import { todayPage } from './page.ts';
import { PointDay, PresenceChange, PresenceInput, PresenceList } from './schema.ts';
import { addPresence, changePresence, presencesFor, removePresence } from './service.ts';

/** Per address, and a library's whole hall is one. */
const READS = { max: 600, windowMs: 60_000 };
const PAGE = { 'cache-control': 'private, no-cache', vary: 'cookie, accept-language' };
/** Before it PostgreSQL writes years in another way, and nobody's hours reach further. */
const [FIRST, LAST] = ['2020-01-01', '2099-12-31'];
const onDay = dayText.refine((day) => day >= FIRST && day <= LAST);
const dayIn = (day: string | undefined) => (day ? Temporal.PlainDate.from(day) : undefined);

/** Who is at a point and when: written by those who keep it, read by anybody. */
export function presenceRoutes(app: FastifyInstance, floor: Floor & StaffAccess): void {
  const { staff, db } = floor;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/presences',
    summary: 'When authorities are at a point, where that is not as the point is open',
    access: staff,
    params: byId,
    answers: { 200: PresenceList },
    handle: async ({ caller, params }) => ({ status: 200, body: { presences: await presencesFor(floor, caller, params.id) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/presences',
    summary: 'Write when an authority is at a point, and where',
    access: staff,
    params: byId,
    body: PresenceInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addPresence(floor, trx, byOf(call), call.params.id, call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/queue/presences/:id',
    summary: 'Change when an authority is at a point, or where',
    access: staff,
    params: byId,
    body: PresenceChange,
    answers: { 204: empty },
    handle: async (call) => changePresence(floor, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/queue/presences/:id',
    summary: 'Take back what was written of an authority’s presence',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => removePresence(floor, byOf(call), call.params.id),
  });
  publicRoutes(app, floor);
}

function publicRoutes(app: FastifyInstance, floor: Floor): void {
  const reading = (request: FastifyRequest) => viewFor(floor, request);

  route(app, {
    method: 'GET',
    url: '/api/public/points/:id/authorities',
    summary: 'Which authorities are at a point on a day, where and when',
    access: anyone,
    params: byId,
    query: z.strictObject({ day: onDay.optional() }),
    limit: READS,
    answers: { 200: PointDay },
    handle: async ({ params, query }) => {
      const { day: body } = await dayAtPoint(floor, params.id, dayIn(query.day));
      return { status: 200, body, headers: { 'cache-control': 'public, max-age=10' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/waits/:id/authorities',
    summary: 'Which authorities are at a service point, where and when',
    access: anyone,
    params: byId,
    query: z.looseObject({ day: onDay.optional().catch(undefined) }),
    limit: READS,
    answers: { 200: page },
    handle: async ({ params, query, request, reply }) => {
      rememberWish(request, reply);
      const shown = await dayAtPoint(floor, params.id, dayIn(query.day));
      return { status: 200, body: todayPage(await reading(request), shown), headers: PAGE };
    },
  });
}
