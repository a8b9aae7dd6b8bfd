import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type Postmaster = { pid: number; port: number };

/** The live postmaster of these database files, left by an earlier Polku that was killed; undefined when there is none. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  // Written by PostgreSQL: pid, data folder, start time, port, and more.
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  if (!isPostmaster(Number(pid), cluster)) return undefined;
  return { pid: Number(pid), port: Number(port) };
}

/**
 * Removes the lock files of a dead postmaster whose number belongs to some other process now, or to nothing but an entry that
 * nobody has collected yet: PostgreSQL would take that for the postmaster and refuse. A plainly stale postmaster.pid is left to
 * PostgreSQL, which first makes sure that no server process of the dead one still works on the files.
 */
export function clearStaleLocks(cluster: string): void {
  if (findPostmaster(cluster)) return;
  const file = join(cluster, 'postmaster.pid');
  if (existsSync(file) && isAlive(Number(readFileSync(file, 'utf8').split('\n')[0]))) rmSync(file);
  // The socket's, in this same folder, can be of no other postmaster.
  for (const name of readdirSync(cluster)) if (/^\.s\.PGSQL\.\d+\.lock$/.test(name)) rmSync(join(cluster, name));
}

/** Whether process `pid` lives and is a PostgreSQL working in `cluster`: a postmaster's working folder is its data folder. */
export function isPostmaster(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    if (process.platform === 'win32') return process.kill(pid, 0);
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
