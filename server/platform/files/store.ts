import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Trx } from '../db/transaction.ts';
import { Conflict } from '../errors.ts';
import type { Draft, FileDriver } from './driver.ts';
import { type FileLimits, OPAQUE } from './kinds.ts';
import { safeName } from './name.ts';
import { FileTooLarge, FileTypeRefused } from './refusals.ts';
import { sniffType } from './sniff.ts';

export type FileSource = Readable | AsyncIterable<Uint8Array> | Uint8Array;
/** What the sender says of the file: believed in nothing that matters. */
export type Said = { name: string; declaredType: string };
export type ReceivedFile = { storedAs: string; size: number; sha256: string; type: string; name: string };
export type StoredFile = { id: string; size: number; sha256: string; type: string; name: string };

/**
 * Takes a file in and makes it durable, without a transaction: an upload may take minutes. Until `recordFile` it is an orphan that the
 * sweep removes after a day. Size in bytes is checked while it comes, so at most one chunk over the limit is ever read.
 * Throws FileTooLarge (413), FileTypeRefused (415), Unavailable when the disk is full.
 */
export async function receiveFile(driver: FileDriver, source: FileSource, said: Said, limits: FileLimits): Promise<ReceivedFile> {
  const draft = await driver.begin();
  try {
    const { size, sha256 } = await writeTo(draft, source, limits.maxBytes);
    const type = acceptedType(await sniffType(draft.path, said), limits);
    return { storedAs: await draft.keep(), size, sha256, type, name: safeName(said.name, type) };
  } finally {
    await draft.discard();
  }
}

/**
 * Writes the row of a received file. 'claimed' when the same transaction refers to it; 'waiting' when a later one will (an upload to a
 * form not yet sent): what nobody has claimed within a day is removed.
 */
export async function recordFile(
  trx: Trx,
  { storedAs, size, sha256, type, name }: ReceivedFile,
  state: 'claimed' | 'waiting',
): Promise<StoredFile> {
  const { id } = await trx
    .insertInto('file')
    .values({ stored_as: storedAs, size, sha256, type, claimed: state === 'claimed' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, size, sha256, type, name };
}

/**
 * Receives and records in one go, for what is at hand already (an attachment of a mail, a file we made) and is referred to in this
 * same transaction. For uploads use the two parts: no transaction waits for somebody's network.
 */
export async function storeFile(
  trx: Trx,
  driver: FileDriver,
  source: FileSource,
  { limits, ...said }: Said & { limits: FileLimits },
): Promise<StoredFile> {
  return recordFile(trx, await receiveFile(driver, source, said, limits), 'claimed');
}

/** Makes waiting files the caller's own, once. Throws Conflict when one is gone or another has taken it. */
export async function claimFiles(trx: Trx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const claimed = await trx
    .updateTable('file')
    .set({ claimed: true })
    .where('id', 'in', ids)
    .where('claimed', '=', false)
    .returning('id')
    .execute();
  if (claimed.length < new Set(ids).size) throw new Conflict('file-gone');
}

/** Lets files go whose last reference this transaction removes; the next sweep deletes them. */
export async function releaseFiles(trx: Trx, ids: string[]): Promise<void> {
  if (ids.length > 0) await trx.updateTable('file').set({ claimed: false }).where('id', 'in', ids).execute();
}

/** The file's bytes, opened: rejects before an answer has begun when they are missing. */
export function readFile(driver: FileDriver, row: { stored_as: string }): Promise<Readable> {
  return driver.open(row.stored_as);
}

async function writeTo(draft: Draft, source: FileSource, maxBytes: number): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    size += bytes.byteLength;
    if (size > maxBytes) throw new FileTooLarge(maxBytes);
    hash.update(bytes);
    await draft.write(bytes);
  }
  // Set by @fastify/multipart when its own limit has cut the stream short.
  if ('truncated' in source && source.truncated) throw new FileTooLarge(maxBytes);
  return { size, sha256: hash.digest('hex') };
}

function acceptedType(type: string, limits: FileLimits): string {
  if (limits.types.has(type)) return type;
  if (limits.others === 'refuse') throw new FileTypeRefused();
  return OPAQUE;
}
