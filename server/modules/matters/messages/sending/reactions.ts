import { sendDue } from './service.ts';
import type { Outbox } from './types.ts';

const EVERY_MS = 1000;

/** Looks for due messages each second until stopped; stopping waits for those being sent. A database away for a while costs time, no message. */
export function startOutbox(outbox: Outbox): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = run(outbox, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function run(outbox: Outbox, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const taken = await sendDue(outbox).catch((error: unknown) => {
      outbox.log.warn('the outbox could not be read', { error });
      return 0;
    });
    if (taken === 0) await pause(stopping);
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
