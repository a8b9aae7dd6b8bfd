import { readConfig } from '../../server/platform/config/config.ts';
import { generateKeyring, readKeyring } from '../../server/platform/keys/keyring.ts';
import { createLog } from '../../server/platform/log/log.ts';
import { startPolku } from '../../server/polku.ts';

/**
 * The service in a process of its own, as in production: sign-in, policy, audit, events and the rate limiter all on. One session of the
 * bench makes the calls of a whole front office and
 * one address those of a region's residents, so these limits are raised and stay counted.
 */
const { PORT, POLKU_DATA_DIR, TRUSTED_PROXIES } = process.env;
const config = readConfig({ PORT, POLKU_DATA_DIR, TRUSTED_PROXIES });
const generous = { max: 1_000_000, windowMs: 60_000 };
const polku = await startPolku({
  config,
  database: { url: process.env.BENCH_DATABASE as string },
  keys: readKeyring(generateKeyring()),
  log: createLog('error'),
  limits: { caller: generous, address: generous },
});
await polku.app.openDoors(config);
process.send?.('ready');
process.on('message', async () => {
  await polku.stop();
  process.exit(0);
});
