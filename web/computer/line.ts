/** Wiping what the browser kept takes a browser seconds on a slow disk. */
const PATIENCE_MS = 15_000;

export type Answer<T> = { status: number; body: T | undefined };

/** One call to our own server. @returns status 0 when there was no answer */
export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>> {
  const headers: Record<string, string> = { 'x-polku-csrf': '1' };
  const init: RequestInit = { method, headers, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  try {
    const answer = await fetch(path, init);
    return { status: answer.status, body: answer.ok ? ((await answer.json().catch(() => undefined)) as T | undefined) : undefined };
  } catch {
    return { status: 0, body: undefined };
  }
}
