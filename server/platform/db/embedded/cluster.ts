import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.ts';
import type { Account } from './account.ts';

const run = promisify(execFile);

export const OWNER = 'polku';

/** Passwords of the tables' owner and of the application's role, kept 0600 beside the database. */
export type Passwords = { owner: string; app: string };

/** macOS has no C.UTF-8 before version 15. A plain C would make ä and ö no letters to the trigram search. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8'];

/** Makes the database files in `cluster` unless they are there, and returns the passwords. */
export async function createCluster(folder: string, cluster: string, bin: string, account: Account): Promise<Passwords> {
  const passwords = await readPasswords(folder);
  if (!(await isCluster(cluster))) await initialise(folder, cluster, bin, account, passwords.owner);
  await refuseOtherVersion(cluster, bin);
  return passwords;
}

/** Those of the folder's database, made up when it has none yet. */
export async function readPasswords(folder: string): Promise<Passwords> {
  const file = join(folder, 'postgresql.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Passwords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const passwords = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
  await writeFile(`${file}.new`, JSON.stringify(passwords), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return passwords;
}

async function isCluster(cluster: string): Promise<boolean> {
  return stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** Renamed into place when whole: a start that was killed half-way begins anew. */
async function initialise(folder: string, cluster: string, bin: string, account: Account, password: string): Promise<void> {
  const fresh = join(folder, 'postgresql.new');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  const passwordFile = join(folder, 'postgresql.password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await Promise.all([fresh, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  try {
    await initdb(bin, fresh, passwordFile, account, LOCALES);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await chmod(fresh, 0o700);
  await rename(fresh, cluster);
}

async function initdb(bin: string, target: string, passwordFile: string, account: Account, [locale, ...others]: string[]): Promise<void> {
  const options = ['-D', target, '-U', OWNER, '-E', 'UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=fi-FI'];
  options.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync');
  try {
    await run(join(bin, 'initdb'), options, { ...account, cwd: target, env: { PATH: process.env.PATH, TZ: 'UTC' } });
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr || String(error);
    if (others.length > 0 && reason.includes('invalid locale name')) return initdb(bin, target, passwordFile, account, others);
    throw new StartError(`PostgreSQL could not be set up: ${reason.trim()}`, { cause: error });
  }
}

async function refuseOtherVersion(cluster: string, bin: string): Promise<void> {
  const [files, program] = await Promise.all([readFile(join(cluster, 'PG_VERSION'), 'utf8'), run(join(bin, 'postgres'), ['--version'])]);
  const wanted = /\d+/.exec(program.stdout)?.[0];
  if (files.trim() === wanted) return;
  throw new StartError(
    `The database in ${cluster} is of PostgreSQL ${files.trim()} and this Polku brings ${wanted}: start the Polku that made it and move the data`,
  );
}
