/** Undoes a Content-Transfer-Encoding. Unknown ones are passed through: 8-bit text survives that. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  const name = encoding
    .toLowerCase()
    .replace(/\([^)]{0,200}\)/, '')
    .replace(/[;\s].*$/s, '');
  if (name === 'base64') return decodeBase64(bytes);
  if (name === 'quoted-printable') return decodeQuotedPrintable(bytes);
  if (name === 'x-uuencode' || name === 'uuencode' || name === 'x-uue') return decodeUuencoded(bytes);
  return bytes;
}

// Padding may stand in the middle, where a program joined two encoded pieces.
function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const encoded = /[^A-Za-z0-9+/=\s]/.test(text) ? beforeFooter(text).replace(/[^A-Za-z0-9+/=]+/g, '') : text.replace(/\s+/g, '');
  const pieces = encoded.split(/=+/).filter((piece) => piece !== '');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

// Mailing lists append a plain footer to an encoded part, after a blank line.
function beforeFooter(text: string): string {
  const lines = text.split(/\r?\n/);
  const footer = lines.findIndex((line, at) => at > 0 && /^\s*$/.test(lines[at - 1] ?? '') && /[^A-Za-z0-9+/=\s]/.test(line));
  return footer < 0 ? text : lines.slice(0, footer).join('\n');
}

function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte !== 0x3d) {
      out[size++] = byte;
      continue;
    }
    const soft = softBreak(bytes, at + 1);
    if (soft > 0) {
      at = soft - 1;
      continue;
    }
    const code = hexByte(bytes, at + 1);
    out[size++] = code < 0 ? byte : code;
    if (code >= 0) at += 2;
  }
  return out.subarray(0, size);
}

// "=" with nothing but white space up to the line's end joins two lines; 0 when it is no such thing.
function softBreak(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && at - from < 80 && (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d)) at++;
  if (at >= bytes.length) return at;
  return bytes[at] === 0x0a ? at + 1 : 0;
}

function hexByte(bytes: Buffer, at: number): number {
  const high = hexDigit(bytes[at]);
  const low = hexDigit(bytes[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Bytes of a uuencoded block; lines before `begin` and after `end` are ignored. */
export function decodeUuencoded(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const chunks: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line.startsWith('end')) break;
    chunks.push(uuLine(line));
  }
  return Buffer.concat(chunks);
}

function uuLine(line: string): Buffer {
  const size = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
  const out = Buffer.alloc(Math.ceil(size / 3) * 3);
  for (let group = 0; group * 3 < size; group++) {
    const [a, b, c, d] = [1, 2, 3, 4].map((offset) => ((line.charCodeAt(group * 4 + offset) || 32) - 32) & 63) as [
      number,
      number,
      number,
      number,
    ];
    out.set([(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d], group * 3);
  }
  return out.subarray(0, size);
}
