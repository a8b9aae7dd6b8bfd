import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { BadRequest } from './refusals.ts';

/** What makes two calls the same call (draft-ietf-httpapi-idempotency-key-header). */
export interface IdempotencyKey {
  caller: string;
  route: string;
  key: string;
  /** SHA-256 of the address and the body as sent. */
  bodyHash: string;
}

interface Keyed {
  method: string;
  url: string;
  idempotency?: 'required' | 'optional' | undefined;
}

/** The call's key; 400 when the route requires one or the key is too short to be unguessable (16 to 100 characters). */
export function readIdempotencyKey(request: FastifyRequest, route: Keyed, sent: unknown, filesDigest: string): IdempotencyKey | undefined {
  if (!route.idempotency) return undefined;
  const key = request.headers['idempotency-key'];
  if (key === undefined && route.idempotency === 'optional') return undefined;
  if (key === undefined) throw new BadRequest('idempotency-key-required');
  if (typeof key !== 'string' || !/^[\x21-\x7e]{16,100}$/.test(key)) throw new BadRequest('idempotency-key-malformed');
  const bodyHash = createHash('sha256')
    .update(request.url)
    .update('\0')
    .update(JSON.stringify(sent ?? null))
    .update(filesDigest)
    .digest('hex');
  return { caller: request.callerKey, route: `${route.method} ${route.url}`, key, bodyHash };
}
