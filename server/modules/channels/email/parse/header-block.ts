import { decodeCharset } from './charset.ts';
import { limits } from './limits.ts';

export type HeaderField = { name: string; value: string };

/** Header fields of one part and where its body starts (byte offset into the same buffer). */
export type HeaderBlock = { fields: HeaderField[]; bodyStart: number; cut: boolean };

const fieldStart = /^([!-9;-~]{1,100})[ \t]{0,5}:/;
const knownFields =
  /^(?:from|to|cc|subject|date|sender|reply-to|message-id|in-reply-to|references|mime-version|received|return-path|delivered-to|precedence|content-[a-z-]+|list-[a-z-]+|x-[\w-]+)[ \t]*:/i;

/**
 * Reads the fields from `start` up to the blank line. A line that is no field is skipped when fields
 * go on after it; otherwise the blank line is missing and the body starts there.
 */
export function readHeaderBlock(raw: Buffer, start: number, end: number): HeaderBlock {
  const fields: { name: string; chunks: Buffer[]; size: number }[] = [];
  let at = start;
  let cut = false;
  while (at < end) {
    const next = lineEnd(raw, at, end);
    const line = raw.subarray(at, trimBreak(raw, at, next));
    if (line.length === 0) return { fields: fields.map(decodeField), bodyStart: next, cut };
    const last = fields.at(-1);
    const tooMuch = next - start > limits.headerBlock;
    cut ||= tooMuch;
    if (isFolded(line)) {
      if (last && !tooMuch && last.size + line.length < limits.headerField) append(last, line);
    } else {
      const name = fieldStart.exec(line.toString('latin1', 0, 120))?.[1];
      if (name) {
        if (!tooMuch) fields.push({ name: name.toLowerCase(), chunks: [valueIn(line)], size: line.length });
      } else if (!isEnvelopeLine(line) && !knownFields.test(raw.toString('latin1', next, Math.min(next + 120, end)))) {
        return { fields: fields.map(decodeField), bodyStart: at, cut };
      }
    }
    at = next;
  }
  return { fields: fields.map(decodeField), bodyStart: end, cut };
}

export function firstValue(fields: HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

export function allValues(fields: HeaderField[], name: string): string[] {
  return fields.filter((field) => field.name === name).map((field) => field.value);
}

/** Offset after the line break that ends the line at `at`, or `end`. */
export function lineEnd(raw: Buffer, at: number, end: number): number {
  const feed = raw.indexOf(0x0a, at);
  return feed < 0 || feed >= end ? end : feed + 1;
}

/** Offset of the line break itself, so that [at, result) is the line without it. */
export function trimBreak(raw: Buffer, at: number, next: number): number {
  let stop = next;
  if (stop > at && raw[stop - 1] === 0x0a) stop--;
  if (stop > at && raw[stop - 1] === 0x0d) stop--;
  return stop;
}

function isFolded(line: Buffer): boolean {
  return line[0] === 0x20 || line[0] === 0x09;
}

function isEnvelopeLine(line: Buffer): boolean {
  return /^>?From /.test(line.toString('latin1', 0, 6));
}

function valueIn(line: Buffer): Buffer {
  return line.subarray(line.indexOf(0x3a) + 1);
}

function append(field: { chunks: Buffer[]; size: number }, line: Buffer): void {
  field.chunks.push(line);
  field.size += line.length;
}

// Each chunk of a folded field begins with its own white space, which is all that unfolding leaves.
function decodeField({ name, chunks }: { name: string; chunks: Buffer[] }): HeaderField {
  const bytes = Buffer.concat(chunks).subarray(0, limits.headerField);
  return { name, value: decodeCharset(bytes, null).replaceAll('\0', '').replaceAll('\r', '').trim() };
}
