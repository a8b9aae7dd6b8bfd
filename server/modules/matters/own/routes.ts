import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Access, anyone } from '../../../platform/http/access.ts';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { rememberWish, signInFailedPage, variantFor, viewFor } from '../../site/service.ts';
import type { Desk } from '../types.ts';
import { ownMattersPage } from './page.ts';
import { readOwnMatters } from './queries.ts';

export type OwnDeps = { desk: Desk; customer: Access<CustomerCaller> };

/** Kept in no cache and no search engine. */
export const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

export function ownRoutes(app: FastifyInstance, { desk, customer }: OwnDeps): void {
  const loose = z.looseObject({});

  route(app, {
    method: 'GET',
    url: '/my',
    summary: 'My matters, of a customer who has signed in',
    access: customer,
    query: loose,
    answers: { 200: page },
    handle: async ({ caller, request, reply }) => {
      rememberWish(request, reply);
      const view = await viewFor(desk, request, variantFor(request, caller.language));
      const matters = await readOwnMatters(desk.db, caller, request.id);
      return { status: 200, body: ownMattersPage(view, caller, matters, formToken(request, reply)), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'GET',
    url: '/my/sign-in-failed',
    summary: 'Tells that a customer’s identification did not succeed',
    access: anyone,
    query: loose,
    answers: { 200: page },
    handle: async ({ request }) => ({ status: 200, body: signInFailedPage(await viewFor(desk, request)), headers: PRIVATE }),
  });
}
