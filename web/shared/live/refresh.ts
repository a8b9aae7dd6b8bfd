import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followLive, type LiveMessage } from './live.ts';

/** Which of the kept answers a message makes old. */
export type KeysOf = (message: LiveMessage, queries: QueryClient) => readonly QueryKey[];

/** Keeps what is on the screen true: each live message fetches the answers it touches, unless they are that new already. */
export function useLive(queries: QueryClient, address: string, keysOf: KeysOf): void {
  useEffect(
    () =>
      followLive(address, {
        onMessages: (messages) => refresh(queries, messages, keysOf),
        onReset: () => void queries.invalidateQueries(),
      }),
    [queries, address, keysOf],
  );
}

const told = new Map<string, { at: number; fetched: Promise<void> }>();
const listeners = new Set<() => void>();

/**
 * Waits until a live message has made this answer old since the moment (`performance.now()`), and then until it has been fetched. False
 * when none comes in time (milliseconds): the line is down, or nothing changed.
 */
export async function fetchedByNews(key: QueryKey, since: number, waitMs: number): Promise<boolean> {
  const news = () => [told.get(JSON.stringify(key))].find((last) => last && last.at >= since);
  if (!news()) await heard(() => news() !== undefined, waitMs);
  await news()?.fetched;
  return news() !== undefined;
}

function heard(isThere: () => boolean, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listeners.delete(listen);
      resolve();
    };
    const listen = () => (isThere() ? end() : undefined);
    const timer = setTimeout(end, waitMs);
    listeners.add(listen);
  });
}

export function refresh(queries: QueryClient, messages: readonly LiveMessage[], keysOf: KeysOf): void {
  const seen = new Set<string>();
  for (const message of messages) {
    for (const key of keysOf(message, queries)) {
      const name = JSON.stringify(key);
      if (seen.has(name)) continue;
      seen.add(name);
      told.set(name, { at: performance.now(), fetched: queries.invalidateQueries({ queryKey: key }) });
    }
  }
  for (const listen of listeners) listen();
}
