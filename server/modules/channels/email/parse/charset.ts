const aliases: Record<string, string> = {
  ansi: 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-1-windows-3.1-latin-1': 'windows-1252',
  latin9: 'iso-8859-15',
  'latin-9': 'iso-8859-15',
  macroman: 'macintosh',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
};

const asciiLabels = new Set(['', 'us-ascii', 'ascii', 'ansi_x3.4-1968', '7bit', '8bit', 'binary', 'utf-8', 'utf8']);

/**
 * Turns bytes into text by their declared charset, and by what they are where the label is
 * missing, unknown or plainly wrong (8-bit text called us-ascii, UTF-8 called Latin-1).
 */
export function decodeCharset(bytes: Buffer, declared: string | null): string {
  const label = cleanLabel(declared);
  const marked = byteOrderMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (asciiLabels.has(label)) return decodeAsFound(bytes);
  if (/^(?:unicode-1-1-|x-)?utf-?7$/.test(label)) return decodeUtf7(bytes);
  const decoder = decoderFor(label);
  if (!decoder) return decodeAsFound(bytes);
  if (decoder.encoding === 'windows-1252') return strictUtf8WithSequences(bytes) ?? decoder.decode(bytes);
  return decoder.decode(bytes);
}

function cleanLabel(declared: string | null): string {
  const label = (declared ?? '')
    .trim()
    .replace(/^['"]+/, '')
    .toLowerCase();
  return /^[\w.:+-]*/.exec(label)?.[0] ?? '';
}

function byteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeAsFound(bytes: Buffer): string {
  const strict = strictUtf8(bytes);
  if (strict !== null) return strict;
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return isMostlyUtf8(lenient) ? lenient : new TextDecoder('windows-1252').decode(bytes);
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function strictUtf8WithSequences(bytes: Buffer): string | null {
  if (!bytes.some((byte) => byte >= 0x80)) return null;
  return strictUtf8(bytes);
}

// A UTF-8 text cut in the middle of a character is still UTF-8: one broken place among many whole ones.
function isMostlyUtf8(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    else if (unit >= 0x80) whole++;
  }
  return whole > broken;
}

// RFC 2152; "+" opens base64 of UTF-16, "-" ends it, "+-" is a plus.
function decodeUtf7(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\+([A-Za-z0-9+/]*)-?/g, (_, encoded: string) => {
    if (encoded === '') return '+';
    const units = Buffer.from(encoded, 'base64');
    return new TextDecoder('utf-16be').decode(units.subarray(0, units.length & ~1));
  });
}

function decoderFor(label: string): TextDecoder | null {
  const tries = [
    label,
    aliases[label],
    label.replaceAll('_', '-'),
    label.replace(/^(?:win|windows|cp)[-_]?(?=125\d$)/, 'windows-'),
    label.replace(/^(?:x-)?(?:iso|latin)[-_]?(?:8859)?[-_]?(?=\d+$)/, 'iso-8859-'),
  ];
  for (const name of tries) {
    if (!name) continue;
    try {
      return new TextDecoder(name);
    } catch {
      // not a label the platform knows: the next spelling is tried
    }
  }
  return null;
}
