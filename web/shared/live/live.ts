import { answered, retryBy, unanswered } from './connection.ts';

/** What changed and where it now stands; the page fetches it anew. */
export type LiveMessage = { topic: string; id: string; version: number };

export type LiveHandlers = {
  /** Messages that came close together, at once. */
  onMessages: (messages: LiveMessage[]) => void;
  /** Something may have passed unseen: fetch everything anew. */
  onReset: () => void;
};

const gatherMs = 50;
const firstWaitMs = 2_000;
const longestWaitMs = 30_000;

/**
 * Follows changes over server-sent events. A cut line is mended by the browser itself, which sends Last-Event-ID so that nothing is
 * missed; where the server refuses and the browser gives up, a new line is opened with growing pauses and everything is fetched anew.
 * Returns how to stop.
 */
export function followLive(address: string, { onMessages, onReset }: LiveHandlers): () => void {
  let source: EventSource | undefined;
  let gathered: LiveMessage[] = [];
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = firstWaitMs;
  let missed = false;

  function open(): void {
    clearTimeout(retryTimer);
    source?.close();
    source = new EventSource(address);
    source.onopen = opened;
    source.onerror = broken;
    source.onmessage = (event: MessageEvent<string>) => gather(JSON.parse(event.data) as LiveMessage);
    source.addEventListener('reset', onReset);
  }

  function opened(): void {
    answered();
    waitMs = firstWaitMs;
    if (missed) onReset();
    missed = false;
  }

  /** The line itself notices a pulled cable only when something is next sent over it. */
  const lost = () => unanswered();

  function broken(): void {
    const givenUp = source?.readyState === EventSource.CLOSED;
    unanswered(givenUp ? Date.now() + waitMs : null);
    if (!givenUp) return;
    missed = true;
    retryTimer = setTimeout(open, waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }

  function gather(message: LiveMessage): void {
    gathered.push(message);
    gatherTimer ??= setTimeout(() => {
      const messages = gathered;
      gathered = [];
      gatherTimer = undefined;
      onMessages(messages);
    }, gatherMs);
  }

  function reopen(): void {
    missed = true;
    open();
  }

  open();
  retryBy(reopen);
  window.addEventListener('online', reopen);
  window.addEventListener('offline', lost);
  return () => {
    window.removeEventListener('online', reopen);
    window.removeEventListener('offline', lost);
    clearTimeout(gatherTimer);
    clearTimeout(retryTimer);
    source?.close();
  };
}
