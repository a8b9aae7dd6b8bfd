import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { hashSecret, newSecret, sign, verify } from '../../../platform/keys/keys.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { rememberWish, type SiteDeps, variantFor, viewFor } from '../../site/service.ts';
import { actingForPage, onTheWayPage, places } from './page.ts';
import { beginChoosing, finishChoosing, type MandateDeps, stopActing } from './service.ts';

export type MandateRouteDeps = MandateDeps & { site: SiteDeps; customer: Access<CustomerCaller>; publicUrl: string };

const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
const PLACE = '/my/acting-for';
const CALLBACK = `${PLACE}/callback`;
const PURPOSE = 'mandate-choosing';
const MINUTES = 20;
const to = (location: string) => ({ status: 303 as const, headers: { ...PRIVATE, location } });
const text = z.string().max(2000);
const From = z.enum(['my', 'link']);
const failed = (from: z.infer<typeof From>) => `${PLACE}?failed=yes${from === 'link' ? '&from=link' : ''}`;

export function mandateRoutes(app: FastifyInstance, deps: MandateRouteDeps): void {
  const { site, customer, publicUrl } = deps;
  const secure = publicUrl.startsWith('https:');
  const cookie = secure ? '__Secure-polku-mandate' : 'polku-mandate';
  const place = { path: PLACE, httpOnly: true, sameSite: 'lax', secure } as const;

  route(app, {
    method: 'GET',
    url: PLACE,
    summary: 'For whom a signed-in customer acts, and choosing another',
    access: customer,
    query: z.looseObject({ failed: z.literal('yes').optional().catch(undefined), from: From.catch('my') }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      rememberWish(request, reply);
      const view = await viewFor(site, request, variantFor(request, caller.language));
      const page = actingForPage(view, caller, formToken(request, reply), { failed: query.failed === 'yes', from: query.from });
      return { status: 200, body: page, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: `${PLACE}/choosing`,
    summary: 'Go to the register of mandates to choose whom one acts for',
    access: customer,
    form: true,
    body: z.strictObject({ kind: z.enum(['person', 'company']), from: From.default('my') }),
    limit: { max: 30, windowMs: 600_000 },
    answers: { 200: page },
    handle: async ({ caller, body, request, reply }) => {
      const view = await viewFor(site, request, variantFor(request, caller.language));
      const state = newSecret();
      const way = { back: publicUrl + CALLBACK, state, language: view.locale, requestId: request.id };
      const { sessionId, location } = await beginChoosing(deps, caller, body.kind, way);
      const kept = JSON.stringify([body.kind, sessionId, caller.sessionId, hashSecret(state), body.from]);
      const until = deps.clock.now().add({ minutes: MINUTES });
      reply.setCookie(cookie, sign(deps.keys, PURPOSE, kept, until), { ...place, maxAge: MINUTES * 60 });
      // A page of ours stands between: browsers hold a form's redirects to this site (form-action).
      return { status: 200, body: onTheWayPage(view, location.href), headers: { ...PRIVATE, refresh: `0; url=${location.href}` } };
    },
  });

  route(app, {
    method: 'GET',
    url: CALLBACK,
    summary: 'Come back from the register of mandates',
    access: customer,
    query: z.looseObject({ code: text.optional(), state: text.optional() }),
    answers: { 303: empty },
    handle: async ({ caller, query, request, reply }) => {
      const kept = verify(deps.keys, PURPOSE, request.cookies[cookie] ?? '', deps.clock.now());
      reply.clearCookie(cookie, place);
      const [kind, sessionId, forSession, stateHash, from = 'my'] = kept ? Kept.parse(JSON.parse(kept)) : [];
      // Another customer's choice, or one brought from another browser, is nobody's here.
      const own = forSession === caller.sessionId && query.state !== undefined && hashSecret(query.state) === stateHash;
      if (!own || !kind || !sessionId || !query.code) return to(failed(from));
      const chosen = { kind, sessionId, code: query.code, back: publicUrl + CALLBACK, requestId: request.id };
      return to((await finishChoosing(deps, caller, chosen)) ? places[from] : failed(from));
    },
  });

  route(app, {
    method: 'POST',
    url: `${PLACE}/ending`,
    summary: 'Act for oneself again',
    access: customer,
    form: true,
    answers: { 303: empty },
    handle: async ({ caller, request }) => {
      await stopActing(deps, caller, request.id);
      return to('/my');
    },
  });
}

const Kept = z.tuple([z.enum(['person', 'company']), z.string(), z.string(), z.string(), From]);
