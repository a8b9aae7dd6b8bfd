import { isDeepStrictEqual } from 'node:util';
import type { Feed } from '../../events/feed.ts';
import type { Live } from '../live.ts';
import { follow, type Heard } from './follow.ts';

export interface SnapshotCheck<T> {
  /** The live address with its topics. */
  url: string;
  headers?: Record<string, string>;
  /** Fetches what a screen shows. */
  fresh(): Promise<T>;
  /** What the screen does with a message: usually fetches the thing again if its version is lower. */
  apply(shown: T, message: Heard['data']): T | Promise<T>;
  /** The changes, made while the screen is open. */
  act(): Promise<void>;
  feed: Feed;
  live: Pick<Live<unknown>, 'beat'>;
}

/**
 * For tests: a screen that took a snapshot and then lived by messages alone shows the same as one opened afterwards. Breaks when a
 * change has no event, an event has no message, or a message goes to too few.
 */
export async function snapshotPlusEventsEqualsFresh<T>(
  check: SnapshotCheck<T>,
): Promise<{ shown: T; fresh: T; equal: boolean; messages: number }> {
  const following = await follow(check.url, check.headers ? { headers: check.headers } : {});
  await following.untilBeat(1);
  let shown = await check.fresh();
  await check.act();
  const before = following.beats();
  await check.feed.caughtUp();
  check.live.beat();
  // The heartbeat was written after every message, so once it is here they are too.
  await following.untilBeat(before + 1);
  for (const { event, data } of following.heard) shown = event === 'reset' ? await check.fresh() : await check.apply(shown, data);
  following.drop();
  const fresh = await check.fresh();
  return { shown, fresh, equal: isDeepStrictEqual(shown, fresh), messages: following.heard.length };
}
