import { decodeCharset } from './charset.ts';

/** Text and binary properties by their identifier; numbers and dates are not needed here. */
export type MapiProperties = Map<number, string | Buffer>;

type Cursor = { raw: Buffer; at: number };

const kind = { object: 0x000d, text8: 0x001e, text16: 0x001f, binary: 0x0102 };
const fixedSizes: Record<number, number> = { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 };
const many = 0x1000;
const maxProperties = 4_000;

/** Reads a MAPI property list (MS-OXTNEF section 2.1.3.4). Stops at the first thing it cannot read. */
export function readMapiProperties(raw: Buffer, charset: string): MapiProperties {
  const found: MapiProperties = new Map();
  const cursor = { raw, at: 4 };
  const count = raw.length < 4 ? 0 : Math.min(raw.readUInt32LE(0), maxProperties);
  for (let seen = 0; seen < count && cursor.at + 4 <= raw.length; seen++) {
    const type = raw.readUInt16LE(cursor.at);
    const id = raw.readUInt16LE(cursor.at + 2);
    cursor.at += 4;
    if (id >= 0x8000 && !skipName(cursor)) break;
    const values = readValues(cursor, type);
    if (!values) break;
    const [first] = values;
    if (first) found.set(id, asValue(first, type & ~many, charset));
  }
  return found;
}

function skipName(cursor: Cursor): boolean {
  const byString = word(cursor, 16) === 1;
  const size = byString ? 24 + padded(word(cursor, 20) ?? 0) : 24;
  cursor.at += size;
  return cursor.at <= cursor.raw.length;
}

function readValues(cursor: Cursor, type: number): Buffer[] | null {
  const base = type & ~many;
  const size = fixedSizes[base];
  if (size !== undefined) return skipFixed(cursor, size, (type & many) !== 0);
  if (base !== kind.object && base !== kind.text8 && base !== kind.text16 && base !== kind.binary) return null;
  const count = word(cursor, 0);
  if (count === null) return null;
  cursor.at += 4;
  const values: Buffer[] = [];
  for (let seen = 0; seen < count; seen++) {
    const length = word(cursor, 0);
    if (length === null || cursor.at + 4 + length > cursor.raw.length) return null;
    values.push(cursor.raw.subarray(cursor.at + 4, cursor.at + 4 + length));
    cursor.at += 4 + padded(length);
  }
  return values;
}

function skipFixed(cursor: Cursor, size: number, repeated: boolean): Buffer[] | null {
  const count = repeated ? word(cursor, 0) : 1;
  if (count === null) return null;
  cursor.at += size * count + (repeated ? 4 : 0);
  return cursor.at <= cursor.raw.length ? [] : null;
}

function asValue(bytes: Buffer, type: number, charset: string): string | Buffer {
  if (type === kind.text16) return ended(new TextDecoder('utf-16le').decode(bytes));
  if (type === kind.text8) return ended(decodeCharset(bytes, charset));
  return bytes;
}

function ended(text: string): string {
  return (text.split('\0')[0] ?? '').replaceAll('\r\n', '\n');
}

function word({ raw, at }: Cursor, offset: number): number | null {
  return at + offset + 4 <= raw.length ? raw.readUInt32LE(at + offset) : null;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
