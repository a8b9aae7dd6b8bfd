import { createPrivateKey, sign, type webcrypto } from 'node:crypto';
import { newPrivateJwk, type PrivateJwk } from '../keys/private-jwk.ts';

/** Who sends (RFC 8292): a P-256 key of ours, and where to reach us about it. */
export type PushSender = { key: PrivateJwk; subject: string | undefined };

export const newPushKey = (): PrivateJwk => newPrivateJwk('ES256');

/** As browsers take it: an uncompressed point in base64url. */
export function publicPushKey({ x, y }: PrivateJwk): string {
  return Buffer.concat([Buffer.of(4), ...[x, y].map((part) => Buffer.from(String(part), 'base64url'))]).toString('base64url');
}

/** Hours a signature holds; services refuse more than 24. */
const HOURS = 12;

/** Proves to the push service that it is us whom the browser agreed to. */
export function vapidHeader({ key, subject }: PushSender, endpoint: string, now: Temporal.Instant): string {
  const exp = Math.floor(now.add({ hours: HOURS }).epochMilliseconds / 1000);
  const claims = { aud: new URL(endpoint).origin, exp, ...(subject ? { sub: subject } : {}) };
  const body = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(body), {
    key: createPrivateKey({ key: key as webcrypto.JsonWebKey, format: 'jwk' }),
    dsaEncoding: 'ieee-p1363',
  });
  return `vapid t=${body}.${signature.toString('base64url')}, k=${publicPushKey(key)}`;
}
