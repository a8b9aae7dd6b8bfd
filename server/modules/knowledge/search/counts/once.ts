import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../../../platform/clock/clock.ts';

/** Who tries the same words again within this time is the same search (milliseconds). */
const SAME_SEARCH_MS = 600_000;
/** What is remembered at most: some megabytes, and hours of a city's searches. */
const MOST_REMEMBERED = 50_000;

/**
 * Whether this caller's words come for the first time in ten minutes. Without it one person's three tries would show their words to
 * content owners as if three people had searched. Only keyed digests are kept, in memory, under a key that dies with the process.
 */
export function firstTimes(clock: Clock): (caller: string, what: string) => boolean {
  const key = randomBytes(32);
  const seen = new Map<string, number>();
  return (caller, what) => {
    const now = clock.now().epochMilliseconds;
    const digest = createHmac('sha256', key).update(`${caller}\0${what}`).digest('base64url').slice(0, 22);
    const before = seen.get(digest);
    seen.delete(digest);
    seen.set(digest, now);
    forgetOldest(seen, now);
    return before === undefined || now - before >= SAME_SEARCH_MS;
  };
}

function forgetOldest(seen: Map<string, number>, now: number): void {
  for (const [digest, at] of seen) {
    if (now - at < SAME_SEARCH_MS && seen.size <= MOST_REMEMBERED) return;
    seen.delete(digest);
  }
}
