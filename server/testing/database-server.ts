import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createLog } from '../platform/log/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URLs of the migrated template database, which tests clone; the owner's and the application role's. */
    template: { ownerUrl: string; appUrl: string };
  }
}

/** Nothing outlives the run, so nothing need survive a power cut; a log kept short stays within what memory holds. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  max_connections: '200',
};

/** Vitest's global setup: one PostgreSQL for the whole run. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const log = createLog('warn');
  const folder = await mkdtemp(join(tmpdir(), 'polku-test-'));
  const release = removeWhenWeDie(folder);
  const server = await startEmbedded({ dataDir: folder, log, settings });
  await migrate(server.url, { log });
  project.provide('template', { ownerUrl: server.url, appUrl: server.appUrl });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    release();
  };
}

/**
 * However the run ends, `kill -9` included, its end of this pipe closes; then the shell stops the database and removes the files.
 * A session of its own keeps Ctrl-C from ending the shell first.
 */
function removeWhenWeDie(folder: string): () => void {
  const script = `cat > /dev/null
    pid=$(head -n 1 "$1/postgresql/postmaster.pid" 2> /dev/null) && kill -INT "$pid" && while kill -0 "$pid" 2> /dev/null; do sleep 0.1; done
    rm -rf "$1"`;
  const shell = spawn('sh', ['-c', script, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  return () => shell.stdin.end();
}
