import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readApi } from '../server/api.ts';
import { startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate } from '../server/platform/db/migrate.ts';
import { createLog } from '../server/platform/log/log.ts';

const target = new URL('../openapi.json', import.meta.url);
const log = createLog('warn');

const folder = await mkdtemp(join(tmpdir(), 'polku-openapi-'));
const embedded = await startEmbedded({ dataDir: folder, log, settings: { fsync: 'off' } });
try {
  await migrate(embedded.url, { log });
  const { document } = await readApi({ url: embedded.appUrl });
  await writeFile(target, `${JSON.stringify(document, null, 2)}\n`);
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
