import { createReadStream } from 'node:fs';
import type { Upload } from '../http/uploads.ts';
import type { FileDriver } from './driver.ts';
import type { FileLimits } from './kinds.ts';
import { FileTooLarge, FileTypeRefused } from './refusals.ts';
import { type ReceivedFile, receiveFile } from './store.ts';

export type RefusedUpload = { name: string; why: 'too-many' | 'too-large' | 'empty' | 'kind' };
export type ReceivedUploads = { received: ReceivedFile[]; refused: [] } | { received: []; refused: RefusedUpload[] };

/**
 * Takes in the files of a form (see `UploadLimits.excess`), all of them or none: a form is shown again when one is refused, and then its
 * files are chosen anew. What was kept of the others is an orphan that the sweep removes.
 */
export async function receiveUploads(
  driver: FileDriver,
  uploads: Upload[],
  limits: FileLimits & { maxFiles: number },
): Promise<ReceivedUploads> {
  const refused: RefusedUpload[] = uploads.flatMap((upload, index) => faultOf(upload, index, limits.maxFiles));
  if (refused.length > 0) return { received: [], refused };
  const received: ReceivedFile[] = [];
  for (const upload of uploads) {
    const file = await receiveOne(driver, upload, limits);
    if ('why' in file) refused.push(file);
    else received.push(file);
  }
  return refused.length > 0 ? { received: [], refused } : { received, refused: [] };
}

function faultOf({ name, size, cut }: Upload, index: number, maxFiles: number): RefusedUpload[] {
  if (index >= maxFiles) return [{ name, why: 'too-many' }];
  if (cut) return [{ name, why: 'too-large' }];
  return size === 0 ? [{ name, why: 'empty' }] : [];
}

async function receiveOne(
  driver: FileDriver,
  { name, path, statedType }: Upload,
  limits: FileLimits,
): Promise<ReceivedFile | RefusedUpload> {
  try {
    return await receiveFile(driver, createReadStream(path), { name, declaredType: statedType }, limits);
  } catch (error) {
    if (error instanceof FileTypeRefused) return { name, why: 'kind' };
    if (error instanceof FileTooLarge) return { name, why: 'too-large' };
    throw error;
  }
}
