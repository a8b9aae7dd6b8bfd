import { useSyncExternalStore } from 'react';

/** What the page knows of its way to the server. Times in milliseconds of the epoch. */
export type Connection = { state: 'here' } | { state: 'away'; since: number; retryAt: number | null };

let connection: Connection = { state: 'here' };
let retry: (() => void) | undefined;
const listeners = new Set<() => void>();

/**
 * Some answer came, even a refusal: the server is there. `askedAt`: an answer to what was asked before the way was lost was under way
 * already, and says nothing of the way now.
 */
export function answered(askedAt = Date.now()): void {
  if (connection.state === 'away' && askedAt >= connection.since) change({ state: 'here' });
}

export function unanswered(retryAt: number | null = null): void {
  const since = connection.state === 'away' ? connection.since : Date.now();
  change({ state: 'away', since, retryAt: retryAt ?? (connection.state === 'away' ? connection.retryAt : null) });
}

/** Who opens the way again when someone presses "try now". */
export function retryBy(act: () => void): void {
  retry = act;
}

export function retryNow(): void {
  retry?.();
}

export function useConnection(): Connection {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, connectionNow);
}

export const connectionNow = (): Connection => connection;

function change(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}
