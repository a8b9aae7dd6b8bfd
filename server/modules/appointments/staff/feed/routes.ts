import type { FastifyInstance } from 'fastify';
import { anyone } from '../../../../platform/http/access.ts';
import { empty, raw } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { FeedFile, OwnFeed } from './schema.ts';
import { drawFeed, dropFeed, readOwnFeed, renewFeed } from './service.ts';

/** Calendar programs ask every quarter of an hour at most; all of an office come from one address. */
const FETCHES = { max: 600, windowMs: 60_000 };

/** One's own appointments in a calendar program of one's own. */
export function feedRoutes(app: FastifyInstance, deps: Booking & StaffAccess & { publicUrl: string }): void {
  const { staff: access } = deps;

  route(app, {
    method: 'GET',
    url: '/api/booking/feed',
    summary: 'The secret address of one’s own calendar, if there is one',
    access,
    answers: { 200: OwnFeed },
    handle: async ({ caller }) => ({ status: 200, body: await readOwnFeed(deps, caller) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/feed',
    summary: 'Make a secret address of one’s own calendar; the earlier one no longer opens it',
    access,
    answers: { 200: OwnFeed },
    handle: async (call) => ({ status: 200, body: await renewFeed(deps, byOf(call)) }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/booking/feed',
    summary: 'Take the address of one’s own calendar away',
    access,
    answers: { 204: empty },
    handle: async (call) => dropFeed(deps, byOf(call)),
  });

  route(app, {
    method: 'GET',
    url: '/calendars/:file',
    summary: 'A calendar for whoever has its secret address: codes and times, no customer and no authority (RFC 5545)',
    access: anyone,
    params: FeedFile,
    limit: FETCHES,
    answers: { 200: raw('text/calendar; charset=utf-8') },
    handle: async ({ params }) => ({
      status: 200,
      body: await drawFeed(deps, params.file.replace(/\.ics$/, '')),
      headers: { 'cache-control': 'private, max-age=300', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
    }),
  });
}
