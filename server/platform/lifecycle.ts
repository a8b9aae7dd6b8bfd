import { setTimeout as delay } from 'node:timers/promises';
import { createLog, type Log } from './log/log.ts';
import { StartError } from './start-error.ts';

export type StopStep = () => Promise<void> | void;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A start that a signal breaks off gets this long to reach a point from which it can be undone. */
const START_ENDS_WITHIN_MS = 5_000;
/** Then the process ends even with steps unfinished; the next start recovers. */
const STOP_WITHIN_MS = 60_000;

/**
 * Runs `start` and keeps the process until a signal or a fatal error. Then runs the steps that `start` has given to `onStop`, the
 * last one first, and ends the process: 0 after a signal, 1 after an error. Further signals while stopping change nothing: Ctrl-C
 * often comes twice, from the terminal and from npm.
 */
export async function runUntilStopped(
  start: (onStop: (step: StopStep) => void) => Promise<void>,
  log: Log = createLog('info'),
): Promise<void> {
  const steps: StopStep[] = [];
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await Promise.race([started, delay(START_ENDS_WITHIN_MS)]);
    process.exit((await runBackwards(steps, log)) ? code : 1);
  };
  const fail = (error: unknown) => {
    // Ctrl-C goes to the programs that a start runs as well: their end is then no news.
    if (!stopping || !(error instanceof StartError)) tell(error, log);
    void stop(1);
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (!stopping) log.info('stopping', { signal });
      void stop(0);
    });
  }
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  const started = start((step) => steps.push(step)).catch(fail);
  await started;
}

async function runBackwards(steps: StopStep[], log: Log): Promise<boolean> {
  let clean = true;
  for (const step of steps.reverse()) {
    try {
      await step();
    } catch (error) {
      log.error('a step of stopping failed', { error });
      clean = false;
    }
  }
  return clean;
}

/** What the person at the terminal can mend is one sentence to them; anything else goes into the log with where it happened. */
function tell(error: unknown, log: Log): void {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else if (isPortTaken(error)) process.stderr.write(`Port ${error.port} is taken: stop what uses it, or choose another with PORT\n`);
  else log.error('fatal error', { error });
}

function isPortTaken(error: unknown): error is Error & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
}
