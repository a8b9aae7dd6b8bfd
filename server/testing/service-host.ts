import type { AddressInfo } from 'node:net';
import { readConfig } from '../platform/config/config.ts';
import { readKeyring } from '../platform/keys/keyring.ts';
import { createLog } from '../platform/log/log.ts';
import { startPolku } from '../polku.ts';

/** The service in a process of its own, to be killed by tests: it says where it listens. The settings come as JSON: {"url", "keys", "folder"}. */
const { url, keys, folder } = JSON.parse(process.argv[2] ?? '{}') as { url: string; keys: string; folder: string };
const generous = { max: 1_000_000, windowMs: 60_000 };

const polku = await startPolku({
  config: readConfig({
    DATABASE_URL: url,
    POLKU_KEYS: keys,
    POLKU_DATA_DIR: folder,
    PUBLIC_URL: 'https://polku.example',
    OIDC_ISSUER: 'https://sign-in.example',
    OIDC_CLIENT_ID: 'polku',
    OIDC_CLIENT_SECRET: 'not used here',
    CUSTOMER_OIDC_ISSUER: 'https://identify.example',
    CUSTOMER_OIDC_CLIENT_ID: 'polku',
    CUSTOMER_OIDC_CLIENT_SECRET: 'not used here',
  }),
  database: { url },
  keys: readKeyring(keys),
  log: createLog('silent'),
  limits: { caller: generous, address: generous, refused: generous, lasting: generous },
});
await polku.app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`http://127.0.0.1:${(polku.app.server.address() as AddressInfo).port}\n`);
