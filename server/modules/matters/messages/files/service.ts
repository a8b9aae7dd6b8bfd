import { createReadStream } from 'node:fs';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { FileDriver } from '../../../../platform/files/driver.ts';
import { type FileLimits, STAFF_FILES } from '../../../../platform/files/kinds.ts';
import { claimFiles, readFile, receiveFile, recordFile, releaseFiles } from '../../../../platform/files/store.ts';
import type { Upload } from '../../../../platform/http/uploads.ts';
import { record } from '../../../audit/service.ts';
import type { Call, Desk, LockedMatter } from '../../types.ts';
import type { AttachedFile } from '../schema.ts';
import { asDocument, type InlineImage, inlineTypes } from './html.ts';
import {
  attachable,
  detachFiles,
  filesOfMessage,
  insertMessageFiles,
  insertUpload,
  readHtml,
  readMessageFile,
  type StoredAttachment,
} from './queries.ts';

export const UPLOAD_LIMITS: FileLimits = STAFF_FILES;

/** Takes in a file that its adder alone may send; it is removed after a day if they do not. */
export async function addUpload(desk: Desk, files: FileDriver, call: Call, upload: Upload): Promise<AttachedFile> {
  const received = await receiveFile(
    files,
    createReadStream(upload.path),
    { name: upload.name, declaredType: upload.statedType },
    UPLOAD_LIMITS,
  );
  return inTransaction(desk.db, async (trx) => {
    const { id, name, size, type } = await recordFile(trx, received, 'waiting');
    await insertUpload(trx, id, call.actor.personId, name);
    const { personId, grants } = call.actor;
    const organisationIds = [...new Set(grants.map((grant) => grant.organisationId))];
    await record(trx, {
      actorKind: 'staff',
      personId,
      organisationIds,
      requestId: call.requestId,
      action: 'file.added',
      purpose: 'advice',
      subjects: [id],
    });
    return { id, name, size, type };
  });
}

export type ReadyFile = { fileId: string; name: string };

/**
 * The caller's own uploads and files the matter already has, claimed for a message, in the order given.
 * @throws NotFound when any of them is neither; Conflict `file-gone` when an upload was swept or sent a moment ago
 */
export async function takeFiles(trx: Trx, call: Call, matter: LockedMatter, fileIds: string[]): Promise<ReadyFile[]> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  const found = await attachable(trx, matter, call.actor.personId, wanted);
  if (found.length < wanted.length) throw new NotFound('file-not-found');
  await claimFiles(
    trx,
    found.filter((file) => file.waiting).map((file) => file.fileId),
  );
  return wanted.map((id) => found.find((file) => file.fileId === id) as ReadyFile);
}

export { insertMessageFiles as attachFiles };

/** After an undo the adder may send them again with the corrected message. */
export async function letFilesGo(trx: Trx, messageId: string): Promise<void> {
  await releaseFiles(trx, await detachFiles(trx, messageId));
}

export async function openMessageFile(desk: Desk, files: FileDriver, call: Call, messageId: string, fileId: string) {
  const file = await readMessageFile(desk.db, call, messageId, fileId);
  if (!file) throw new NotFound();
  return { file, body: await readFile(files, file) };
}

/** A mail's own look, as a document that can neither run nor load anything; its inline images are inside it. */
export async function messageAsDocument(desk: Desk, files: FileDriver, call: Call, messageId: string): Promise<string> {
  const html = await readHtml(desk.db, call, messageId);
  if (html === undefined) throw new NotFound();
  return asDocument(html, await inlineImages(files, await filesOfMessage(desk.db, messageId)));
}

/** Bytes of all images shown inside one mail; the rest can be opened as files. */
const INLINE_BYTES = 8 * 1024 * 1024;

async function inlineImages(driver: FileDriver, attachments: StoredAttachment[]): Promise<InlineImage[]> {
  const images: InlineImage[] = [];
  let left = INLINE_BYTES;
  for (const file of attachments) {
    if (!file.content_id || !inlineTypes.has(file.type) || file.size > left) continue;
    left -= file.size;
    images.push({ contentId: file.content_id, type: file.type, bytes: await bytesOf(driver, file) });
  }
  return images;
}

async function bytesOf(driver: FileDriver, file: StoredAttachment): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await readFile(driver, file)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
