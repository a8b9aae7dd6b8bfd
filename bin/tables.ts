import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate } from '../server/platform/db/migrate.ts';
import { tablesSource } from '../server/platform/db/tables-source.ts';
import { createLog } from '../server/platform/log/log.ts';

const target = new URL('../server/platform/db/tables.ts', import.meta.url);
const log = createLog('warn');

const folder = await mkdtemp(join(tmpdir(), 'polku-tables-'));
const embedded = await startEmbedded({ dataDir: folder, log, settings: { fsync: 'off' } });
try {
  await migrate(embedded.url, { log });
  const client = new pg.Client(embedded.url);
  await client.connect();
  await writeFile(target, await tablesSource(client).finally(() => client.end()));
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
