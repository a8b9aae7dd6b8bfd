import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { formText } from '../../../platform/http/shapes.ts';
import { holdLink } from '../../identity/service.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import { openBySlip } from './opening.ts';
import { slipPage } from './page.ts';
import type { SlipDeps } from './trying.ts';

/** By address, and a whole library or service point is one address: enough for its visitors, too little to go through PINs. */
const TRIES = { max: 60, windowMs: 600_000 };
const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

export function slipPageRoutes(app: FastifyInstance, deps: SlipDeps & { publicUrl: string }): void {
  const { desk } = deps;

  route(app, {
    method: 'GET',
    url: '/slip',
    summary: 'Where one opens one’s matter with the number and the PIN of a slip',
    access: anyone,
    query: z.looseObject({}),
    answers: { 200: page },
    handle: async ({ request, reply }) => {
      rememberWish(request, reply);
      const drawn = slipPage(await viewFor(desk, request), { token: formToken(request, reply), number: '', refused: false });
      return { status: 200, body: drawn, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/slip',
    summary: 'Open one’s matter with the number and the PIN of a slip, for an hour',
    access: anyone,
    form: true,
    body: z.strictObject({ number: formText(40), pin: formText(40) }),
    limit: TRIES,
    answers: { 303: empty, 422: page },
    handle: async ({ body, request, reply }) => {
      const token = await openBySlip(deps, body, request.id);
      if (token) {
        holdLink(reply, deps, token);
        return { status: 303, headers: { ...PRIVATE, location: '/a' } };
      }
      const drawn = slipPage(await viewFor(desk, request), { token: formToken(request, reply), number: body.number, refused: true });
      return { status: 422, body: drawn, headers: PRIVATE };
    },
  });
}
