import { type IncomingMessage, request as requestOverHttp } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import { isPlainlyOutOfReach, lookupWithin, type Reach } from '../reach.ts';
import { encryptPush, type PushSubscription } from './encrypt.ts';
import { type PushSender, vapidHeader } from './vapid.ts';

/** `plain`: without TLS too, for a push service that a test plays on this machine. */
export type PushReach = Reach & { plain?: boolean };

/** Whoever holds a page gives the address: a service on the internet over TLS, at its usual port and with no name in it. */
export function isPushAddress(endpoint: string, reach: PushReach): boolean {
  const at = URL.parse(endpoint);
  if (!at || at.username || at.password || isPlainlyOutOfReach(reach, at.hostname)) return false;
  return (at.protocol === 'https:' && at.port === '') || (reach.plain === true && at.protocol === 'http:');
}

export type PushMessage = { text: string /** Seconds it is worth delivering. */; worthSeconds: number };

/** `gone`: the browser wants no more (RFC 8030, 7.3); `refused`: it will never be taken. */
export type PushOutcome = 'sent' | 'gone' | 'refused';

/** @throws when it may go better later: no answer, too many, or a fault of the service's own */
export async function sendPush(
  subscription: PushSubscription,
  { text, worthSeconds }: PushMessage,
  sender: PushSender,
  reach: PushReach,
  now: Temporal.Instant,
): Promise<PushOutcome> {
  if (!isPushAddress(subscription.endpoint, reach)) return 'refused';
  const body = encryptPush(subscription, text);
  const status = await post(new URL(subscription.endpoint), body, reach, {
    authorization: vapidHeader(sender, subscription.endpoint, now),
    'content-type': 'application/octet-stream',
    'content-encoding': 'aes128gcm',
    'content-length': String(body.length),
    ttl: String(worthSeconds),
    urgency: 'high',
  });
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) throw Object.assign(new Error('push service'), { code: `EPUSH${status}` });
  return 'refused';
}

/** Where the service sends one on is not followed, and nothing of its answer is read. */
function post(place: URL, body: Buffer, reach: PushReach, headers: Record<string, string>): Promise<number> {
  const options = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(reach.withinMs),
    lookup: lookupWithin(reach),
    maxHeaderSize: 32_768,
    headers,
  } as const;
  return new Promise((resolve, reject) => {
    const heard = (answer: IncomingMessage) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    };
    const request = place.protocol === 'https:' ? requestOverHttps(place, options, heard) : requestOverHttp(place, options, heard);
    request.on('error', reject);
    request.end(body);
  });
}
