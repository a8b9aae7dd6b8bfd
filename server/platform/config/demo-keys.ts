import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateKeyring, type Keyring, readKeyring } from '../keys/keyring.ts';
import { makeDataFolder } from './data-folder.ts';

/** The keys kept beside the embedded database, 0600, made on the first start. Without them its encrypted columns cannot be read. */
export async function keysIn(dataDir: string): Promise<Keyring> {
  const file = join(dataDir, 'keys');
  await makeDataFolder(dataDir);
  return readKeyring((await contentOf(file)) ?? (await makeKeys(file)));
}

/** Linked into place when whole: a start killed half-way leaves no empty file, and of two at once one makes the keys. */
async function makeKeys(file: string): Promise<string> {
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, generateKeyring(), { mode: 0o600, flush: true });
  try {
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(file, 'utf8');
}

async function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
