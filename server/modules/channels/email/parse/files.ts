import { createHash } from 'node:crypto';
import { readMailFields } from './fields.ts';
import { messageFileName, safeFileName } from './file-name.ts';
import { readHeaderBlock } from './header-block.ts';
import type { Part } from './parts.ts';
import { readTnef, type TnefMail } from './tnef.ts';
import type { MailAttachment } from './types.ts';

const reports = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
]);

/** Everything that came along with the message: files, inline images, messages, and what a winmail.dat holds. */
export async function readFiles(parts: Part[], used: Set<Part>): Promise<{ files: MailAttachment[]; tnef: TnefMail | null }> {
  const files: MailAttachment[] = [];
  let tnef: TnefMail | null = null;
  for (const part of parts) {
    if (part.children.length > 0 || used.has(part) || reports.has(part.type) || isNothing(part)) continue;
    const packed = isTnef(part) ? readTnef(part.content) : null;
    if (packed) {
      tnef ??= packed;
      for (const { name, type, contentId, content } of packed.files)
        files.push(attachment(safeFileName(name, type, files.length + 1), type, content, false, contentId));
    }
    if (!packed?.whole) {
      const name = await nameOf(part, files.length + 1);
      files.push(attachment(name, part.type, part.content, isInline(part), part.contentId));
    }
  }
  return { files, tnef };
}

function attachment(name: string, type: string, content: Buffer, inline: boolean, contentId: string | null): MailAttachment {
  return { name, type, size: content.length, sha256: createHash('sha256').update(content).digest('hex'), content, inline, contentId };
}

async function nameOf(part: Part, order: number): Promise<string> {
  if (part.fileName || part.type !== 'message/rfc822') return safeFileName(part.fileName, part.type, order);
  const { fields } = readHeaderBlock(part.content, 0, part.content.length);
  const { subject } = await readMailFields(fields.filter(({ name }) => name === 'subject'));
  return messageFileName(subject, order);
}

function isTnef(part: Part): boolean {
  return part.type === 'application/ms-tnef' || part.type === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(part.fileName ?? '');
}

function isInline(part: Part): boolean {
  return part.disposition !== 'attachment' && (part.disposition === 'inline' || part.contentId !== null) && part.type.startsWith('image/');
}

// An empty container or an empty unnamed text is the shape of a mail, not a file.
function isNothing(part: Part): boolean {
  return part.content.length === 0 && !part.fileName && part.disposition !== 'attachment';
}
