import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import type { BenchDatabase } from './database.ts';

/** A process of the bench's own that serves, and what it said when it was ready. */
export type BenchServer<Told = unknown> = { server: ChildProcess; port: number; origin: string; told: Told };

type Settings = { port?: number; execArgv?: string[]; env?: Record<string, string> };

/** @param script a module of bench/ that sends a message when it serves and ends when it hears `stop` */
export async function startServer<Told = unknown>(
  script: string,
  { appUrl, dataDir }: Pick<BenchDatabase, 'appUrl' | 'dataDir'>,
  { port, execArgv = [], env = {} }: Settings = {},
): Promise<BenchServer<Told>> {
  const chosen = port ?? (await freePort());
  const settings = { PORT: String(chosen), POLKU_DATA_DIR: dataDir, BENCH_DATABASE: appUrl, ...env };
  return { ...(await startChild<Told>(script, settings, execArgv)), port: chosen, origin: `http://127.0.0.1:${chosen}` };
}

/** @throws when it ends before it has said that it serves */
export async function startChild<Told>(
  script: string,
  env: Record<string, string>,
  execArgv: string[] = [],
): Promise<{ server: ChildProcess; told: Told }> {
  const server = fork(new URL(`../${script}`, import.meta.url), {
    env: { ...process.env, ...env },
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = await new Promise<Told>((resolve, reject) => {
    server.once('message', resolve as never);
    server.once('exit', () => reject(new Error(`${script} ended`)));
  });
  return { server, told };
}

export async function stopServer({ server }: Pick<BenchServer, 'server'>): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.send('stop');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
