import type { Trx } from '../../platform/db/transaction.ts';
import { publish } from '../../platform/events/publish.ts';

/**
 * A name, an hour or a validity has changed: every node forgets what it had read of the directory. Subject: the thing's id.
 * `relocated`: a point that has another address.
 */
export const DIRECTORY_CHANGED = 'directory.changed';
export type DirectoryChanged = { what: DirectoryThing; relocated?: true };
/** An item of a configurable list has changed. */
export const LISTS_CHANGED = 'directory.lists-changed';

export type DirectoryThing = 'organisation' | 'point' | 'unit' | 'agreement';

export async function directoryChanged(trx: Trx, what: DirectoryThing, id: string, isRelocated = false): Promise<void> {
  const data: DirectoryChanged = { what, ...(isRelocated ? { relocated: true } : {}) };
  await publish(trx, { type: DIRECTORY_CHANGED, subject: id, data });
}

export async function listsChanged(trx: Trx, list: string): Promise<void> {
  await publish(trx, { type: LISTS_CHANGED, data: { list } });
}
