import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../../../platform/clock/clock.ts';
import { dayOf } from '../../../../platform/clock/day.ts';

/** What is remembered at most: some tens of megabytes, and a day of a region's searches. */
const MOST_REMEMBERED = 200_000;

/**
 * Whether this caller's words come for the first time on this day. Without it one person's three tries would show their words to content
 * owners as if three people had searched. Only keyed digests are kept, in memory, for the day and under a key that dies with the process.
 */
export function firstTimes(clock: Clock): (caller: string, what: string) => boolean {
  const key = randomBytes(32);
  const seen = new Set<string>();
  let day = '';
  return (caller, what) => {
    const today = dayOf(clock.now()).toString();
    if (day !== today) seen.clear();
    day = today;
    const digest = createHmac('sha256', key).update(`${caller}\0${what}`).digest('base64url').slice(0, 22);
    if (seen.has(digest)) return false;
    seen.add(digest);
    if (seen.size > MOST_REMEMBERED) seen.delete(seen.values().next().value as string);
    return true;
  };
}
