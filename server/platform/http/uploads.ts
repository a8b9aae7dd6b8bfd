import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { SavedMultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { TooMany } from './refusals.ts';

export interface UploadLimits {
  maxFiles: number;
  /** Bytes of one file. */
  maxBytes: number;
  /**
   * Too large files reach the handler cut short and marked, and up to twice as many as allowed, so that a form can be shown again with
   * everything that was typed. Not said: refused as 413.
   */
  excess?: 'tell';
}

/** A file of a form, on disk only until the answer has left. Its name and type are the sender's claims, not facts. */
export interface Upload {
  field: string;
  name: string;
  statedType: string;
  path: string;
  /** Bytes. */
  size: number;
  /** Larger than allowed: only its beginning is here. */
  cut: boolean;
}

export interface MultipartForm {
  fields: Record<string, unknown>;
  uploads: Upload[];
}

/** Text of one form in memory: no form of ours has as many fields, and the longest field takes 20,000 letters of any script. */
const FIELDS = { fields: 60, fieldSize: 200_000 };
/** Forms of one caller, or of one address, read at once: a service point's computers together have fewer, and each may hold much. */
const AT_ONCE = 12;
const reading = new Map<string, number>();

/**
 * Fields and files of a multipart form. Refused as 413 by number or size, as 429 when too many are being read; a repeated field becomes a
 * list.
 */
export async function readMultipart(request: FastifyRequest, limits: UploadLimits): Promise<MultipartForm> {
  const key = request.limitKey;
  const others = reading.get(key) ?? 0;
  if (others >= AT_ONCE) throw new TooMany(5);
  reading.set(key, others + 1);
  try {
    return await readParts(request, limits);
  } finally {
    const left = (reading.get(key) ?? 1) - 1;
    if (left > 0) reading.set(key, left);
    else reading.delete(key);
  }
}

async function readParts(request: FastifyRequest, limits: UploadLimits): Promise<MultipartForm> {
  const fields: Record<string, unknown> = {};
  const files = limits.excess === 'tell' ? limits.maxFiles * 2 : limits.maxFiles;
  const options = {
    limits: { files, fileSize: limits.maxBytes, ...FIELDS, parts: FIELDS.fields + files },
    // Taken by the library but missing from its types here.
    throwFileSizeLimit: limits.excess !== 'tell',
  };
  const saved = await request.saveRequestFiles(options);
  for (const part of Object.values(saved.values as Record<string, unknown>).flat()) addField(fields, part);
  // A file input left empty arrives as a nameless, empty file.
  const chosen = saved.files.filter((file) => file.filename !== '');
  return { fields, uploads: await Promise.all(chosen.map(toUpload)) };
}

/** A digest over the files' bytes, so that the same idempotency key cannot carry other files. */
export async function digestUploads(uploads: Upload[]): Promise<string> {
  const hash = createHash('sha256');
  for (const upload of uploads) {
    hash.update(`${upload.field}\0${upload.name}\0${upload.size}\0`);
    for await (const chunk of createReadStream(upload.path)) hash.update(chunk);
  }
  return hash.digest('hex');
}

interface FieldPart {
  type: 'field';
  fieldname: string;
  value: unknown;
}

function addField(fields: Record<string, unknown>, part: unknown): void {
  if (typeof part !== 'object' || part === null || (part as { type?: string }).type !== 'field') return;
  const { fieldname, value } = part as FieldPart;
  const before = fields[fieldname];
  fields[fieldname] = before === undefined ? value : [before, value].flat();
}

async function toUpload(saved: SavedMultipartFile): Promise<Upload> {
  const { size } = await stat(saved.filepath);
  const { fieldname: field, filename: name, mimetype: statedType, filepath: path } = saved;
  return { field, name, statedType, path, size, cut: saved.file.truncated };
}
