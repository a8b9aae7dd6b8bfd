import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './platform/config/config.ts';
import { type OpenApi, openApi } from './platform/http/openapi.ts';
import { type AnyRoute, routesOf } from './platform/http/route.ts';
import { generateKeyring, readKeyring } from './platform/keys/keyring.ts';
import { createLog } from './platform/log/log.ts';
import { type DatabaseAddress, startPolku } from './polku.ts';

export interface Api {
  document: OpenApi;
  routes: readonly AnyRoute[];
  /** `GET /api/...` of every route there is, declared or not, without those that hand out built files. */
  known: readonly string[];
}

/** The interface of the whole service as a customer runs it, without the demo: what `openapi.json` and the guards are made from. */
export async function readApi(database: DatabaseAddress): Promise<Api> {
  const keys = generateKeyring();
  // A folder of its own: one service alone holds a data folder, and this is read while others run.
  const dataDir = await mkdtemp(join(tmpdir(), 'polku-api-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    POLKU_KEYS: keys,
    POLKU_DATA_DIR: dataDir,
    PUBLIC_URL: 'https://polku.example',
    OIDC_ISSUER: 'https://sign-in.example',
    OIDC_CLIENT_ID: 'polku',
    OIDC_CLIENT_SECRET: 'not used here',
  });
  const polku = await startPolku({ config, database, keys: readKeyring(keys), log: createLog('silent') });
  try {
    await polku.app.ready();
    const routes = routesOf(polku.app);
    return { document: openApi(routes, INFO), routes, known: polku.app.knownRoutes };
  } finally {
    await polku.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const INFO = {
  title: 'Polku',
  version: '1',
  description:
    'One matter over every channel and authority. Changing calls of a signed-in browser carry the header `x-polku-csrf`; errors are ' +
    'problem+json with a stable `code`. Booking from another site (`/api/v1/booking/…`) is told step by step in docs/booking-api.md.',
};
