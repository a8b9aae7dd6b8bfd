import { readConfig } from '../../server/platform/config/config.ts';
import { generateKeyring, readKeyring } from '../../server/platform/keys/keyring.ts';
import { createLog } from '../../server/platform/log/log.ts';
import { startPolku } from '../../server/polku.ts';

/** The service in a process of its own, whole: the import is one of its jobs, and its search index hears of what comes in. */
const { PORT, POLKU_DATA_DIR, PTV_URL } = process.env;
const polku = await startPolku({
  config: readConfig({ PORT, POLKU_DATA_DIR, PTV_API: 'v11', PTV_URL }),
  database: { url: process.env.BENCH_DATABASE as string },
  keys: readKeyring(generateKeyring()),
  log: createLog('error', (line) => process.stderr.write(line)),
  limits: { caller: { max: 1_000_000, windowMs: 60_000 } },
});
await polku.app.listen({ host: '127.0.0.1', port: Number(PORT) });
process.send?.('ready');
process.on('message', async () => {
  await polku.stop();
  process.exit(0);
});
