import { answered, unanswered } from '../live/connection.ts';
import { ApiProblem, noAnswer, problemOf } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RequestOptions = {
  /** Makes a repeated create the same create. Required by public and creating routes. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Multipart instead of JSON. */
  form?: FormData;
  /** Lets the page go while this is under way. */
  keepalive?: boolean;
};

const tries = 4;

/**
 * One call to our own server. A 503 is tried again after the seconds the server asks for (doubling, four times in all). A call without
 * an answer is tried again only where a second arrival does no harm: a read, or a change that carries an idempotency key.
 * @throws ApiProblem always, never anything else but an abort
 */
export async function request<T>(method: Method, path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
  const mayRepeat = method === 'GET' || options.idempotencyKey !== undefined;
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(method, path, body, options);
    if (outcome.kind === 'answer') return outcome.value as T;
    const again = outcome.kind === 'busy' || (outcome.kind === 'silence' && mayRepeat);
    if (!again || attempt === tries) throw outcome.problem;
    await pause(outcome.waitMs * 2 ** (attempt - 1), options.signal);
  }
}

/** Unguessable, 32 characters; also where crypto.randomUUID is not offered (plain http in a test network). */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

let onSignedOut = (): void => {};

/** What happens when the session has ended: once, however many calls find it out. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

type Outcome = { kind: 'answer'; value: unknown } | { kind: 'busy' | 'silence' | 'refusal'; problem: ApiProblem; waitMs: number };

async function attemptOnce(method: Method, path: string, body: unknown, options: RequestOptions): Promise<Outcome> {
  const askedAt = Date.now();
  let response: Response;
  try {
    response = await fetch(path, asInit(method, body, options));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    unanswered();
    return { kind: 'silence', problem: new ApiProblem({ status: 0, code: noAnswer }), waitMs: 500 };
  }
  answered(askedAt);
  if (response.ok) return { kind: 'answer', value: await contentOf(response) };
  const problem = await problemOf(response);
  if (problem.status === 401) onSignedOut();
  const seconds = Number(response.headers.get('retry-after')) || 1;
  return { kind: problem.status === 503 ? 'busy' : 'refusal', problem, waitMs: seconds * 1000 };
}

function asInit(method: Method, body: unknown, { idempotencyKey, signal, form, keepalive }: RequestOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-polku-csrf'] = '1';
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (body !== undefined) headers['content-type'] = 'application/json';
  return {
    method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    keepalive: keepalive ?? false,
    signal: signal ?? null,
    body: form ?? (body === undefined ? null : JSON.stringify(body)),
  };
}

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  return response.headers.get('content-type')?.includes('json') ? response.json() : response.text();
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
