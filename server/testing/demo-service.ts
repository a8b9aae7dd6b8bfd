import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readConfig } from '../platform/config/config.ts';
import { generateKeyring, readKeyring } from '../platform/keys/keyring.ts';
import { createLog } from '../platform/log/log.ts';
import { startPolku } from '../polku.ts';
import type { TestDatabase } from './database.ts';
import { aResident, type Resident, type Shown } from './resident.ts';

/** The whole demo, listening: its municipality, its providers, its stand-ins for other services. */
export async function aDemoService({ appUrl }: Pick<TestDatabase, 'appUrl'>, env: Record<string, string> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'polku-demo-'));
  const port = await freePort();
  const own = { POLKU_DEMO: 'on', POLKU_DATA_DIR: dataDir, PORT: String(port), HOST: 'localhost', DEMO_SMTP_PORT: '0' };
  const config = readConfig({ ...own, ...env });
  const lines: string[] = [];
  const keys = readKeyring(generateKeyring());
  const polku = await startPolku({ config, database: { url: appUrl }, keys, log: createLog('debug', (line) => lines.push(line)) });
  await polku.app.listen({ host: 'localhost', port });
  let stopping: Promise<void> | undefined;
  // Each has connections of its own: a file that starts several stops each when it is done with it.
  const stop = () => {
    stopping ??= polku.stop().then(() => rm(dataDir, { recursive: true, force: true }));
    return stopping;
  };
  afterAll(stop);
  const { publicUrl } = config;
  return { polku, stop, keys, lines, publicUrl, resident: () => aResident(publicUrl), identify };
}

/** Lets the broker identify somebody of the demo (`nobody`: breaks it off) and goes where the sign-in then leads. */
async function identify(resident: Resident, identity: string, returnTo = '/my'): Promise<Shown> {
  const asking = await resident.open(`/my/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  return resident.send(asking.path.split('?')[0] as string, { identity });
}

/** The providers' issuers name the port, so it is chosen before the service listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
