import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { fileHeaders } from '../../../platform/files/headers.ts';
import { type Access, anyone } from '../../../platform/http/access.ts';
import { empty, page, raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { id } from '../../../platform/http/shapes.ts';
import { heldLink, letLinkGo } from '../../identity/service.ts';
import type { LinkHolder } from '../../identity/types.ts';
import { rememberWish, type SiteDeps, variantFor, viewFor } from '../../site/service.ts';
import { comment, confirmOneself, type Door } from '../mapping/own-service.ts';
import { OwnComment, OwnConfirmation } from '../mapping/schema.ts';
import { Outcome } from '../needs/schema.ts';
import { sayOwnOutcome } from '../referrals/behind-link.ts';
import { OutcomeOfReferral } from '../referrals/schema.ts';
import type { Desk } from '../types.ts';
import { drawFor } from './drawing.ts';
import { followDone } from './page.ts';
import { forgottenPage, receiptPage } from './receipt.ts';
import { FILES } from './schema.ts';
import { follow, sayOutcome } from './service.ts';
import { takeWritten, Written } from './taking.ts';
import { openFileBehindLink, writeBehindLink } from './writing.ts';

export type FollowPageDeps = { desk: Desk; files: FileDriver; linkHolder: Access<LinkHolder>; publicUrl: string };

/** Writing, per link: a person does not send more, a program would. */
const WRITINGS = { max: 30, windowMs: 600_000 };
/** By address, and a whole service point is one address. */
const FORGETTINGS = { max: 300, windowMs: 600_000 };

/**
 * Kept in no cache and no search engine. The address tells nothing: the link's token has left it for a cookie. So the site's referrer
 * policy stands, which tells other sites nothing; `no-referrer` would make older browsers send our own forms without their origin.
 */
const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
const back = (where: string) => ({ status: 303 as const, headers: { ...PRIVATE, location: where } });

export function followPageRoutes(app: FastifyInstance, deps: FollowPageDeps): void {
  const { desk, linkHolder } = deps;
  const loose = z.looseObject({ done: z.enum(followDone).optional().catch(undefined) });

  route(app, {
    method: 'GET',
    url: '/a',
    summary: 'The page behind a secret link: where one’s matter stands',
    access: linkHolder,
    query: loose,
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      rememberWish(request, reply);
      return { status: 200, body: await drawFor(desk, caller, request, reply, { done: query.done }), headers: PRIVATE };
    },
  });

  writingRoutes(app, deps);
  pictureRoutes(app, deps);
  receiptRoutes(app, deps);

  route(app, {
    method: 'GET',
    url: '/a/messages/:messageId/files/:fileId',
    summary: 'A file of a message of one’s matter, to save',
    access: linkHolder,
    params: z.object({ messageId: id, fileId: id }),
    answers: { 200: raw('application/octet-stream') },
    handle: async ({ caller, params, request }) => {
      const { file, body } = await openFileBehindLink(desk, deps.files, caller, params, request.id);
      return { status: 200, body, headers: { ...fileHeaders(file, file.name), ...PRIVATE } };
    },
  });
}

function writingRoutes(app: FastifyInstance, deps: FollowPageDeps): void {
  const { desk, files, linkHolder } = deps;

  route(app, {
    method: 'POST',
    url: '/a/messages',
    summary: 'Write to those who keep one’s matter, with files',
    access: linkHolder,
    body: Written,
    uploads: { maxFiles: FILES.maxFiles, maxBytes: FILES.maxBytes, excess: 'tell' },
    limit: WRITINGS,
    idempotency: 'required',
    answers: { 303: empty, 422: page },
    handle: async (call) => {
      const errors = await takeWritten({ desk, files }, call, (trx, written) => writeBehindLink(desk, trx, call.caller, written));
      if (errors.length === 0) return back('/a?done=message#messages');
      const shown = { errors, message: call.body.message };
      return { status: 422, body: await drawFor(desk, call.caller, call.request, call.reply, shown), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/a/outcome',
    summary: 'Say how one’s matter ended',
    access: linkHolder,
    form: true,
    body: z.strictObject({ outcome: Outcome }),
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, body, request }) => {
      await sayOutcome(desk, caller, request.id, body.outcome);
      return back('/a?done=outcome');
    },
  });

  route(app, {
    method: 'POST',
    url: '/a/referral',
    summary: 'Say whether the digital support one was referred to helped',
    access: linkHolder,
    form: true,
    body: OutcomeOfReferral,
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, body, request }) => {
      await sayOwnOutcome(desk, caller, request.id, body);
      return back('/a?done=referral');
    },
  });
}

function pictureRoutes(app: FastifyInstance, { desk, linkHolder }: FollowPageDeps): void {
  route(app, {
    method: 'POST',
    url: '/a/mapping/confirmation',
    summary: 'Say, behind a link, that one’s situation picture is right and the path agreed',
    access: linkHolder,
    form: true,
    body: OwnConfirmation,
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, body, request }) => {
      await confirmOneself(desk, doorOf(caller, request), body.mapping, body.version);
      return back('/a?done=confirmed#picture');
    },
  });

  route(app, {
    method: 'POST',
    url: '/a/mapping/comment',
    summary: 'Say, behind a link, what is wrong or missing in one’s situation picture',
    access: linkHolder,
    form: true,
    body: OwnComment,
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, body, request }) => {
      await comment(desk, doorOf(caller, request), body.mapping, body.comment);
      return back('/a?done=commentTaken#picture');
    },
  });
}

/** What is confirmed is what was shown, and so in the reader's language. */
function doorOf(holder: LinkHolder, request: FastifyRequest): Door {
  return { holder, requestId: request.id, variantFor: (language) => variantFor(request, language) };
}

function receiptRoutes(app: FastifyInstance, { desk, linkHolder, publicUrl }: FollowPageDeps): void {
  const site: SiteDeps = desk;

  route(app, {
    method: 'GET',
    url: '/a/receipt',
    summary: 'The receipt of a web form: the number, the link and by when we answer',
    access: linkHolder,
    query: z.looseObject({ mailed: z.literal('yes').optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      rememberWish(request, reply);
      const matter = await follow(desk, caller, request.id);
      const view = await viewFor(site, request, variantFor(request, matter.language));
      const link = `${publicUrl}/a/${heldLink(request, { publicUrl })}`;
      const body = receiptPage(view, matter, { link, mailed: query.mailed === 'yes', token: formToken(request, reply) });
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/a/forgetting',
    summary: 'Have this browser forget the link',
    access: anyone,
    form: true,
    limit: FORGETTINGS,
    answers: { 303: empty },
    handle: async ({ reply }) => {
      letLinkGo(reply, { publicUrl });
      return back('/a/forgotten');
    },
  });

  route(app, {
    method: 'GET',
    url: '/a/forgotten',
    summary: 'Tells that this browser has forgotten the link',
    access: anyone,
    query: z.looseObject({}),
    answers: { 200: page },
    handle: async ({ request }) => ({ status: 200, body: forgottenPage(await viewFor(site, request)), headers: PRIVATE }),
  });
}
