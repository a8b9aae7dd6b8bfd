import { randomUUID } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { FileDriver } from '../../../../platform/files/driver.ts';
import { readFile } from '../../../../platform/files/store.ts';
import { html, toMarkup } from '../../../../platform/http/html.ts';
import { nameIn } from '../../../directory/service.ts';
import type { LetterPicture } from '../../../matters/own/contact/types.ts';
import type { Letter, MailFile } from './types.ts';

/** The letter as nodemailer takes it. Nothing of it can begin a header: each value is one line, and addresses are checked before. */
export async function mailOptions(letter: Letter, files: FileDriver): Promise<SendMailOptions> {
  const { mailbox, automatic, picture } = letter;
  // So short that its header is one line: not every programme joins a name that begins on the next.
  const shown = picture && { ...picture, cid: `${randomUUID()}@polku` };
  const name = oneLine(nameIn(mailbox.displayName, letter.language));
  return {
    from: { name, address: mailbox.address },
    replyTo: { name, address: letter.replyTo },
    to: { name: '', address: letter.recipient },
    envelope: { from: mailbox.address, to: [letter.recipient] },
    messageId: `<${letter.messageId}>`,
    ...(letter.inReplyTo ? { inReplyTo: `<${letter.inReplyTo}>` } : {}),
    ...(letter.references.length > 0 ? { references: letter.references.map((id) => `<${id}>`) } : {}),
    subject: oneLine(letter.subject),
    text: letter.text,
    html: asHtml(letter.text, letter.language, shown),
    headers: automatic ? automaticHeaders(automatic) : {},
    attachments: [...(shown ? [attached(shown)] : []), ...(await Promise.all(letter.files.map((file) => read(files, file))))],
    ...(letter.calendar ? { icalEvent: { ...letter.calendar, filename: 'aika.ics' } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const read = async (files: FileDriver, file: MailFile) => ({
  filename: file.name,
  contentType: file.type,
  contentDisposition: 'attachment' as const,
  content: await readFile(files, file),
});

type Shown = LetterPicture & { cid: string };

/** A part of the HTML (RFC 2387): no programme lists it among the files. */
const attached = ({ name, png, cid }: Shown) => ({
  filename: name,
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  cid,
  content: png,
});

/** RFC 3834; the others are what older and Microsoft's programmes heed. */
function automaticHeaders(kind: 'auto-replied' | 'auto-generated'): Record<string, string> {
  return {
    'Auto-Submitted': kind,
    'X-Auto-Response-Suppress': 'All',
    ...(kind === 'auto-replied' ? { Precedence: 'auto_reply' } : {}),
  };
}

/** The same words for programmes that show HTML: paragraphs and lines, nothing loaded from anywhere; the picture comes with the letter. */
function asHtml(text: string, language: string, picture: Shown | undefined): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => html`<p>${paragraph.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>\n`);
  return toMarkup(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"></head><body>
${paragraphs}${picture && html`<p><img src="cid:${picture.cid}" alt="${picture.words}"></p>\n`}</body></html>`);
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
