import type { Log } from '../../../platform/log/log.ts';

const EVERY_MS = 1000;

/**
 * Calls `work` again at once while it finds something to do, else each second, until stopped; stopping waits for the call under way. A
 * database away for a while costs time, nothing else. `failure` is the log's sentence.
 */
export function startLoop(work: () => Promise<number>, { log, failure }: { log: Log; failure: string }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = run(work, { log, failure }, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function run(work: () => Promise<number>, { log, failure }: { log: Log; failure: string }, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const done = await work().catch((error: unknown) => {
      log.warn(failure, { error });
      return 0;
    });
    if (done === 0) await pause(stopping);
  }
}

function pause(stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, EVERY_MS);
    stopping.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    }
  });
}
