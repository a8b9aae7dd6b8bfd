import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Access } from './access.ts';
import { admitting } from './admission.ts';
import { type Answers, isRaw, isSchema, type Outcome, type Returned, toJson, toOutcome } from './answers.ts';
import { type IdempotencyKey, ONCE_FIELD, readIdempotencyKey } from './idempotency-key.ts';
import type { Limit } from './limits.ts';
import { WrongMediaType } from './refusals.ts';
import { readBody, readParams, readQuery } from './requests.ts';
import { checkFormToken, FORM_TOKEN_FIELD, isForm } from './same-origin.ts';
import { looseObjectIn } from './strict.ts';
import { digestUploads, readMultipart, type Upload, type UploadLimits } from './uploads.ts';

export type Shape = z.ZodType | undefined;
type Read<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

export interface Call<C, P extends Shape, Q extends Shape, B extends Shape> {
  caller: C;
  params: Read<P>;
  query: Read<Q>;
  body: Read<B>;
  /** Hand it to `once`; undefined when the caller sent none and it was optional. */
  idempotency: IdempotencyKey | undefined;
  uploads: Upload[];
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface RouteSpec<C, P extends Shape, Q extends Shape, B extends Shape, A extends Answers> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: `/${string}`;
  /** One line for the API's readers: what the caller achieves. */
  summary: string;
  access: Access<C>;
  params?: P;
  query?: Q;
  body?: B;
  answers: A;
  /** `required`: a call without the header `Idempotency-Key`, or a form without the field `_once`, is refused (400). */
  idempotency?: 'required' | 'optional';
  /** Own limit of this route per caller, instead of the general one. */
  limit?: Limit;
  /** What it brings about stays, and others go without: counted by address too, whoever calls. */
  lasting?: true;
  /** Also takes HTML forms, which must carry the field `_csrf` (see `formToken`). */
  form?: true;
  /** Also takes multipart forms with files. */
  uploads?: UploadLimits;
  /** Bytes of a JSON or urlencoded body; 1 MB when not said. */
  maxBodyBytes?: number;
  handle(call: Call<C, P, Q, B>): Promise<Returned<NoInfer<A>>>;
}

/** A route as it is registered, for the API document and the guards over all routes. */
export type AnyRoute = Omit<RouteSpec<unknown, Shape, Shape, Shape, Answers>, 'handle'>;

/** Declares a route. The only way to add one: access, validation, answers and documentation come from the same words. */
export function route<
  C,
  A extends Answers,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(app: FastifyInstance, spec: RouteSpec<C, P, Q, B, A>): void {
  refuseSloppy(spec);
  app.declaredRoutes.push(spec as unknown as AnyRoute);
  app.route({
    method: spec.method,
    url: spec.url,
    ...(spec.maxBodyBytes === undefined ? {} : { bodyLimit: spec.maxBodyBytes }),
    onRequest: admitting(app, spec),
    handler: handling(spec),
  });
}

export const routesOf = (app: FastifyInstance): readonly AnyRoute[] => app.declaredRoutes;

function refuseSloppy<C, P extends Shape, Q extends Shape, B extends Shape, A extends Answers>(spec: RouteSpec<C, P, Q, B, A>): void {
  const loose = spec.body && looseObjectIn(spec.body);
  if (loose) throw new Error(`${spec.method} ${spec.url}: ${loose} lets unknown fields pass; use z.strictObject`);
  if (Object.keys(spec.answers).length === 0) throw new Error(`${spec.method} ${spec.url}: no answer is declared`);
}

function handling<C, P extends Shape, Q extends Shape, B extends Shape, A extends Answers>(spec: RouteSpec<C, P, Q, B, A>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const params = readParams(spec.params, request) as Read<P>;
    const query = readQuery(spec.query, request) as Read<Q>;
    const sent = await readSent(spec, request);
    const { fields, uploads } = sent;
    const body = readBody(spec.body, fields) as Read<B>;
    const idempotency = readIdempotencyKey(request, spec, sent, uploads.length > 0 ? await digestUploads(uploads) : '');
    const caller = request.caller as C;
    const returned = await spec.handle({ caller, params, query, body, idempotency, uploads, request, reply });
    if (reply.sent) return reply;
    return send(reply, spec.answers, toOutcome(returned, spec.answers));
  };
}

interface Sent {
  fields: unknown;
  uploads: Upload[];
  once?: unknown;
}

async function readSent(spec: Pick<AnyRoute, 'form' | 'uploads'>, request: FastifyRequest): Promise<Sent> {
  if (!isForm(request)) return { fields: request.body, uploads: [] };
  const multipart = request.isMultipart();
  if (multipart ? !spec.uploads : !(spec.form || spec.uploads)) throw new WrongMediaType();
  const sent =
    multipart && spec.uploads ? await readMultipart(request, spec.uploads) : { fields: { ...(request.body as object) }, uploads: [] };
  const { [FORM_TOKEN_FIELD]: token, [ONCE_FIELD]: once, ...fields } = sent.fields as Record<string, unknown>;
  checkFormToken(request, token, request.server.formCookie);
  return { fields, uploads: sent.uploads, once };
}

function send(reply: FastifyReply, answers: Answers, outcome: Outcome): unknown {
  const answer = answers[outcome.status];
  if (!answer) throw new Error(`status ${outcome.status} is not among the declared answers`);
  reply.code(outcome.status);
  if (outcome.headers) reply.headers(outcome.headers);
  if (isSchema(answer)) return reply.type('application/json; charset=utf-8').send(toJson(answer, outcome.body));
  if (isRaw(answer) && !reply.hasHeader('content-type')) reply.type(answer.contentType);
  return reply.send(outcome.body);
}
