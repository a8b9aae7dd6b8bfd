import type { Log } from '../../../platform/log/log.ts';

const EVERY_MS = 1000;

/** `failure` is the log's sentence; `restMs`: how long it rests when it has found something, not at all unless told. */
type Loop = { log: Log; failure: string; restMs?: number };

/**
 * Calls `work` again at once while it finds something to do, else each second, until stopped; stopping waits for the call under way. A
 * database away for a while costs time, nothing else.
 */
export function startLoop(work: () => Promise<number>, loop: Loop): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = run(work, loop, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function run(work: () => Promise<number>, { log, failure, restMs = 0 }: Loop, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const done = await work().catch((error: unknown) => {
      log.warn(failure, { error });
      return 0;
    });
    const rest = done === 0 ? EVERY_MS : restMs;
    if (rest > 0) await pause(rest, stopping);
  }
}

function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    stopping.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    }
  });
}
