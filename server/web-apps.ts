import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './platform/log/log.ts';
import { StartError } from './platform/start-error.ts';

/** The apps that run in the browser: each is a folder of `web/`, built into `dist/` and served below `/<name>/`. */
export const webApps = ['computer', 'desk', 'display', 'kiosk'] as const;
type WebApp = (typeof webApps)[number];

const home = join(import.meta.dirname, '..');
export const distFolder = join(home, 'dist');

/** Builds each app whose build is missing or of other sources than those here now; a second start finds all built. */
export async function buildStaleApps(log: Log): Promise<void> {
  const sources = fingerprint();
  for (const name of webApps.filter((app) => builtFrom(app) !== sources)) {
    log.info('building a web app', { app: name });
    const [{ build }, { appConfig }] = await Promise.all([import('vite'), import('../vite.config.ts')]);
    await build({ ...appConfig(name), logLevel: 'error' }).catch((error: Error) => {
      throw new StartError(`The web app ${name} cannot be built:\n${error.message}`);
    });
    writeFileSync(stamp(name), sources);
  }
}

/** By content, as times of change differ from clone to clone. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(home, 'web'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  for (const path of [...paths, join(home, 'vite.config.ts'), join(home, 'package-lock.json')])
    hash.update(path.slice(home.length)).update(readFileSync(path));
  return hash.digest('hex');
}

function builtFrom(app: WebApp): string | undefined {
  try {
    return readFileSync(stamp(app), 'utf8');
  } catch {
    return undefined;
  }
}

function stamp(app: WebApp): string {
  return join(distFolder, app, 'built-from.txt');
}
