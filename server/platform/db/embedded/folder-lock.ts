import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../start-error.ts';

export type FolderLock = { release(): void };

/**
 * Takes a data folder for this process alone. Node has no file locks of its own; an SQLite file held in an exclusive transaction is
 * one that the operating system lets go of however the process ends, `kill -9` included, so no stale lock can be left behind.
 * @throws when another Polku holds the folder.
 */
export function lockFolder(folder: string): FolderLock {
  const file = new DatabaseSync(join(folder, 'in-use.lock'));
  try {
    file.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive');
  } catch (cause) {
    file.close();
    if (!isBusy(cause)) throw cause;
    throw new StartError(
      `Another Polku is running on the data folder ${folder}: stop it first, or give this one a folder of its own in POLKU_DATA_DIR`,
      { cause },
    );
  }
  return { release: () => void (file.isOpen && file.close()) };
}

/** Whether another Polku holds the folder. */
export function isInUse(folder: string): boolean {
  try {
    lockFolder(folder).release();
    return false;
  } catch (error) {
    if (error instanceof StartError) return true;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
