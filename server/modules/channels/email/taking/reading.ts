import type { FileDriver } from '../../../../platform/files/driver.ts';
import { MAIL_FILES } from '../../../../platform/files/kinds.ts';
import { type ReceivedFile, receiveFile } from '../../../../platform/files/store.ts';
import { allValues, readHeaderBlock } from '../parse/header-block.ts';
import { limits } from '../parse/limits.ts';
import { readMail } from '../parse/read.ts';
import type { ReadMail } from '../parse/types.ts';
import type { ReadyMail } from './types.ts';

/** Reads a raw mail and puts a person's attachments on disk, before any transaction. @throws MalformedMail */
export async function readWhole(files: FileDriver, raw: Buffer): Promise<ReadyMail> {
  const mail = await readMail(raw);
  const stored = [];
  for (const { name, type, content, contentId } of mail.kind === 'message' ? mail.attachments : []) {
    stored.push({ file: await receiveFile(files, content, { name, declaredType: type }, MAIL_FILES), contentId });
  }
  return { ...mail, stored, cameTo: cameTo(mail, raw) };
}

export function receiveRaw(files: FileDriver, raw: Buffer): Promise<ReceivedFile> {
  return receiveFile(files, raw, { name: 'mail.eml', declaredType: 'message/rfc822' }, { ...MAIL_FILES, maxBytes: limits.mail });
}

function cameTo({ to, cc }: ReadMail, raw: Buffer): string[] {
  const { fields } = readHeaderBlock(raw, 0, raw.length);
  const written = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => allValues(fields, name)).slice(0, 20);
  return [...to, ...cc].map(({ address }) => address).concat(written.map((value) => value.replace(/[<>\s]/g, '')));
}
