import { type Body, bodyBlocks, joinBlocks, normalised, partText } from './body.ts';
import { classify } from './classify.ts';
import { readMailFields } from './fields.ts';
import { readFiles } from './files.ts';
import { foldHistory } from './fold.ts';
import type { HeaderField } from './header-block.ts';
import { limits } from './limits.ts';
import { type Part, readParts } from './parts.ts';
import type { TnefMail } from './tnef.ts';
import { MalformedMail, type ReadMail } from './types.ts';

const mailFields = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'received',
  'return-path',
  'mime-version',
  'content-type',
  'sender',
  'reply-to',
  'delivered-to',
]);

/**
 * Reads a raw mail (RFC 5322, MIME) as far as it can be read: wrong charsets, broken containers and missing fields
 * are lived with, and costs are bounded by `limits`.
 * @throws MalformedMail when the bytes are no mail or too many
 */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  if (raw.length === 0) throw new MalformedMail('empty');
  if (raw.length > limits.mail) throw new MalformedMail('too large');
  const { root, cut } = await readParts(withLineFeeds(raw));
  if (!looksLikeMail(root.fields)) throw new MalformedMail('no mail headers');
  const fields = await readMailFields(root.fields);
  const parts = flatten(root);
  const { blocks, used } = bodyBlocks(root);
  const { files, tnef } = await readFiles(parts, used);
  const body = withTnefBody(joinBlocks(blocks), tnef);
  const folded = foldHistory(body.text, {
    subject: fields.subject,
    isReply: fields.inReplyTo !== null || fields.references.length > 0,
    marks: body.marks,
  });
  const report = reportText(parts);
  return {
    ...fields,
    text: [body.text, report].filter((text) => text !== '').join('\n\n'),
    newText: folded.newText,
    quotedText: folded.quotedText,
    html: body.html,
    attachments: files,
    ...classify({ fields: root.fields, parts, from: fields.from, subject: fields.subject, text: body.text }),
    cut: cut || body.cut,
  };
}

// Mail saved on an old Mac has carriage returns alone.
function withLineFeeds(raw: Buffer): Buffer {
  if (raw.includes(0x0a) || !raw.includes(0x0d)) return raw;
  return Buffer.from(raw.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}

function looksLikeMail(fields: HeaderField[]): boolean {
  return fields.some(({ name }) => mailFields.has(name));
}

function flatten(root: Part): Part[] {
  return [root, ...root.children.flatMap(flatten)];
}

// Outlook may put the words themselves into winmail.dat and send nothing else.
function withTnefBody(body: Body, tnef: TnefMail | null): Body {
  if (!tnef || body.text !== '' || (!tnef.text && !tnef.html)) return body;
  return joinBlocks([{ plain: tnef.text && normalised(tnef.text), html: tnef.html && normalised(tnef.html) }]);
}

// The machine's part of a report is text for whoever looks into it, never something a person wrote.
function reportText(parts: Part[]): string {
  const report = parts.find(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status');
  return report ? partText(report).trim().slice(0, limits.text) : '';
}
