import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Access, anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { letLinkGo } from '../links/cookie.ts';
import { browserSecret, heldBrowserSecret } from '../sign-in/attempts.ts';
import { SignInRefused } from '../sign-in/provider.ts';
import type { CustomerCaller } from '../types.ts';
import { clearCustomerCookie, customerTokenOf, setCustomerCookie } from './cookie.ts';
import {
  beginCustomerSignIn,
  CUSTOMER_CALLBACK,
  type CustomerSignInDeps,
  finishCustomerSignIn,
  SIGNED_OUT,
  signCustomerOut,
  signCustomerOutEverywhere,
} from './service.ts';

/** By address, and a whole library is one address. */
const SIGN_INS = { max: 300, windowMs: 60_000 };

const text = z.string().max(4000);
const Start = z.looseObject({ return_to: text.optional(), lang: z.enum(['fi', 'sv', 'en']).optional().catch(undefined) });
/** What a provider may send back (RFC 6749, RFC 9207); which of it holds is checked by the OpenID library. */
const Return = z.looseObject({ state: text.optional(), code: text.optional() });

export function customerSignInRoutes(app: FastifyInstance, deps: CustomerSignInDeps, customer: Access<CustomerCaller>): void {
  comingRoutes(app, deps);
  leavingRoutes(app, deps, customer);
}

function comingRoutes(app: FastifyInstance, deps: CustomerSignInDeps): void {
  route(app, {
    method: 'GET',
    url: '/my/sign-in',
    summary: 'Go to the customers’ identity provider for strong identification',
    access: anyone,
    query: Start,
    limit: SIGN_INS,
    answers: { 303: empty },
    handle: async ({ query, request, reply }) => {
      const url = await beginCustomerSignIn(deps, browserSecret(deps, request, reply), query.return_to, query.lang ?? 'fi');
      return redirect(url.href);
    },
  });

  route(app, {
    method: 'GET',
    url: CUSTOMER_CALLBACK,
    summary: 'Come back from the customers’ identity provider',
    access: anyone,
    query: Return,
    limit: SIGN_INS,
    answers: { 303: empty },
    handle: async ({ query, request, reply }) => {
      try {
        const { token, returnTo } = await finishCustomerSignIn(deps, {
          url: request.url,
          state: query.state,
          browser: heldBrowserSecret(deps, request),
          formerToken: customerTokenOf(request, deps),
          requestId: request.id,
        });
        setCustomerCookie(reply, deps, token);
        return redirect(returnTo);
      } catch (error) {
        if (!(error instanceof SignInRefused)) throw error;
        // A person is at the other end, so a page answers; it says the same whatever the provider had against it.
        return redirect('/my/sign-in-failed');
      }
    },
  });
}

function leavingRoutes(app: FastifyInstance, deps: CustomerSignInDeps, customer: Access<CustomerCaller>): void {
  route(app, {
    method: 'POST',
    url: '/my/sign-out',
    summary: 'End the customer’s session here and at the identity provider',
    access: anyone,
    form: true,
    limit: SIGN_INS,
    answers: { 200: page, 303: empty },
    handle: async ({ request, reply }) => {
      const location = await signCustomerOut(deps, customerTokenOf(request, deps), request.id);
      forgetBrowser(deps, reply);
      return leave(deps, request, location);
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/sign-out-everywhere',
    summary: 'End the customer’s sessions on every device and at the identity provider',
    access: customer,
    form: true,
    answers: { 200: page, 303: empty },
    handle: async ({ caller, request, reply }) => {
      const location = await signCustomerOutEverywhere(deps, caller, customerTokenOf(request, deps), request.id);
      forgetBrowser(deps, reply);
      return leave(deps, request, location);
    },
  });
}

/** Also a link that was open in this browser: whoever signs out leaves nothing of theirs to the next one at the same machine. */
function forgetBrowser(deps: CustomerSignInDeps, reply: FastifyReply): void {
  clearCustomerCookie(reply, deps);
  letLinkGo(reply, deps);
}

/**
 * A page of ours stands between the form and the provider's sign-out: browsers hold a form's redirects to `form-action`, and that is
 * this site alone.
 */
async function leave({ drawFarewell }: CustomerSignInDeps, request: FastifyRequest, location: string) {
  if (location === SIGNED_OUT || !drawFarewell) return redirect(SIGNED_OUT);
  const headers = { refresh: `0; url=${location}`, 'cache-control': 'no-store' };
  return { status: 200 as const, body: await drawFarewell(request, location), headers };
}

function redirect(location: string) {
  return { status: 303 as const, headers: { location, 'cache-control': 'no-store' } };
}
