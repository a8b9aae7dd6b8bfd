import { z } from 'zod';
import type { Clock } from '../../../platform/clock/clock.ts';
import { CallFailed } from './failures.ts';
import type { SuomifiSettings } from './types.ts';

const Token = z.object({ access_token: z.string().min(1).max(10_000), expires_in: z.number().positive().optional() });
const Refusal = z.object({
  messageId: z.union([z.number(), z.string()]).optional(),
  errorCode: z.string().optional(),
  validationErrors: z.array(z.object({ errorCode: z.string().nullish() })).optional(),
});

/** Seconds a token without a stated life is used, and how long before its end it is renewed. */
const USUAL_LIFE = 600;
const RENEW_BEFORE = 60;
/** The longest answer that is read. */
const LONGEST_ANSWER = 100_000;

export type Answer = { status: number; body: unknown };
export type Post = (path: string, body: object | FormData, signal: AbortSignal) => Promise<Answer>;

/**
 * Calls of the service with its token, which is fetched once, kept, renewed before it ends and once more when the service does not know it.
 * 409 is an answer, not a failure. @throws CallFailed, or what `fetch` throws
 */
export function suomifiClient(settings: Pick<SuomifiSettings, 'url' | 'username' | 'password'>, clock: Clock): Post {
  let kept: Promise<{ token: string; until: Temporal.Instant }> | undefined;

  const fresh = async (signal: AbortSignal) => {
    const { username, password } = settings;
    const { body } = await call(`${settings.url}/v1/token`, { username, password }, undefined, signal);
    const { access_token: token, expires_in: seconds = USUAL_LIFE } = Token.parse(body);
    return { token, until: clock.now().add({ seconds: Math.max(0, Math.floor(seconds) - RENEW_BEFORE) }) };
  };
  // Concurrent calls wait for one token; one that could not be had is not kept.
  const renew = (signal: AbortSignal) => {
    const asked = fresh(signal);
    kept = asked;
    asked.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked;
  };
  const tokenFor = async (signal: AbortSignal) => {
    const now = await kept?.catch(() => undefined);
    return now && Temporal.Instant.compare(clock.now(), now.until) < 0 ? now : renew(signal);
  };

  return async (path, body, signal) => {
    const used = await tokenFor(signal);
    try {
      return await call(settings.url + path, body, used.token, signal);
    } catch (error) {
      if (!(error instanceof CallFailed) || error.status !== 401) throw error;
      // Somebody else may have renewed it meanwhile.
      const present = await kept?.catch(() => undefined);
      const next = present && present.token !== used.token ? present : await renew(signal);
      return call(settings.url + path, body, next.token, signal);
    }
  };
}

async function call(url: string, body: object | FormData, token: string | undefined, signal: AbortSignal): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: {
      accept: 'application/json',
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: isForm ? body : JSON.stringify(body),
  });
  const answer = { status: response.status, body: parsed((await response.text()).slice(0, LONGEST_ANSWER)) };
  if (response.ok || (response.status === 409 && token)) return answer;
  throw new CallFailed(response.status, codesIn(answer.body), retryAfter(response.headers.get('retry-after')));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only what looks like a code: the rest may quote what was sent. */
function codesIn(body: unknown): string[] {
  const { success, data } = Refusal.safeParse(body);
  if (!success) return [];
  const codes = [data.errorCode, ...(data.validationErrors ?? []).map(({ errorCode }) => errorCode)];
  return codes.filter((code) => typeof code === 'string' && /^[A-Z][A-Z_]{1,60}$/.test(code)) as string[];
}

function retryAfter(value: string | null): number | null {
  return value && /^\d{1,6}$/.test(value) ? Number(value) * 1000 : null;
}
