import type { Stream } from './stream.ts';

export interface Follower<C> {
  caller: C;
  /** The caller's key or address, for the caps. */
  countedAs: string;
  topics: readonly string[];
  stream: Stream;
  /** False while missed events are still being replayed to it. */
  live: boolean;
}

/** Who follows which topic on this node. */
export interface Followers<C> {
  add(follower: Follower<C>): void;
  remove(follower: Follower<C>): void;
  of(topic: string): Iterable<Follower<C>>;
  all(): Iterable<Follower<C>>;
  count(countedAs?: string): number;
}

export function createFollowers<C>(): Followers<C> {
  const all = new Set<Follower<C>>();
  const byTopic = new Map<string, Set<Follower<C>>>();
  const counts = new Map<string, number>();

  function countBy(key: string, change: 1 | -1): void {
    const count = (counts.get(key) ?? 0) + change;
    if (count > 0) counts.set(key, count);
    else counts.delete(key);
  }

  return {
    add(follower) {
      all.add(follower);
      countBy(follower.countedAs, 1);
      for (const topic of follower.topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(follower));
    },
    remove(follower) {
      if (!all.delete(follower)) return;
      countBy(follower.countedAs, -1);
      for (const topic of follower.topics) {
        const others = byTopic.get(topic);
        others?.delete(follower);
        if (others?.size === 0) byTopic.delete(topic);
      }
    },
    of: (topic) => byTopic.get(topic) ?? [],
    all: () => all,
    count: (key) => (key === undefined ? all.size : (counts.get(key) ?? 0)),
  };
}
