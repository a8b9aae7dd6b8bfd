/** Longer than this and the visitor gets a number of the kiosk's own without waiting for the answer. */
const PATIENCE_MS = 5_000;

export type Answer<T> = { status: number; body: T | undefined; code: string };

/** One call to our own server. @returns status 0 when there was no answer; whether it arrived is then not known */
export async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown, key?: string): Promise<Answer<T>> {
  const headers: Record<string, string> = method === 'POST' ? { 'content-type': 'application/json', 'x-polku-csrf': '1' } : {};
  if (key) headers['idempotency-key'] = key;
  const init: RequestInit = { method, headers, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    const answer = await fetch(path, init);
    const said = (await answer.json().catch(() => undefined)) as (T & { code?: string }) | undefined;
    return { status: answer.status, body: answer.ok ? said : undefined, code: answer.ok ? '' : (said?.code ?? '') };
  } catch {
    return { status: 0, body: undefined, code: 'no-answer' };
  }
}

/** Unguessable; also where crypto.randomUUID is not offered (plain http in a test network). */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
