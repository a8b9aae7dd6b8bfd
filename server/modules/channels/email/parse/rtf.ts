import { limits } from './limits.ts';

const compressed = 0x75465a4c;
const stored = 0x414c454d;
// MS-OXRTFCP section 2.1.2.1: the text every compressed body may refer to from its first byte.
const preset = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const ringSize = 4096;

/** Body kept as compressed RTF: its plain text, or the HTML wrapped inside it (MS-OXRTFEX). Null when unreadable. */
export function readCompressedRtf(raw: Buffer): { text: string | null; html: string | null } | null {
  const rtf = decompressRtf(raw);
  if (!rtf?.startsWith('{\\rtf')) return null;
  const isHtml = rtf.slice(0, 2_000).includes('\\fromhtml1');
  const words = readRtf(rtf, isHtml);
  return isHtml ? { text: null, html: words } : { text: words.trim(), html: null };
}

/** Undoes the LZ compression of MS-OXRTFCP; null when the header is not of that format. */
export function decompressRtf(raw: Buffer): string | null {
  if (raw.length < 16) return null;
  const size = Math.min(raw.readUInt32LE(4), limits.text * 4);
  const method = raw.readUInt32LE(8);
  if (method === stored) return raw.toString('latin1', 16, 16 + size);
  return method === compressed ? inflate(raw, size).toString('latin1') : null;
}

function inflate(raw: Buffer, size: number): Buffer {
  const ring = Buffer.alloc(ringSize);
  preset.copy(ring);
  const out = Buffer.alloc(size);
  let write = preset.length;
  let done = 0;
  const put = (byte: number) => {
    if (done < size) out[done++] = byte;
    ring[write] = byte;
    write = (write + 1) % ringSize;
  };
  let at = 16;
  while (at < raw.length && done < size) {
    const flags = raw[at++] as number;
    for (let bit = 0; bit < 8 && at < raw.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(raw[at++] as number);
        continue;
      }
      if (at + 1 >= raw.length) return out.subarray(0, done);
      const reference = raw.readUInt16BE(at);
      at += 2;
      const offset = reference >> 4;
      if (offset === write) return out.subarray(0, done);
      for (let copied = 0; copied < (reference & 15) + 2; copied++) put(ring[(offset + copied) % ringSize] as number);
    }
  }
  return out.subarray(0, done);
}

const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;
const skipped = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'header',
  'footer',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'themedata',
  'xmlnstbl',
]);
const characters: Record<string, string> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  cell: ' ',
  row: '\n',
};

type Group = { skip: boolean; tag: boolean; hidden: boolean; fallback: number };

function readRtf(rtf: string, isHtml: boolean): string {
  let group: Group = { skip: false, tag: false, hidden: false, fallback: 1 };
  const stack: Group[] = [];
  const decoder = new TextDecoder(`windows-${/\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 500))?.[1] === '1251' ? 1251 : 1252}`);
  let out = '';
  let pending = 0;
  const emit = (text: string) => {
    if (group.skip || group.hidden) return;
    out += isHtml && !group.tag ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
  };
  for (const [, name, number, hex, symbol, brace, words] of rtf.matchAll(token)) {
    if (brace === '{') stack.push({ ...group });
    else if (brace === '}') group = stack.pop() ?? group;
    else if (hex) {
      if (pending > 0) pending--;
      else emit(decoder.decode(Uint8Array.of(Number.parseInt(hex, 16))));
    } else if (symbol === '*') group.skip = true;
    else if (symbol) emit(symbol === '~' ? '\u00a0' : /[{}\\]/.test(symbol) ? symbol : '');
    else if (words) {
      const rest = words.slice(pending);
      pending = Math.max(0, pending - words.length);
      emit(rest);
    } else if (name === 'htmltag') Object.assign(group, { skip: !isHtml, tag: true });
    else if (name === 'htmlrtf') group.hidden = number !== '0';
    else if (name === 'uc') group.fallback = Number(number ?? 1);
    else if (name === 'u') {
      emit(String.fromCharCode((Number(number ?? 0) + 65_536) % 65_536));
      pending = group.fallback;
    } else if (name && skipped.has(name)) group.skip = true;
    else if (name && characters[name]) emit(characters[name]);
  }
  return out;
}
