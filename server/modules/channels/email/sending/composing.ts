import type { SendMailOptions } from 'nodemailer';
import type { FileDriver } from '../../../../platform/files/driver.ts';
import { readFile } from '../../../../platform/files/store.ts';
import { html, toMarkup } from '../../../../platform/http/html.ts';
import { nameIn } from '../../../directory/service.ts';
import type { Letter } from './types.ts';

/** The letter as nodemailer takes it. Nothing of it can begin a header: each value is one line, and addresses are checked before. */
export async function mailOptions(letter: Letter, files: FileDriver): Promise<SendMailOptions> {
  const { mailbox, automatic } = letter;
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
    html: asHtml(letter.text, letter.language),
    headers: automatic ? automaticHeaders(automatic) : {},
    attachments: await Promise.all(
      letter.files.map(async (file) => ({
        filename: file.name,
        contentType: file.type,
        contentDisposition: 'attachment' as const,
        content: await readFile(files, file),
      })),
    ),
    ...(letter.calendar ? { icalEvent: { ...letter.calendar, filename: 'aika.ics' } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 3834; the others are what older and Microsoft's programmes heed. */
function automaticHeaders(kind: 'auto-replied' | 'auto-generated'): Record<string, string> {
  return {
    'Auto-Submitted': kind,
    'X-Auto-Response-Suppress': 'All',
    ...(kind === 'auto-replied' ? { Precedence: 'auto_reply' } : {}),
  };
}

/** The same words for programmes that show HTML: paragraphs and lines, nothing loaded from anywhere. */
function asHtml(text: string, language: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => html`<p>${paragraph.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>\n`);
  return toMarkup(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"></head><body>
${paragraphs}</body></html>`);
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
