/** Characters of a token in RFC 8187, 3.2.1 (attr-char); all others are percent-encoded. */
const NOT_ATTR_CHAR = /[^A-Za-z0-9!#$&+.^_`|~-]/g;

/**
 * How a stored file is answered: saved, never shown or run in our origin, kept in no cache. `name` is one that `safeName` gave; it is
 * sent in ASCII for old readers and in UTF-8 (RFC 6266, RFC 8187).
 */
export function fileHeaders(row: { type: string; size: number }, name: string): Record<string, string> {
  return {
    'content-type': row.type,
    'content-length': String(row.size),
    'content-disposition': `attachment; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

/** Letters lose their marks; quote, backslash, percent and the rest of what readers disagree on become "_" (RFC 6266, appendix D). */
function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_');
}

function encoded(name: string): string {
  return Buffer.from(name.toWellFormed())
    .toString('latin1')
    .replace(NOT_ATTR_CHAR, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
