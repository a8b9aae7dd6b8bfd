import { setTimeout as delay } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { connectionOptions, surviveLostConnections } from '../db/pool.ts';
import { describeError } from '../log/error.ts';
import type { Log } from '../log/log.ts';
import { bePresent, freeJobsOfTheDead, type Presence } from './presence.ts';

export type JobHandler = (payload: unknown, job: { id: string; attempt: number; signal: AbortSignal }) => Promise<void>;

/** `pattern` is cron's, in UTC: a job bound to local time runs each hour and asks the clock. Two nodes add one job between them. */
export type CronJob = { job: string; pattern: string };

export type JobsOptions = {
  url: string;
  /** The role to act as; see migrate.ts. */
  role?: string;
  handlers: Record<string, JobHandler>;
  cron?: CronJob[];
  /** Jobs at once in this process; 4 unless told. */
  concurrency?: number;
  log: Log;
};

export type Jobs = {
  /** Lets running jobs end for `STOP_WITHIN_MS`; their signal aborts earlier. Those still running then are tried again later. */
  stop(): Promise<void>;
};

const POLL_MS = 1_000;
const SWEEP_MS = 60_000;
const RESTART_MS = 2_000;
const STOP_WITHIN_MS = 20_000;
const ABORT_AFTER_MS = 5_000;

/** Runs the queue's jobs in this process until `stop`, over restarts of the database too. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { url, role, concurrency = 4, log } = options;
  // pg's usual types: the queue's own code counts on Date.
  const connection = { ...connectionOptions(url, role), types: undefined, application_name: 'polku jobs' };
  const pool = new pg.Pool({ ...connection, max: concurrency + 3 });
  surviveLostConnections(pool, log);

  const stopping = new AbortController();
  let workers = await startWorkers(options, connection, pool);
  const supervised = (async () => {
    for (;;) {
      await workers.ended;
      const next = await restartWorkers(options, connection, pool, stopping.signal);
      if (!next) return;
      workers = next;
    }
  })();
  const sweeping = sweep(pool, log, stopping.signal);

  return {
    stop: async () => {
      stopping.abort();
      await stopWorkers(workers);
      await Promise.all([supervised, sweeping]);
      await pool.end();
    },
  };
}

type Workers = { runner: Runner; ended: Promise<void> };

async function startWorkers(
  { handlers, cron = [], concurrency = 4, log }: JobsOptions,
  connection: pg.ClientConfig,
  pool: pg.Pool,
): Promise<Workers> {
  let presence: Promise<Presence> | undefined;
  const startWorker = async (_: unknown, { worker }: { worker: { workerPool: { id: string } } }) => {
    presence ??= bePresent(connection, worker.workerPool.id, log);
    await presence;
  };
  const runner = await run({
    pgPool: pool,
    taskList: taskList(handlers, log),
    parsedCronItems: parseCronItems(cron.map(({ job, pattern }) => ({ task: job, match: pattern, identifier: job }))),
    concurrency,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: ABORT_AFTER_MS,
    logger: new Logger((scope) => (level, _message, meta) => {
      // The queue's own words may quote an error's.
      if (level === 'error' || level === 'warning') log.warn('job queue', { jobId: scope.jobId, error: meta?.error });
    }),
    preset: {
      plugins: [{ name: 'polku-presence', version: '1.0.0', worker: { hooks: { startWorker } } }],
      // Unbatched, a result that cannot be written for want of a connection would end the process; so, it ends the workers.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    },
  });
  const ended = runner.promise.catch((error) => log.error('job workers failed', { error })).then(async () => (await presence)?.leave());
  return { runner, ended };
}

/** What the ended workers had finished and could not write down runs again at once: each job runs at least once, not exactly once. */
async function restartWorkers(
  options: JobsOptions,
  connection: pg.ClientConfig,
  pool: pg.Pool,
  stopping: AbortSignal,
): Promise<Workers | undefined> {
  while (!stopping.aborted) {
    await delay(RESTART_MS, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return undefined;
    const workers = await startWorkers(options, connection, pool).catch((error) =>
      options.log.warn('job workers could not start', { error }),
    );
    if (!workers) continue;
    await freeJobs(pool, options.log);
    if (!stopping.aborted) return workers;
    await stopWorkers(workers);
  }
  return undefined;
}

function taskList(handlers: Record<string, JobHandler>, log: Log): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([job, handle]) => [
      job,
      async (payload: unknown, { job: { id, attempts }, abortSignal }) => {
        const started = performance.now();
        try {
          await handle(payload, { id, attempt: attempts, signal: abortSignal });
          log.debug('job done', { job, jobId: id, ms: Math.round(performance.now() - started) });
        } catch (error) {
          log.error('job failed', { job, jobId: id, attempt: attempts, error });
          throw withoutWords(error);
        }
      },
    ]),
  );
}

/** The queue keeps the failed job's message in its table, where a quoted address or name must not stay. */
function withoutWords(error: unknown): Error {
  const { name, code } = describeError(error);
  return new Error(code ? `${name} ${code}` : name);
}

async function sweep(pool: pg.Pool, log: Log, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await freeJobs(pool, log);
    await delay(SWEEP_MS, undefined, { signal: stopping }).catch(() => {});
  }
}

async function freeJobs(pool: pg.Pool, log: Log): Promise<void> {
  const count = await freeJobsOfTheDead(pool).catch((error) => log.warn('jobs of ended workers could not be freed', { error }));
  if (count) log.info('jobs of ended workers freed', { count });
}

async function stopWorkers({ runner, ended }: Workers): Promise<void> {
  const killing = setTimeout(() => void runner.kill(), STOP_WITHIN_MS);
  await runner.stop().catch(() => {});
  clearTimeout(killing);
  await ended;
}
