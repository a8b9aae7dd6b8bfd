import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from '../../server/platform/db/embedded.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { createLog, type Log } from '../../server/platform/log/log.ts';

export type BenchDatabase = Pick<Embedded, 'url' | 'appUrl'> & {
  dataDir: string;
  log: Log;
  /** Stops it; what it held is gone. */
  close(): Promise<void>;
};

/** A migrated database of the bench's own in a fresh folder below this one, which is on a disk unless told. */
export async function openDatabase(below = '/var/tmp'): Promise<BenchDatabase> {
  const log = createLog('error');
  const dataDir = await mkdtemp(join(below, 'polku-bench-'));
  // The database runs as an account of its own, which must reach its folder.
  await chmod(dataDir, 0o711);
  const database = await startEmbedded({ dataDir, log, settings: { max_connections: '120' } });
  const close = async () => {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(database.url, { log });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: database.url, appUrl: database.appUrl, dataDir, log, close };
}
