import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Names a body, and whether the caller has it already: then it is not sent again (RFC 9110, 13.1.2). */
export function etagOf(request: FastifyRequest, body: string): { etag: string; isKnown: boolean } {
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return { etag, isKnown: known.includes(etag) };
}
