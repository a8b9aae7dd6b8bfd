import { readConfig } from '../../server/platform/config/config.ts';
import { generateKeyring, readKeyring } from '../../server/platform/keys/keyring.ts';
import { createLog } from '../../server/platform/log/log.ts';
import { startPolku } from '../../server/polku.ts';

/**
 * The service in a process of its own, as in production: sign-in, policy, audit, events and the rate limiter all on. One session of the
 * bench makes the calls of a whole front office, so the limit per session is raised and stays counted.
 */
const config = readConfig({ PORT: process.env.PORT, POLKU_DATA_DIR: process.env.POLKU_DATA_DIR });
const polku = await startPolku({
  config,
  database: { url: process.env.BENCH_DATABASE as string },
  keys: readKeyring(generateKeyring()),
  log: createLog('error'),
  limits: { caller: { max: 1_000_000, windowMs: 60_000 } },
});
await polku.app.listen({ host: config.host, port: config.port });
process.send?.('ready');
process.on('message', async () => {
  await polku.stop();
  process.exit(0);
});
