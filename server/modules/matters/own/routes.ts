import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../platform/http/access.ts';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { rememberWish, signedOutPage, signInFailedPage, viewFor } from '../../site/service.ts';
import { dataRequestPageRoutes } from '../data-requests/page-routes.ts';
import { contactRoutes } from './contact/routes.ts';
import { copyRoutes } from './copy/routes.ts';
import { detailsRoutes } from './details-routes.ts';
import { ownView } from './drawing.ts';
import { looksRoutes } from './looks-routes.ts';
import { ownMatterRoutes } from './matter-routes.ts';
import { ownMattersPage } from './page.ts';
import { type OwnDeps, PRIVATE } from './private.ts';
import { readOwnMatters, waitingClaims } from './queries.ts';

export function ownRoutes(app: FastifyInstance, deps: OwnDeps & { keys: Keyring }): void {
  const { desk, customer } = deps;
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
      const view = await ownView({ desk, caller, request, reply });
      const matters = await readOwnMatters(desk.db, caller, request.id);
      const claims = await waitingClaims(desk.db, caller);
      return { status: 200, body: ownMattersPage(view, caller, { matters, claims }, formToken(request, reply)), headers: PRIVATE };
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

  route(app, {
    method: 'GET',
    url: '/my/signed-out',
    summary: 'Tells a customer that they have signed out',
    access: anyone,
    query: loose,
    answers: { 200: page },
    handle: async ({ request }) => ({ status: 200, body: signedOutPage(await viewFor(desk, request)), headers: PRIVATE }),
  });

  ownMatterRoutes(app, deps);
  detailsRoutes(app, deps);
  contactRoutes(app, deps);
  looksRoutes(app, deps);
  copyRoutes(app, deps);
  dataRequestPageRoutes(app, deps);
}
