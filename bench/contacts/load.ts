import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export type Target = { origin: string; cookie: string };
export type Timed = { count: number; seconds: number; perSecond: number; p50: number; p95: number; failed: number };

/** Sends requests from `clients` connections for `seconds`, each client one at a time, and times every answer in milliseconds. */
export async function underLoad(clients: number, seconds: number, once: () => Promise<boolean>): Promise<Timed> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  let failed = 0;
  const client = async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      if (await once()) times.push(performance.now() - begun);
      else failed++;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return summary(times, (performance.now() - begun) / 1000, failed);
}

export function summary(times: number[], seconds: number, failed = 0): Timed {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { count: times.length, seconds: round(seconds), perSecond: round(times.length / seconds), p50: at(0.5), p95: at(0.95), failed };
}

export const round = (number: number): number => Number(number.toFixed(2));

/** One connection a client, kept open, as a browser's or a proxy's would be. */
export function sender(target: Target) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const headers: Record<string, string | number> = { cookie: target.cookie, 'x-polku-csrf': '1', 'sec-fetch-site': 'same-origin' };
      if (sent)
        Object.assign(headers, { 'content-type': 'application/json', 'content-length': sent.length, 'idempotency-key': randomUUID() });
      const call = request(`${target.origin}${path}`, { method, agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      });
      call.on('error', reject);
      call.end(sent);
    });
}
