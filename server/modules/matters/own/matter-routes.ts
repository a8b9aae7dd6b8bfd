import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { fileHeaders } from '../../../platform/files/headers.ts';
import { empty, page, raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { rememberWish } from '../../site/service.ts';
import { FILES } from '../following/schema.ts';
import { takeWritten, Written } from '../following/taking.ts';
import { comment, confirmOneself } from '../mapping/own-service.ts';
import { OwnComment, OwnConfirmation } from '../mapping/schema.ts';
import { Outcome } from '../needs/schema.ts';
import { withdrawConsent } from '../sharing/consent.ts';
import { drawOwnMatter } from './drawing.ts';
import { doneWords } from './matter-page.ts';
import { back, type OwnDeps, PRIVATE } from './private.ts';
import { chooseNaming, openOwnFile, sayOwnOutcome, writeSignedIn } from './service.ts';

/** Writing, per customer: a person does not send more, a program would. */
const WRITINGS = { max: 30, windowMs: 600_000 };

export function ownMatterRoutes(app: FastifyInstance, deps: OwnDeps): void {
  const { desk, customer } = deps;

  route(app, {
    method: 'GET',
    url: '/my/matters/:id',
    summary: 'One matter of one’s own, secret messages too',
    access: customer,
    params: byId,
    query: z.looseObject({ done: z.enum(doneWords).optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, params, query, request, reply }) => {
      rememberWish(request, reply);
      const body = await drawOwnMatter({ desk, caller, request, reply }, params.id, { done: query.done });
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'GET',
    url: '/my/matters/:id/messages/:messageId/files/:fileId',
    summary: 'A file of a message of one’s own matter, to save',
    access: customer,
    params: z.object({ id, messageId: id, fileId: id }),
    answers: { 200: raw('application/octet-stream') },
    handle: async ({ caller, params, request }) => {
      const { file, body } = await openOwnFile(desk, deps.files, caller, { ...params, matterId: params.id }, request.id);
      return { status: 200, body, headers: { ...fileHeaders(file, file.name), ...PRIVATE } };
    },
  });

  writingRoute(app, deps);
  decidingRoutes(app, deps);
}

function writingRoute(app: FastifyInstance, { desk, files, customer }: OwnDeps): void {
  route(app, {
    method: 'POST',
    url: '/my/matters/:id/messages',
    summary: 'Write, signed in, to those who keep one’s matter, with files',
    access: customer,
    params: byId,
    body: Written,
    uploads: { maxFiles: FILES.maxFiles, maxBytes: FILES.maxBytes, excess: 'tell' },
    limit: WRITINGS,
    idempotency: 'required',
    answers: { 303: empty, 422: page },
    handle: async (call) => {
      const { caller, request, reply, body } = call;
      const at = { matterId: call.params.id, requestId: request.id };
      const errors = await takeWritten({ desk, files }, call, (trx, written) => writeSignedIn(desk, trx, caller, at, written));
      if (errors.length === 0) return back(`/my/matters/${at.matterId}?done=message#messages`);
      const shown = { errors, message: body.message };
      return { status: 422, body: await drawOwnMatter({ desk, caller, request, reply }, at.matterId, shown), headers: PRIVATE };
    },
  });
}

function decidingRoutes(app: FastifyInstance, { desk, customer }: OwnDeps): void {
  route(app, {
    method: 'POST',
    url: '/my/matters/:id/outcome',
    summary: 'Say, signed in, how one’s matter ended',
    access: customer,
    params: byId,
    form: true,
    body: z.strictObject({ outcome: Outcome }),
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, params, body, request }) => {
      await sayOwnOutcome(desk, caller, { matterId: params.id, requestId: request.id }, body.outcome);
      return back(`/my/matters/${params.id}?done=outcome`);
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/matters/:id/naming',
    summary: 'Say whether papers and the page behind a link may name authorities',
    access: customer,
    params: byId,
    form: true,
    body: z.strictObject({ agreed: z.enum(['yes', 'no']) }),
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, params, body, request }) => {
      await chooseNaming(desk, caller, { matterId: params.id, requestId: request.id }, body.agreed === 'yes');
      return back(`/my/matters/${params.id}?done=naming`);
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/matters/:id/mapping/confirmation',
    summary: 'Say, signed in, that one’s situation picture is right and the path agreed',
    access: customer,
    params: byId,
    form: true,
    body: OwnConfirmation,
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, params, body, request }) => {
      await confirmOneself(desk, { caller, matterId: params.id, requestId: request.id }, body.mapping, body.version);
      return back(`/my/matters/${params.id}?done=confirmed#picture`);
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/matters/:id/mapping/comment',
    summary: 'Say, signed in, what is wrong or missing in one’s situation picture',
    access: customer,
    params: byId,
    form: true,
    body: OwnComment,
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, params, body, request }) => {
      await comment(desk, { caller, matterId: params.id, requestId: request.id }, body.mapping, body.comment);
      return back(`/my/matters/${params.id}?done=commented#picture`);
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/matters/:id/shares/:shareId/withdrawal',
    summary: 'Take back a consent: the other organisation sees the need no more',
    access: customer,
    params: z.object({ id, shareId: id }),
    form: true,
    limit: WRITINGS,
    answers: { 303: empty },
    handle: async ({ caller, params, request }) => {
      await withdrawConsent(desk, caller, request.id, params.shareId);
      return back(`/my/matters/${params.id}?done=withdrawn#sees`);
    },
  });
}
