import { readStructured, type Structured } from './fields.ts';
import { firstValue, type HeaderField, lineEnd, readHeaderBlock, trimBreak } from './header-block.ts';
import { limits } from './limits.ts';
import { decodeTransfer } from './transfer.ts';

export type Part = {
  fields: HeaderField[];
  /** Lower case, such as text/plain; the default of its container when the part declares none. */
  type: string;
  declared: boolean;
  params: Record<string, string>;
  disposition: string | null;
  fileName: string | null;
  contentId: string | null;
  /** Empty for a leaf. */
  children: Part[];
  /** Content of a leaf with its transfer encoding undone. */
  content: Buffer;
};

// Bytes of a container looked through for a boundary it did not declare.
const guessWithin = 16 * 1024;

type Budget = { parts: number; cut: boolean };

/**
 * The tree of MIME parts. mailparser's own splitter is not used here: it loses the files that follow
 * an unclosed inner container and gives up on a mail of many parts; this one splits outermost first,
 * so a broken inner part costs only itself.
 */
export async function readParts(raw: Buffer): Promise<{ root: Part; cut: boolean }> {
  const budget = { parts: limits.parts, cut: false };
  const root = await readPart(raw, startOfMail(raw), raw.length, 'text/plain', 0, budget);
  return { root, cut: budget.cut };
}

function startOfMail(raw: Buffer): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (at < raw.length && (raw[at] === 0x0a || raw[at] === 0x0d)) at++;
  return at;
}

async function readPart(raw: Buffer, start: number, end: number, fallback: string, depth: number, budget: Budget): Promise<Part> {
  budget.parts--;
  const { fields, bodyStart, cut } = readHeaderBlock(raw, start, end);
  budget.cut ||= cut;
  const { type: contentType, disposition } = await readStructured(fields);
  const type = mediaType(contentType, fallback, disposition);
  const part: Part = {
    fields,
    type,
    declared: contentType !== null,
    params: contentType?.params ?? {},
    disposition: disposition?.value || null,
    fileName: disposition?.params.filename || contentType?.params.name || locatedName(fields),
    contentId: firstValue(fields, 'content-id')?.replace(/[<>\s\p{Cc}]/gu, '') || null,
    children: [],
    content: Buffer.alloc(0),
  };
  const ranges = type.startsWith('multipart/') ? childRanges(raw, bodyStart, end, part.params.boundary) : [];
  if (ranges.length === 0) return { ...part, type: leafType(type), content: leafContent(raw, bodyStart, end, fields) };
  if (depth >= limits.depth) budget.cut = true;
  else part.children = await readChildren(raw, ranges, type, depth, budget);
  return part;
}

async function readChildren(raw: Buffer, ranges: [number, number][], type: string, depth: number, budget: Budget): Promise<Part[]> {
  const children: Part[] = [];
  for (const [start, end] of ranges) {
    if (budget.parts <= 0) {
      budget.cut = true;
      break;
    }
    children.push(await readPart(raw, start, end, type === 'multipart/digest' ? 'message/rfc822' : 'text/plain', depth + 1, budget));
  }
  return children;
}

function childRanges(raw: Buffer, start: number, end: number, declared: string | undefined): [number, number][] {
  const ranges = declared ? rangesBetween(raw, start, end, declared.trimEnd()) : [];
  if (ranges.length > 0) return ranges;
  const guessed = guessBoundary(raw, start, end);
  return guessed ? rangesBetween(raw, start, end, guessed) : [];
}

// The boundary line owns the line break before it (RFC 2046 section 5.1.1).
function rangesBetween(raw: Buffer, start: number, end: number, boundary: string): [number, number][] {
  const delimiter = Buffer.from(`--${boundary}`);
  const ranges: [number, number][] = [];
  let open = -1;
  for (let at = raw.indexOf(delimiter, start); at >= 0 && at < end; at = raw.indexOf(delimiter, at + delimiter.length)) {
    if (at > start && raw[at - 1] !== 0x0a) continue;
    const next = lineEnd(raw, at, end);
    const kind = delimiterKind(raw.toString('latin1', at + delimiter.length, Math.min(next, at + delimiter.length + 200)));
    if (kind === 'none') continue;
    if (open >= 0) ranges.push([open, Math.max(open, trimBreak(raw, open, at))]);
    open = kind === 'next' ? next : -1;
    if (kind === 'last' && ranges.length > 0) break;
  }
  if (open >= 0) ranges.push([open, end]);
  return ranges;
}

function delimiterKind(rest: string): 'none' | 'next' | 'last' {
  if (/^\s*$/.test(rest)) return 'next';
  return /^--\s*$/.test(rest) ? 'last' : 'none';
}

function guessBoundary(raw: Buffer, start: number, end: number): string | null {
  for (let at = start; at < Math.min(end, start + guessWithin); ) {
    const next = lineEnd(raw, at, end);
    const line = raw.toString('latin1', at, Math.min(trimBreak(raw, at, next), at + 80));
    const boundary = /^--(\S{8,70})\s*$/.exec(line)?.[1];
    if (boundary) return boundary;
    at = next;
  }
  return null;
}

function mediaType(declared: Structured | null, fallback: string, disposition: Structured | null): string {
  const type = /^[\w.+-]{1,80}\/[\w.+-]{1,120}/.exec(declared?.value ?? '')?.[0];
  if (type) return type;
  return disposition?.value === 'attachment' ? 'application/octet-stream' : fallback;
}

// Old Apple Mail names a file by its Content-Location only.
function locatedName(fields: HeaderField[]): string | null {
  return /^[^:/?#]{1,200}\.[a-z0-9]{1,5}$/i.exec(firstValue(fields, 'content-location') ?? '')?.[0] ?? null;
}

// A container in which no boundary was found holds readable text all the same.
function leafType(type: string): string {
  return type.startsWith('multipart/') ? 'text/plain' : type;
}

function leafContent(raw: Buffer, start: number, end: number, fields: HeaderField[]): Buffer {
  return decodeTransfer(raw.subarray(start, end), firstValue(fields, 'content-transfer-encoding') ?? '');
}
