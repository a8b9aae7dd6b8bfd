import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../log/log.ts';
import type { Account } from './account.ts';
import { clearStaleLocks, findPostmaster, isPostmaster } from './postmaster-file.ts';

const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5_000;
/** After this long alive, the next death starts the back-off anew. */
const STABLE_MS = 30_000;
const POLL_MS = 100;
const FAST_SHUTDOWN_MS = 30_000;

export type PostmasterOptions = { bin: string; cluster: string; args: string[]; account: Account; log: Log };

export type Supervised = {
  pid(): number;
  /** How many times the server has ended without being asked to. */
  deaths(): number;
  /** Fast shutdown: open transactions are rolled back, everything is written out. */
  stop(): Promise<void>;
};

/** Keeps one postmaster running on the cluster: the live one that is there already, or one of its own, and a new one whenever it dies. */
export function supervise(options: PostmasterOptions): Supervised {
  const { cluster, log } = options;
  const stopping = new AbortController();
  let pid = 0;
  let deaths = 0;
  const run = async () => {
    let backoff = FIRST_BACKOFF_MS;
    while (!stopping.signal.aborted) {
      const started = performance.now();
      const { pid: current, ended } = adopt(options) ?? launch(options);
      pid = current;
      await ended;
      if (stopping.signal.aborted) return;
      deaths += 1;
      if (performance.now() - started > STABLE_MS) backoff = FIRST_BACKOFF_MS;
      log.error('the database server ended and is started again', { ms: backoff, pid });
      await delay(backoff, undefined, { signal: stopping.signal }).catch(() => {});
      backoff = Math.min(backoff * 2, MAX_BACKOFF_MS);
    }
  };
  const finished = run();
  return {
    pid: () => pid,
    deaths: () => deaths,
    stop: async () => {
      stopping.abort();
      shutDown(pid, cluster);
      await finished;
    },
  };
}

type Running = { pid: number; ended: Promise<void> };

function adopt({ cluster, log }: PostmasterOptions): Running | undefined {
  const found = findPostmaster(cluster);
  if (!found) return undefined;
  log.info('found the database server of an earlier run still at work', { pid: found.pid });
  return { pid: found.pid, ended: untilGone(found.pid, cluster) };
}

/** Not our child, so nothing tells us of its end. */
async function untilGone(pid: number, cluster: string): Promise<void> {
  while (isPostmaster(pid, cluster)) await delay(POLL_MS);
}

/**
 * Detached, in a session of its own: Ctrl-C goes to every process of the terminal's group at once, and the database must outlive
 * the requests that are still being answered.
 */
function launch({ bin, cluster, args, account }: PostmasterOptions): Running {
  clearStaleLocks(cluster);
  const output = openLog(join(dirname(cluster), 'postgresql.log'));
  const env = { PATH: process.env.PATH, TZ: 'UTC' };
  const child = spawn(join(bin, 'postgres'), args, { ...account, cwd: cluster, env, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { pid: child.pid ?? 0, ended };
}

/** The log of this run and of the one before are kept. */
function openLog(path: string): number {
  try {
    renameSync(path, `${path}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return openSync(path, 'w', 0o600);
}

function shutDown(pid: number, cluster: string): void {
  signal(pid, cluster, 'SIGINT');
  const impatience = setTimeout(() => signal(pid, cluster, 'SIGQUIT'), FAST_SHUTDOWN_MS);
  impatience.unref();
}

function signal(pid: number, cluster: string, name: 'SIGINT' | 'SIGQUIT'): void {
  if (isPostmaster(pid, cluster)) process.kill(pid, name);
}
