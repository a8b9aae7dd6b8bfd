import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { OPAQUE } from './kinds.ts';

const HEAD_BYTES = 64 * 1024;
/** As far as browsers that guess would look for a page, with room. */
const MARKUP_WITHIN = 2048;
const MAIL_FIELDS = /^(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|reply-to|sender):/im;

/** Kinds that are plain text themselves: only these does text keep when it begins like one. "BMW" is no bitmap. */
const WRITTEN_IN_TEXT = new Set([
  'application/pdf',
  'application/rtf',
  'application/xml',
  'application/postscript',
  'application/eps',
  'text/calendar',
  'text/vcard',
]);
const SAME_AS: Record<string, string> = { 'image/heif': 'image/heic', 'image/apng': 'image/png' };

/**
 * What a file is by its bytes. Name and declared type only choose among kinds of text (mail, table, plain), which cannot be told apart
 * otherwise. Archives are looked at, never unpacked. Markup, scripts and what is not known are `application/octet-stream`.
 */
export async function sniffType(path: string, said: { name: string; declaredType: string }): Promise<string> {
  const head = await readHead(path);
  // What the detector gives up on is a kind not known; a file that cannot be read has already failed above.
  const detected = (await fileTypeFromFile(path).catch(() => undefined))?.mime.split(';')[0];
  const text = textOf(head);
  if (isPdf(head)) return 'application/pdf';
  if (text !== undefined && !(detected && WRITTEN_IN_TEXT.has(detected))) return kindOfText(text, said);
  return (detected && (SAME_AS[detected] ?? detected)) ?? OPAQUE;
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The text, read as UTF-16 with its mark, else as single bytes (enough to look at markup), or undefined when it holds what no text does. */
function textOf(head: Buffer): string | undefined {
  if (head.length === 0) return undefined;
  const text = utf16Of(head) ?? head.toString('latin1').replace(/^ï»¿/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells bytes from text; tab, line ends, form feed and escape are text.
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text) ? undefined : text;
}

function utf16Of(head: Buffer): string | undefined {
  const even = head.subarray(0, head.length - (head.length % 2));
  if (head[0] === 0xff && head[1] === 0xfe) return even.toString('utf16le').slice(1);
  if (head[0] === 0xfe && head[1] === 0xff) return Buffer.from(even).swap16().toString('utf16le').slice(1);
  return undefined;
}

/** Readers accept a little white space before the header, and so some scanners write it. */
function isPdf(head: Buffer): boolean {
  return /^\s{0,64}%PDF-\d/.test(head.subarray(0, 80).toString('latin1').replace(/^ï»¿/, ''));
}

function kindOfText(text: string, { name, declaredType }: { name: string; declaredType: string }): string {
  const ending = name
    .slice(name.lastIndexOf('.') + 1)
    .trim()
    .toLowerCase();
  const declared = declaredType.split(';')[0]?.trim().toLowerCase();
  // A mail may quote a page; it is served as a mail and nothing else.
  if ((ending === 'eml' || declared === 'message/rfc822') && isMail(text)) return 'message/rfc822';
  if (isMarkup(text) || isScript(text)) return OPAQUE;
  return ending === 'csv' || declared === 'text/csv' ? 'text/csv' : 'text/plain';
}

function isMail(text: string): boolean {
  return /^(from |[!-9;-~]{1,76}:)/i.test(text) && MAIL_FIELDS.test(text.slice(0, MARKUP_WITHIN * 8));
}

function isMarkup(text: string): boolean {
  return (
    /^\s*<[a-z!?/]/i.test(text) ||
    /<(!doctype|html|head|body|script|svg|iframe|style|title|object|embed)[\s>/]/i.test(text.slice(0, MARKUP_WITHIN))
  );
}

function isScript(text: string): boolean {
  return /^\s*(#!|@echo\b|<\?|%!)/i.test(text);
}
