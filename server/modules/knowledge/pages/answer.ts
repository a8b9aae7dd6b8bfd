import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/**
 * A page that a browser may keep but asks about each time: what is open changes by the minute, and language and form token by the
 * reader. What has not changed is not sent again (RFC 9110, 13.1.2).
 */
export function keepable(request: FastifyRequest, body: string) {
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'cookie, accept-language' };
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) ? { status: 304 as const, headers } : { status: 200 as const, body, headers };
}
