import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError, Unavailable } from '../errors.ts';
import type { Log } from '../log/log.ts';
import { TooMany } from './refusals.ts';
import { InvalidFields } from './requests.ts';

/** RFC 9457. `code` is stable and translated by clients, `requestId` finds the log line; nothing here tells whether a thing exists. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    fields: z.array(z.string()).optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          code: z.string(),
          minimum: z.number().optional(),
          maximum: z.number().optional(),
          format: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({
    id: 'Problem',
    example: {
      ...{ type: 'about:blank', title: 'Conflict', status: 409, code: 'time-taken' },
      ...{ detail: 'Joku muu ehti ensin, eikä aikaa varattu sinulle. Valitse toinen aika.', requestId: '4f0e9d55' },
    },
  });
export type Problem = z.infer<typeof Problem>;

export interface ProblemTexts {
  /** The sentence a person reads, in the language of the request. */
  detail?(code: string, request: FastifyRequest): string | undefined;
  /** A whole page for browsers that asked for one outside /api; undefined answers JSON. */
  page?(problem: Problem, request: FastifyRequest): string | undefined;
}

/** Sets the one error handler: every refusal and fault leaves as problem+json (RFC 9457). */
export function answerError(log: Log, texts: ProblemTexts) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const known = asKnown(error);
    if (!known) log.error('request failed', { reqId: request.id, route: request.routeOptions.url ?? 'none', error });
    else if (error instanceof Unavailable && error.cause)
      log.warn('request given up', { reqId: request.id, route: request.routeOptions.url ?? 'none', error: error.cause });
    const { status, ...members } = known ?? { status: 500, code: 'internal' };
    const retryAfter = error instanceof TooMany ? error.retryAfterSeconds : status === 503 ? 2 : undefined;
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    sendProblem(request, reply, status, members, texts);
  };
}

export function answerNotFound(texts: ProblemTexts) {
  return (request: FastifyRequest, reply: FastifyReply): void => sendProblem(request, reply, 404, { code: 'not-found' }, texts);
}

type Members = { code: string } & Record<string, unknown>;

function sendProblem(request: FastifyRequest, reply: FastifyReply, status: number, members: Members, texts: ProblemTexts): void {
  const problem: Problem = {
    ...members,
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: members.code,
    detail: texts.detail?.(members.code, request),
    requestId: request.id,
  };
  const html = wantsPage(request) ? pageOf(problem, request, texts) : undefined;
  reply.code(status).header('cache-control', 'no-store');
  if (html === undefined) reply.type('application/problem+json').send(JSON.stringify(problem));
  else reply.type('text/html; charset=utf-8').send(html);
}

/** A fault in the page about a fault still leaves the answer a machine can read. */
function pageOf(problem: Problem, request: FastifyRequest, texts: ProblemTexts): string | undefined {
  try {
    return texts.page?.(problem, request);
  } catch {
    return undefined;
  }
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}

const FASTIFY_CODES: Record<string, string> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'empty-body',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_REQ_FILE_TOO_LARGE: 'file-too-large',
  FST_FILES_LIMIT: 'too-many-files',
};

/** The refusals we or Fastify meant; undefined is a fault of ours. */
function asKnown(error: unknown): ({ status: number } & Members) | undefined {
  if (error instanceof InvalidFields) return { status: error.status, code: error.code, ...error.details, errors: error.errors };
  if (error instanceof ProblemError) return { ...error.details, status: error.status, code: error.code };
  if (!(error instanceof Error)) return undefined;
  const { statusCode, code } = error as Error & { statusCode?: number; code?: string };
  if (error instanceof SyntaxError && statusCode === 400) return { status: 400, code: 'malformed-json' };
  if (statusCode === undefined || statusCode < 400) return undefined;
  if (statusCode === 503) return { status: 503, code: new Unavailable().code };
  if (statusCode >= 500) return undefined;
  return { status: statusCode, code: FASTIFY_CODES[code ?? ''] ?? 'bad-request' };
}
