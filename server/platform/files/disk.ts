import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lockFolder } from '../db/embedded/folder-lock.ts';
import { Unavailable } from '../errors.ts';
import type { Draft, FileDriver, Stored } from './driver.ts';

const NAME = /^[0-9a-f]{32}$/;
const DRAFTS = 'drafts';

/**
 * Files in one folder of this machine. Throws when another process holds the folder: with two nodes each would miss the other's
 * files, so many nodes need a shared driver.
 */
export async function openDisk(folder: string): Promise<FileDriver> {
  await mkdir(join(folder, DRAFTS), { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  return {
    begin: () => beginDraft(folder),
    open: async (storedAs) => openStored(pathOf(folder, storedAs)),
    remove: async (storedAs) => rm(pathOf(folder, storedAs), { force: true }),
    list: () => listStored(folder),
    removeDrafts: (before) => removeDrafts(folder, before),
    close: async () => lock.release(),
  };
}

async function beginDraft(folder: string): Promise<Draft> {
  const name = randomBytes(16).toString('hex');
  const path = join(folder, DRAFTS, name);
  const handle = await withSpace(() => open(path, 'wx', 0o600));
  let settled = false;
  return {
    path,
    write: (chunk) => withSpace(() => handle.writeFile(chunk)),
    keep: async () => {
      await withSpace(() => handle.sync());
      await handle.close();
      await moveDurably(folder, path, pathOf(folder, name));
      settled = true;
      return name;
    },
    discard: async () => {
      if (settled) return;
      settled = true;
      await handle.close();
      await rm(path, { force: true });
    },
  };
}

/** A rename is durable only when the folder is, and a new folder only when the one above it is. */
async function moveDurably(folder: string, from: string, to: string): Promise<void> {
  const created = await withSpace(() => mkdir(dirname(to), { recursive: true, mode: 0o700 }));
  if (created) {
    await syncFolder(dirname(dirname(to)));
    await syncFolder(folder);
  }
  await withSpace(() => rename(from, to));
  await syncFolder(dirname(to));
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no fsync of a folder; NTFS journals the rename.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Opened before it is returned, so that a missing file is known before an answer has begun. */
async function openStored(path: string): Promise<ReturnType<FileHandle['createReadStream']>> {
  const handle = await open(path, 'r');
  return handle.createReadStream();
}

async function* listStored(folder: string): AsyncGenerator<Stored> {
  for await (const { name, changedAt } of filesBelow(folder, 2)) {
    if (NAME.test(name)) yield { storedAs: name, changedAt };
  }
}

type Found = { name: string; path: string; changedAt: Temporal.Instant };

async function* filesBelow(folder: string, levels: number): AsyncGenerator<Found> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (levels > 0 && entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)) yield* filesBelow(path, levels - 1);
    if (levels > 0 || !entry.isFile()) continue;
    // It may be removed while we look.
    const found = await stat(path).catch(() => undefined);
    if (found) yield { name: entry.name, path, changedAt: Temporal.Instant.fromEpochMilliseconds(Math.trunc(found.mtimeMs)) };
  }
}

async function removeDrafts(folder: string, before: Temporal.Instant): Promise<number> {
  let removed = 0;
  for await (const { path, changedAt } of filesBelow(join(folder, DRAFTS), 0)) {
    if (Temporal.Instant.compare(changedAt, before) >= 0) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** Two levels of folders, so that none grows beyond what tools can list. A name of any other form could lead elsewhere. */
function pathOf(folder: string, storedAs: string): string {
  if (!NAME.test(storedAs)) throw new Error('not the name of a stored file');
  return join(folder, storedAs.slice(0, 2), storedAs.slice(2, 4), storedAs);
}

/** A full disk is a passing state of ours, not a fault of the sender. */
async function withSpace<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) throw new Unavailable();
    throw error;
  }
}
