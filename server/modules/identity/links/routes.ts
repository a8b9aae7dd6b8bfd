import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { type LinkDeps, openingLinkAccess } from './access.ts';
import { holdLink } from './cookie.ts';

/** Per link: a mail scanner and the resident's own devices open it a few times. */
const OPENINGS = { max: 30, windowMs: 60_000 };

export function linkRoutes(app: FastifyInstance, deps: LinkDeps): void {
  route(app, {
    method: 'GET',
    url: '/a/:token',
    summary: 'Open a secret link: moves its token into a cookie of /a and goes there',
    access: openingLinkAccess(deps),
    params: z.object({ token: z.string() }),
    limit: OPENINGS,
    answers: { 303: empty },
    handle: async ({ params, reply }) => {
      holdLink(reply, deps, params.token);
      return { status: 303, headers: { location: '/a', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } };
    },
  });
}
