/** What every sender of this module shares: how often it tries, how long it waits, and what it keeps of an answer. */

/** Minutes to wait after each attempt that failed; after the last of them it is given up. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240, 720];
export const MAX_ATTEMPTS = BACK_OFF_MINUTES.length + 1;

/** Milliseconds one attempt may take: well below the time after which it would count as lost. */
const PATIENCE_MS = 120_000;
const LONGEST_NOTE = 500;

/** When to try again after `attempts` attempts; null: given up. */
export function nextAttempt(attempts: number, now: Temporal.Instant): Temporal.Instant | null {
  const minutes = BACK_OFF_MINUTES[attempts - 1];
  return minutes === undefined ? null : now.add({ minutes });
}

/** A sender that hangs must not hold the others up, even if it does not heed the signal. */
export async function withPatience<T>(send: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const { promise: outOfTime, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(new Error('out of time')), { once: true });
  return Promise.race([send(signal), outOfTime]);
}

/** A server's words for the timeline: one line, cut. */
export function tidy(words: string): string {
  return words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NOTE);
}
