import { endingsOf, KIND_ENDINGS, RUNNING_ENDINGS } from './kinds.ts';

/** The limit of common file systems is 255 bytes; the rest is for "(2)" and the like. */
const LONGEST_BYTES = 200;
const LONGEST_READ = 1000;
const ENDING = /^[\p{L}\p{N}-]{1,20}$/u;
const DOT_LOOKALIKES = /[\u2024\u3002\ufe52\uff0e\uff61]/g;
const SLASHES = /[/\\\u2044\u2215\u2216\u29f8\u29f9\ufe68\uff0f\uff3c]/;
/** Control, format (bidi overrides, zero width) and private characters, and those that no Windows name may hold. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}<>:"|?*]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A name that is safe to show, to send and to save on any system, and whose ending tells the truth about the type: 'invoice.pdf.exe'
 * holding a PDF is 'invoice.pdf', unknown bytes called 'x.pdf' are 'x.bin'. Never empty, at most 200 bytes of UTF-8.
 */
export function safeName(name: string, type: string): string {
  const { stem, ending } = withTrueEnding(cleaned(name), type);
  const short = cut(stem, LONGEST_BYTES - ending.length - 1).trimEnd();
  return `${RESERVED.test(short.split('.')[0]?.trim() ?? '') ? `_${short}` : short || 'file'}.${ending}`;
}

function cleaned(name: string): string {
  const parts = name.toWellFormed().slice(-LONGEST_READ).replace(DOT_LOOKALIKES, '.').split(SLASHES);
  const last = parts.findLast((part) => part.trim() !== '') ?? '';
  const visible = last
    .replace(/[\t\r\n]/g, ' ')
    .replace(FORBIDDEN, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC');
  // A leading dot hides a file, a leading dash is an option to a command, and Windows drops dots and spaces at the end.
  return visible.replace(/^[\s.~-]+/, '').replace(/[\s.]+$/, '');
}

function withTrueEnding(name: string, type: string): { stem: string; ending: string } {
  const honest = endingsOf(type);
  let { stem, ending } = split(name);
  let found: string | undefined;
  // Unknown bytes may keep an ending that promises nothing of ours and runs nothing, such as '.doc'.
  if (honest.length === 0 && ending !== '' && !isClaim(ending)) {
    found = ending;
    ({ stem, ending } = split(stem));
  }
  while (isClaim(ending)) {
    if (honest.includes(ending.toLowerCase())) found ??= ending;
    ({ stem, ending } = split(stem));
  }
  return { stem: ending === '' ? stem : `${stem}.${ending}`, ending: found ?? honest[0] ?? 'bin' };
}

function isClaim(ending: string): boolean {
  return KIND_ENDINGS.has(ending.toLowerCase()) || RUNNING_ENDINGS.has(ending.toLowerCase());
}

function split(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).trim();
  if (dot <= 0 || !ENDING.test(ending)) return { stem: name, ending: '' };
  return { stem: name.slice(0, dot).replace(/[\s.]+$/, ''), ending };
}

function cut(text: string, bytes: number): string {
  let length = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und').segment(text)) {
    length += Buffer.byteLength(segment);
    if (length > bytes) break;
    kept += segment;
  }
  return kept;
}
