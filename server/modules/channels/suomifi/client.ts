import { z } from 'zod';
import type { Clock } from '../../../platform/clock/clock.ts';
import { CallFailed } from './failures.ts';
import type { SuomifiSettings } from './types.ts';

const TokenAnswer = z.object({ access_token: z.string().min(1).max(10_000), expires_in: z.number().positive().optional() });
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

type Token = { text: string; until: Temporal.Instant };
export type Answer = { status: number; body: unknown };
export type Post = (path: string, body: object | FormData, signal: AbortSignal) => Promise<Answer>;

/**
 * Calls of the service with its token, which is fetched once, kept, renewed before it ends and once more when the service does not know it.
 * 409 is an answer, not a failure. @throws CallFailed, or what `fetch` throws
 */
export function suomifiClient(settings: Pick<SuomifiSettings, 'url' | 'username' | 'password'>, clock: Clock): Post {
  let kept: Promise<Token> | undefined;

  const fetchToken = async (signal: AbortSignal): Promise<Token> => {
    const { username, password } = settings;
    const { body } = await call(`${settings.url}/v1/token`, { username, password }, undefined, signal);
    const { access_token: text, expires_in: seconds = USUAL_LIFE } = TokenAnswer.parse(body);
    return { text, until: clock.now().add({ seconds: Math.max(0, Math.floor(seconds) - RENEW_BEFORE) }) };
  };
  /** All who need one at the same moment wait for one and the same; what could not be had is not kept. */
  const tokenBut = async (refused: string | undefined, signal: AbortSignal): Promise<Token> => {
    for (;;) {
      const isMine = kept === undefined;
      kept ??= fetchToken(signal);
      const asked = kept;
      const token = await asked.catch((error: unknown) => {
        if (kept === asked) kept = undefined;
        throw error;
      });
      if (isMine || (token.text !== refused && Temporal.Instant.compare(clock.now(), token.until) < 0)) return token;
      if (kept === asked) kept = undefined;
    }
  };

  return async (path, body, signal) => {
    const used = await tokenBut(undefined, signal);
    try {
      return await call(settings.url + path, body, used.text, signal);
    } catch (error) {
      if (!(error instanceof CallFailed) || error.status !== 401) throw error;
      return call(settings.url + path, body, (await tokenBut(used.text, signal)).text, signal);
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
