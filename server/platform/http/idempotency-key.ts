import { createHash, randomBytes } from 'node:crypto';
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

/** The hidden field of an HTML form that stands in for the header: a form sent twice is one call. */
export const ONCE_FIELD = '_once';

/** A fresh value for a form's field `_once`. */
export const newOnce = (): string => randomBytes(18).toString('base64url');

interface Keyed {
  method: string;
  url: string;
  idempotency?: 'required' | 'optional' | undefined;
}

/** The call's key; 400 when the route requires one or the key is too short to be unguessable (16 to 100 characters). */
export function readIdempotencyKey(
  request: FastifyRequest,
  route: Keyed,
  { fields, once }: { fields: unknown; once?: unknown },
  filesDigest: string,
): IdempotencyKey | undefined {
  if (!route.idempotency) return undefined;
  const key = request.headers['idempotency-key'] ?? once;
  if (key === undefined && route.idempotency === 'optional') return undefined;
  if (key === undefined) throw new BadRequest('idempotency-key-required');
  if (typeof key !== 'string' || !/^[\x21-\x7e]{16,100}$/.test(key)) throw new BadRequest('idempotency-key-malformed');
  const bodyHash = createHash('sha256')
    .update(request.url)
    .update('\0')
    .update(JSON.stringify(fields ?? null))
    .update(filesDigest)
    .digest('hex');
  return { caller: request.callerKey, route: `${route.method} ${route.url}`, key, bodyHash };
}
