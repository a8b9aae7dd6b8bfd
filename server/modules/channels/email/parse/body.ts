import { decodeCharset } from './charset.ts';
import { unflow } from './flowed.ts';
import { sanitiseHtml, textAsHtml } from './html.ts';
import { htmlToText, type LineMark } from './html-text.ts';
import { limits } from './limits.ts';
import type { Part } from './parts.ts';

/** One stretch of the body, in the forms the sender gave it in. */
export type Block = { plain: string | null; html: string | null };

export type Body = { text: string; html: string | null; marks: LineMark[]; cut: boolean };

/** The parts that are the message itself, in order; what is left over is attachments. */
export function bodyBlocks(root: Part): { blocks: Block[]; used: Set<Part> } {
  const used = new Set<Part>();
  return { blocks: blocksOf(root, true, used), used };
}

/** Plain text and HTML of the whole message. Where there is only HTML the text comes from it. */
export function joinBlocks(blocks: Block[]): Body {
  const lines: string[] = [];
  const marks: LineMark[] = [];
  let room = limits.text;
  let htmlRoom = limits.html;
  for (const block of blocks) {
    const part = textLines(block, htmlRoom);
    if (part.fromHtml) htmlRoom -= block.html?.length ?? 0;
    if (part.lines.length === 0) continue;
    if (lines.length > 0) push('', '');
    for (const [at, line] of part.lines.entries()) push(line, part.marks[at] ?? '');
  }
  const html = joinHtml(blocks);
  return {
    text: lines.join('\n'),
    marks,
    html: html && sanitiseHtml(html),
    cut: room < 0 || htmlRoom < 0 || (html?.length ?? 0) > limits.html,
  };

  // NFC, as everything typed here; in HTML it could eat the sign that ends a tag.
  function push(written: string, mark: LineMark): void {
    const line = written.normalize();
    if (room > 0) lines.push(line.slice(0, room));
    if (room > 0) marks.push(mark);
    room -= line.length + 1;
  }
}

export function partText(part: Part): string {
  const declared = part.params.charset ?? (part.type === 'text/html' ? metaCharset(part.content) : null);
  return normalised(decodeCharset(part.content, declared));
}

function blocksOf(part: Part, isFirst: boolean, used: Set<Part>): Block[] {
  if (part.children.length === 0) return leafBlock(part, isFirst, used);
  if (part.type === 'multipart/alternative') return alternativeBlock(part, isFirst, used);
  return part.children.flatMap((child, at) => blocksOf(child, isFirst && at === 0, used));
}

// A file has a name; only the first part is the message whatever it calls itself.
function leafBlock(part: Part, isFirst: boolean, used: Set<Part>): Block[] {
  if (part.type !== 'text/plain' && part.type !== 'text/html' && part.type !== 'text/enriched') return [];
  if (part.disposition === 'attachment' && (part.fileName || !isFirst)) return [];
  if (part.fileName && !isFirst) return [];
  used.add(part);
  const text = partText(part);
  if (part.type === 'text/html') return [{ plain: null, html: text }];
  return [
    {
      plain: part.params.format?.toLowerCase() === 'flowed' ? unflow(text, part.params.delsp?.toLowerCase() === 'yes') : text,
      html: null,
    },
  ];
}

function alternativeBlock(part: Part, isFirst: boolean, used: Set<Part>): Block[] {
  const choices = part.children.map((child) => blocksOf(child, isFirst, used));
  const plain = choices.find((blocks) => blocks.some((block) => block.plain !== null && block.plain.trim() !== ''));
  const html = choices.findLast((blocks) => blocks.some((block) => block.html !== null));
  if (!plain && !html) return [];
  const words = plain?.map((block) => block.plain ?? '').join('\n') ?? null;
  return [{ plain: words, html: html?.map(blockHtml).join('\n') ?? null }];
}

function textLines({ plain, html }: Block, htmlRoom: number): { lines: string[]; marks: LineMark[]; fromHtml: boolean } {
  if (plain !== null && plain.trim() !== '') return { lines: trimmedLines(plain.slice(0, limits.text + 1)), marks: [], fromHtml: false };
  return html === null || htmlRoom <= 0
    ? { lines: [], marks: [], fromHtml: html !== null }
    : { ...htmlToText(html.slice(0, htmlRoom)), fromHtml: true };
}

function trimmedLines(text: string): string[] {
  const lines = text.split('\n');
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.trim() === '') start++;
  while (end > start && lines[end - 1]?.trim() === '') end--;
  return lines.slice(start, end);
}

function joinHtml(blocks: Block[]): string | null {
  if (!blocks.some(({ html }) => html !== null)) return null;
  return blocks.map(blockHtml).join('\n');
}

function blockHtml({ plain, html }: Block): string {
  return html ?? textAsHtml(plain ?? '');
}

/** Text as a database and a browser take it: one kind of line end, no zero, no half characters. */
export function normalised(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed();
}

function metaCharset(content: Buffer): string | null {
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i.exec(content.toString('latin1', 0, 4_000))?.[1] ?? null;
}
