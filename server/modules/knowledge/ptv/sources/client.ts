import { setTimeout as delay } from 'node:timers/promises';
import { SourceFailure } from './source.ts';

export type Client = {
  /** The JSON of an address below the base. Null for 404. @throws SourceFailure when it does not come after all tries. */
  get(path: string, query?: Record<string, string | readonly string[] | undefined>): Promise<unknown>;
};

export type ClientOptions = {
  /** Without a slash at the end. */
  url: string;
  apiKey?: string | undefined;
  signal?: AbortSignal | undefined;
  /** The first pause between tries; each later one is twice as long. Tests have less time. */
  pauseMs?: number;
  timeoutMs?: number;
};

const TRIES = 6;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const TIMEOUT_MS = 60_000;

/** Asks politely: one request at a time per caller, longer pauses while the other end is busy (429, 5xx, no answer), and as it says itself. */
export function createClient({ url, apiKey, signal, pauseMs = PAUSE_MS, timeoutMs = TIMEOUT_MS }: ClientOptions): Client {
  const headers = { accept: 'application/json', ...(apiKey ? { 'x-api-key': apiKey } : {}) };
  return {
    async get(path, query = {}) {
      const address = `${url}${path}${queryOf(query)}`;
      for (let tried = 1; ; tried++) {
        const asked = await ask(address, headers, timeoutMs, signal);
        if ('value' in asked) return asked.value;
        if (tried === TRIES) throw new SourceFailure('unreachable');
        await delay(asked.waitMs ?? Math.min(pauseMs * 2 ** (tried - 1), LONGEST_PAUSE_MS), undefined, signal ? { signal } : {});
      }
    },
  };
}

type Asked = { value: unknown } | { waitMs: number | undefined };

async function ask(address: string, headers: Record<string, string>, timeoutMs: number, signal?: AbortSignal): Promise<Asked> {
  signal?.throwIfAborted();
  try {
    const within = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(address, { headers, signal: signal ? AbortSignal.any([within, signal]) : within, redirect: 'error' });
    if (answer.ok) return { value: await jsonOf(answer) };
    await answer.body?.cancel();
    if (answer.status === 404) return { value: null };
    if (answer.status === 401 || answer.status === 403) throw new SourceFailure('key-refused');
    if (answer.status !== 429 && answer.status < 500) throw new SourceFailure('refused');
    return { waitMs: waitOf(answer.headers.get('retry-after')) };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SourceFailure) throw error;
    // No connection, no answer in time, or one that broke off in the middle.
    return { waitMs: undefined };
  }
}

/** An answer cut in the middle is asked again; one that is whole but no JSON is not what it should be. */
async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SourceFailure('nonsense', error);
  }
}

function waitOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : undefined;
}

function queryOf(query: Record<string, string | readonly string[] | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const each of [value ?? []].flat()) search.append(name, each);
  return search.size > 0 ? `?${search}` : '';
}
