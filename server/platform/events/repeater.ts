/** Runs `work` on request, never twice at once; a request during a run asks for one more run after it. */
export interface Repeater {
  /** Resolves when a run that began after this call has ended. */
  run(): Promise<void>;
  /** Lets the present run end and starts no other. */
  stop(): Promise<void>;
}

export function createRepeater(work: () => Promise<void>, onError: (error: unknown) => void): Repeater {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let stopped = false;

  function begin(): Promise<void> {
    if (stopped) return Promise.resolve();
    if (running) return running;
    running = work()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    run() {
      if (!running) return begin();
      next ??= running.then(() => {
        next = undefined;
        return begin();
      });
      return next;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
