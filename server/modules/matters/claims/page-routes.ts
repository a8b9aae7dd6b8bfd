import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import type { CustomerCaller, LinkHolder } from '../../identity/types.ts';
import { rememberWish, variantFor, viewFor } from '../../site/service.ts';
import { about, refuseOther } from '../own/wishing.ts';
import type { Desk } from '../types.ts';
import { claimPage } from './page.ts';
import { claimMatter, standing } from './service.ts';

export type ClaimPageDeps = {
  desk: Desk;
  linkHolder: Access<LinkHolder>;
  signedIn(request: FastifyRequest): Promise<CustomerCaller | undefined>;
};

const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
const to = (location: string) => ({ status: 303 as const, headers: { ...PRIVATE, location } });
const SIGN_IN = '/my/sign-in?return_to=%2Fa%2Fidentified';

/** For whoever holds a link or slip and has signed in as well. */
export function claimPageRoutes(app: FastifyInstance, { desk, linkHolder, signedIn }: ClaimPageDeps): void {
  route(app, {
    method: 'GET',
    url: '/a/identified',
    summary: 'Asks a signed-in holder of a link whether the matter is theirs',
    access: linkHolder,
    query: z.looseObject({}),
    answers: { 200: page, 303: empty },
    handle: async ({ caller: holder, request, reply }) => {
      const caller = await signedIn(request);
      if (!caller) return to(SIGN_IN);
      const stands = await standing(desk, holder, caller);
      if (stands?.state === 'own') return to(`/my/matters/${stands.matterId}`);
      rememberWish(request, reply);
      const view = await viewFor(desk, request, variantFor(request, caller.language));
      return { status: 200, body: claimPage(view, caller, stands?.state, formToken(request, reply)), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/a/claim',
    summary: 'Say, signed in, that the matter of one’s link is one’s own',
    access: linkHolder,
    form: true,
    body: z.strictObject(about),
    answers: { 303: empty },
    handle: async ({ caller: holder, body, request }) => {
      const caller = await signedIn(request);
      if (!caller) return to(SIGN_IN);
      refuseOther(caller, body.about);
      const claimed = await claimMatter(desk, holder, caller, request.id);
      return to(claimed.state === 'own' ? `/my/matters/${claimed.matterId}` : '/a/identified');
    },
  });
}
