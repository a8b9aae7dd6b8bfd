import { createHash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NOBODY } from '../db/embedded/account.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

const PASS_THROUGH = 0o001;

/**
 * The folder of the database, files and keys: `wanted`, or `.polku` in the checkout. As root the embedded database runs as another
 * account, which cannot pass through a folder like /root: then a folder of /var/lib named after the wanted one, always the same.
 */
export function placeDataFolder(wanted: string | undefined, isRoot = process.getuid?.() === 0): string {
  const folder = realPath(resolve(wanted ?? join(checkout, '.polku')));
  if (!isRoot || isReachable(dirname(folder)) || hasOwner(join(folder, 'postgresql'))) return folder;
  return `/var/lib/polku-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
}

/** Made for its owner alone; as root, the database's account may pass through to its own part, without listing it. */
export async function makeDataFolder(folder: string): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  await mkdir(folder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  if (isRoot) await chmod(folder, (statSync(folder).mode & 0o777) | PASS_THROUGH);
}

/** With its symbolic links followed, as far as it exists. */
function realPath(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? realpathSync(folder) : join(realPath(dirname(folder)), basename(folder));
}

function isReachable(folder: string): boolean {
  if (existsSync(folder)) {
    const { mode, uid } = statSync(folder);
    if (uid !== NOBODY && (mode & PASS_THROUGH) === 0) return false;
  }
  return folder === dirname(folder) || isReachable(dirname(folder));
}

/** Someone has started Polku here without root: as root it goes on under that account. */
function hasOwner(cluster: string): boolean {
  return existsSync(cluster) && ![0, NOBODY].includes(statSync(cluster).uid);
}
