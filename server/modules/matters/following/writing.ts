import type { Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { type ReceivedFile, readFile, recordFile } from '../../../platform/files/store.ts';
import type { LinkHolder } from '../../identity/types.ts';
import { receiveMessage } from '../messages/receiving/service.ts';
import type { Desk } from '../types.ts';
import { readFileForLink, type ShownFile } from './queries.ts';

/**
 * Takes what the holder of a link wrote, as a message of the page itself. A link proves nothing about who writes.
 * @throws Conflict `matter-closed` when it ended over 30 days ago
 */
export async function writeBehindLink(
  desk: Desk,
  trx: Trx,
  holder: LinkHolder,
  { body, received }: { body: string; received: ReceivedFile[] },
): Promise<string> {
  const files = await keepFiles(trx, received);
  const { messageId } = await receiveMessage(desk, trx, {
    matterId: holder.matterId,
    channel: 'web',
    identification: 'none',
    at: desk.clock.now(),
    subject: '',
    body,
    files,
  });
  return messageId;
}

/** Files that came with what is being written, in its transaction. */
export async function keepFiles(trx: Trx, received: ReceivedFile[]): Promise<{ fileId: string; name: string }[]> {
  const files = [];
  for (const file of received) {
    const { id, name } = await recordFile(trx, file, 'claimed');
    files.push({ fileId: id, name });
  }
  return files;
}

/** @throws NotFound for a file of anything but a message the page shows in words */
export async function openFileBehindLink(
  { db }: Desk,
  driver: FileDriver,
  holder: LinkHolder,
  at: { messageId: string; fileId: string },
  requestId: string,
): Promise<{ file: ShownFile; body: Awaited<ReturnType<typeof readFile>> }> {
  const file = await readFileForLink(db, { ...at, matterId: holder.matterId }, requestId);
  if (!file) throw new NotFound();
  return { file, body: await readFile(driver, file) };
}
