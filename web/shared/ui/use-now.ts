import { useSyncExternalStore } from 'react';

const tellers = { second: teller(1000), minute: teller(15_000) };

/** The present in milliseconds of the epoch. Everything on the page that counts in the same step moves at once. */
export function useNow(step: 'second' | 'minute' = 'minute'): number {
  const { subscribe, read } = tellers[step];
  return useSyncExternalStore(subscribe, read, read);
}

function teller(everyMs: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    read: () => now,
    subscribe(listener: () => void) {
      if (listeners.size === 0) {
        now = Date.now();
        timer = setInterval(tick, everyMs);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}
