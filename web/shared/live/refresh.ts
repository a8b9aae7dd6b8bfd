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

export function refresh(queries: QueryClient, messages: readonly LiveMessage[], keysOf: KeysOf): void {
  const seen = new Set<string>();
  for (const message of messages) {
    for (const key of keysOf(message, queries)) {
      const name = JSON.stringify(key);
      if (seen.has(name)) continue;
      seen.add(name);
      void queries.invalidateQueries({ queryKey: key });
    }
  }
}
