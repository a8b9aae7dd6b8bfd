import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../platform/http/access.ts';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { clearSessionCookie, setSessionCookie, tokenOf } from '../sessions/cookie.ts';
import { isSecure } from '../settings.ts';
import { browserSecret, heldBrowserSecret } from './attempts.ts';
import { SignInRefused } from './provider.ts';
import { beginSignIn, finishSignIn, type SignInDeps, signOut } from './service.ts';

/** Per address: a service point's whole staff signs in from one in the morning. */
const SIGN_INS = { max: 600, windowMs: 60_000 };

const text = z.string().max(4000);
const Start = z.object({ return_to: text.optional() });
/** What a provider may send back (RFC 6749, RFC 9207); which of it holds is checked by the OpenID library. */
const Return = z.looseObject({ state: text.optional(), code: text.optional() });

export function signInRoutes(app: FastifyInstance, deps: SignInDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/sign-in',
    summary: 'Go to the identity provider to sign in',
    access: anyone,
    query: Start,
    limit: SIGN_INS,
    answers: { 303: empty },
    handle: async ({ query, request, reply }) => {
      const url = await beginSignIn(deps, browserSecret(deps, request, reply), query.return_to);
      return redirect(url.href);
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/sign-in/callback',
    summary: 'Come back from the identity provider',
    access: anyone,
    query: Return,
    limit: SIGN_INS,
    answers: { 303: empty },
    handle: async ({ query, request, reply }) => {
      try {
        const { token, returnTo } = await finishSignIn(deps, {
          url: request.url,
          state: query.state,
          browser: heldBrowserSecret(deps, request),
          formerToken: tokenOf(request, isSecure(deps)),
          requestId: request.id,
        });
        setSessionCookie(reply, isSecure(deps), token);
        return redirect(returnTo);
      } catch (error) {
        if (!(error instanceof SignInRefused)) throw error;
        // A person is at the other end, so a page answers; it says the same whatever the provider had against it.
        return redirect(`/sign-in?problem=${problemOf(error)}`);
      }
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/sign-out',
    summary: 'End the session here and at the identity provider',
    access: anyone,
    // A whole service point may leave at four o'clock from one address.
    limit: { max: 300, windowMs: 60_000 },
    answers: { 200: z.object({ location: z.string() }).meta({ id: 'SignedOut' }) },
    handle: async ({ request, reply }) => {
      const location = await signOut(deps, tokenOf(request, isSecure(deps)), request.id);
      clearSessionCookie(reply, isSecure(deps));
      return { location };
    },
  });
}

function redirect(location: string) {
  return { status: 303 as const, headers: { location, 'cache-control': 'no-store' } };
}

function problemOf({ reason }: SignInRefused): 'sign-in-expired' | 'not-a-user' | 'sign-in-failed' {
  if (reason === 'expired') return 'sign-in-expired';
  return reason === 'not-a-user' ? 'not-a-user' : 'sign-in-failed';
}
