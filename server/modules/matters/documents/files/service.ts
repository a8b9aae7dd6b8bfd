import { createReadStream } from 'node:fs';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.ts';
import type { FileDriver } from '../../../../platform/files/driver.ts';
import { endingsOf } from '../../../../platform/files/kinds.ts';
import { sniffType } from '../../../../platform/files/sniff.ts';
import { type ReceivedFile, readFile, receiveFile, recordFile, releaseFiles } from '../../../../platform/files/store.ts';
import type { Upload } from '../../../../platform/http/uploads.ts';
import { mayKeep } from '../../policy.ts';
import { refuseRestricted } from '../../restriction.ts';
import type { Call, Desk } from '../../types.ts';
import { sidesOf } from '../policy.ts';
import { lockDocument } from '../queries.ts';
import { endedStates } from '../rules.ts';
import type { DocumentFile } from '../schema.ts';
import { traceDocument } from '../trace.ts';
import { isPicture, redraw } from './images.ts';
import { DOCUMENT_FILES, MOST_FILES } from './limits.ts';
import { deleteFile, insertFile, nextPosition, readDocumentFile } from './queries.ts';

/**
 * Adds a photo or a scan of a paper. A picture is drawn anew without what its file tells besides; a PDF stays as it came.
 * @throws NotFound; Forbidden `document-not-yours`; Conflict `document-ended`, `document-files-full`; Invalid `image-too-large`,
 *   `image-unreadable`; FileTooLarge, FileTypeRefused
 */
export async function addFile(desk: Desk, files: FileDriver, call: Call, documentId: string, upload: Upload): Promise<DocumentFile> {
  // Asked before the picture is unpacked, and again when it is written.
  await inTransaction(desk.db, async (trx) => lockToAdd(trx, call, documentId));
  const received = await take(files, upload);
  return inTransaction(desk.db, async (trx) => {
    const { matter, document, position } = await lockToAdd(trx, call, documentId);
    const at = desk.clock.now();
    const { id, size, type } = await recordFile(trx, received, 'claimed');
    const name = `${position}.${endingsOf(type)[0]}`;
    await insertFile(trx, { documentId, fileId: id, name, position, at, by: call.actor.personId });
    await traceDocument(trx, call, matter, document, 'document.file-added', { subjects: [id] });
    return { id, name, size, type, addedAt: at.toString() };
  });
}

/** Takes off what was added to the wrong paper: only the keeper, whose the paper is to answer for. @throws Conflict `processing-restricted` */
export async function removeFile(desk: Desk, call: Call, documentId: string, fileId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const found = await lockDocument(trx, call, documentId);
    if (!found) throw new NotFound();
    if (!mayKeep(call.actor, found.document.ownerOrg)) throw new Forbidden('document-not-yours');
    if (endedStates.includes(found.document.state)) throw new Conflict('document-ended');
    // It may be the very evidence the restriction keeps (GDPR art. 18(1)(b)-(c)).
    await refuseRestricted(trx, found.matter.id);
    if (!(await deleteFile(trx, documentId, fileId))) throw new NotFound();
    await releaseFiles(trx, [fileId]);
    await traceDocument(trx, call, found.matter, found.document, 'document.file-removed', { subjects: [fileId] });
  });
}

export async function openFile(desk: Desk, files: FileDriver, call: Call, documentId: string, fileId: string) {
  const file = await readDocumentFile(desk.db, call, documentId, fileId);
  if (!file) throw new NotFound();
  return { file, body: await readFile(files, file) };
}

async function lockToAdd(trx: Trx, call: Call, documentId: string) {
  const found = await lockDocument(trx, call, documentId);
  if (!found) throw new NotFound();
  const sides = sidesOf(call.actor, found.document);
  if (!sides.includes('keeper') && !sides.includes('authority')) throw new Forbidden('document-not-yours');
  if (endedStates.includes(found.document.state)) throw new Conflict('document-ended');
  const { position, count } = await nextPosition(trx, documentId);
  if (count >= MOST_FILES) throw new Conflict('document-files-full', { most: MOST_FILES });
  return { ...found, position };
}

/** The sender's own file name is not kept: it may name an authority. */
async function take(files: FileDriver, { path, statedType, size }: Upload): Promise<ReceivedFile> {
  if (size === 0) throw new Invalid('file-missing', { fields: ['file'] });
  const said = { name: '', declaredType: statedType };
  const type = await sniffType(path, said);
  return receiveFile(files, isPicture(type) ? await redraw(path, type) : createReadStream(path), said, DOCUMENT_FILES);
}
