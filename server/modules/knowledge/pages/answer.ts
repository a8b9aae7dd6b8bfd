import type { FastifyRequest } from 'fastify';
import { etagOf } from '../../../platform/http/etag.ts';

/** A page that a browser may keep but asks about each time: what is open changes by the minute, and language and form token by the reader. */
export function keepable(request: FastifyRequest, body: string) {
  const { etag, isKnown } = etagOf(request, body);
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'cookie, accept-language' };
  return isKnown ? { status: 304 as const, headers } : { status: 200 as const, body, headers };
}
