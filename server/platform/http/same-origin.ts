import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Forbidden } from '../errors.ts';

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
export const FORM_TOKEN_FIELD = '_csrf';

/**
 * Refuses changing requests that another site's page could have made a browser send (OWASP CSRF guidance): a browser must say
 * that the page was ours, and a cookie caller's JSON must carry `x-polku-csrf`, a header no foreign page may set without asking.
 * Callers that are no browser and send no cookie (devices, webhooks) pass; they carry a credential of their own.
 */
export function refuseCrossSite(request: FastifyRequest, publicOrigin: string): void {
  if (!CHANGING.has(request.method)) return;
  const origin = originOf(request, publicOrigin);
  if (origin === 'foreign') throw new Forbidden('cross-site');
  if (hasOwnHeader(request)) return;
  if (isForm(request) ? origin !== 'ours' : request.headers.cookie !== undefined) throw new Forbidden('cross-site');
}

/** Double-submit check of an HTML form; `fetch` with the header of ours needs no token. */
export function checkFormToken(request: FastifyRequest, sent: unknown, cookieName: string): void {
  if (hasOwnHeader(request)) return;
  const expected = request.cookies[cookieName];
  if (typeof sent !== 'string' || !expected || !sameText(sent, expected)) throw new Forbidden('form-token');
}

/** The value for the hidden field `_csrf` of a form; sets its cookie when the browser has none yet. */
export function formToken(request: FastifyRequest, reply: FastifyReply): string {
  const name = request.server.formCookie;
  const existing = request.cookies[name];
  if (existing && /^[\w-]{32}$/.test(existing)) return existing;
  const token = randomBytes(24).toString('base64url');
  // Two forms rendered for one request must agree.
  request.cookies[name] = token;
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: name.startsWith('__Host-') });
  return token;
}

export const isForm = (request: FastifyRequest): boolean => FORM_TYPES.test(request.headers['content-type'] ?? '');

const hasOwnHeader = (request: FastifyRequest): boolean => request.headers['x-polku-csrf'] !== undefined;

/** `unknown`: no browser, or one older than both headers. */
function originOf(request: FastifyRequest, publicOrigin: string): 'ours' | 'foreign' | 'unknown' {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'ours' : 'foreign';
  const origin = request.headers.origin;
  if (origin === undefined) return 'unknown';
  // A proxy may rewrite Host, hence the configured origin as well.
  return origin === publicOrigin || hostOf(origin) === request.headers.host ? 'ours' : 'foreign';
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
