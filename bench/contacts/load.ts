import { randomUUID } from 'node:crypto';
import { type Answer, caller } from '../running/http.ts';

export type Target = { origin: string; cookie: string };
export type Timed = { count: number; seconds: number; perSecond: number; p50: number; p95: number; failed: number };

/** Milliseconds each took, and how long the whole went on. */
export type Run = { times: number[]; seconds: number; failed: number };

/** Does `once` from `clients` connections for `seconds`, each client one at a time. */
export async function underLoad(clients: number, seconds: number, once: (client: number) => Promise<boolean>): Promise<Run> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const run: Run = { times: [], seconds: 0, failed: 0 };
  const client = async (_: unknown, index: number) => {
    while (performance.now() < until) {
      const started = performance.now();
      if (await once(index)) run.times.push(performance.now() - started);
      else run.failed++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  run.seconds = (performance.now() - begun) / 1000;
  return run;
}

/** Takes turns, so that what else the machine does falls on both alike. */
export async function inTurns(turns: number, one: () => Promise<Run>, other: () => Promise<Run>): Promise<[Timed, Timed]> {
  const runs: [Run[], Run[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    runs[0].push(await one());
    runs[1].push(await other());
  }
  return [summary(runs[0]), summary(runs[1])];
}

export function summary(runs: Run[]): Timed {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const sorted = runs.flatMap((run) => run.times).sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const seconds = sum(runs.map((run) => run.seconds));
  const failed = sum(runs.map((run) => run.failed));
  return { count: sorted.length, seconds: round(seconds), perSecond: round(sorted.length / seconds), p50: at(0.5), p95: at(0.95), failed };
}

export const round = (number: number): number => Number(number.toFixed(2));

/** A connection for each call at once, kept open, as a browser's or a proxy's would be. */
export function sender({ origin, cookie }: Target) {
  const call = caller(origin);
  return (method: string, path: string, body?: unknown): Promise<Answer> => {
    const headers = {
      cookie,
      'x-polku-csrf': '1',
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'idempotency-key': randomUUID() }),
    };
    return call({ method, path, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  };
}
