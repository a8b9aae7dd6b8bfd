import type { Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { FileDriver } from '../../../../platform/files/driver.ts';
import { claimFiles, readFile } from '../../../../platform/files/store.ts';
import type { Call, Desk } from '../../types.ts';
import { answerable, insertAnswerFiles, readAnswerFile } from './queries.ts';

/**
 * Gives files with an answer: the specialist's own uploads, and those of the answer that came from tier 3.
 * @throws NotFound `file-not-found` when any is neither; Conflict `file-gone` when an upload was swept or sent a moment ago
 */
export async function giveFiles(trx: Trx, call: Call, requestId: string, fileIds: string[]): Promise<void> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return;
  const found = await answerable(trx, call, requestId, wanted);
  const files = wanted.map((id) => found.find((file) => file.fileId === id));
  if (!files.every((file) => file !== undefined)) throw new NotFound('file-not-found');
  await claimFiles(
    trx,
    files.filter((file) => file.waiting).map((file) => file.fileId),
  );
  await insertAnswerFiles(trx, requestId, files);
}

/** A file of an answer, for whoever sees the answer. @throws NotFound */
export async function openAnswerFile(desk: Desk, files: FileDriver, call: Call, requestId: string, fileId: string) {
  const file = await readAnswerFile(desk.db, call, requestId, fileId);
  if (!file) throw new NotFound();
  return { file, body: await readFile(files, file) };
}
