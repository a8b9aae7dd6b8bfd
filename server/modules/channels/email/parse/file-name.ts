const extensions: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/msword': 'doc',
  'application/rtf': 'rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
};

// Control and format characters: zero width, direction overrides ("cod.exe" shown as "exe.doc"), line separators.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that can be shown and stored: never a path, never a device, never longer than 120 characters.
 * Without a usable one it is `attachment-<order>` with the extension of the type.
 */
export function safeFileName(given: string | null, type: string, order: number): string {
  const bare = cleanName(given ?? '');
  if (bare === '' || /^[._\s-]*$/.test(bare)) return `attachment-${order}.${extensions[type] ?? 'bin'}`;
  return shortened(reserved.test(bare) ? `_${bare}` : bare);
}

/** The name of a message kept as a file, from its subject. */
export function messageFileName(subject: string, order: number): string {
  const name = cleanName(subject.replace(/[/\\]+/g, '-')).replace(/\.eml$/i, '');
  return safeFileName(name === '' ? null : `${name}.eml`, 'message/rfc822', order);
}

function cleanName(given: string): string {
  const last =
    given
      .slice(-2_000)
      .toWellFormed()
      .normalize('NFC')
      .replace(invisible, '')
      .split(/[/\\]/)
      .findLast((piece) => piece.trim() !== '') ?? '';
  return last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
}

function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= 120) return name;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return (
    letters
      .slice(0, 120 - extension.length)
      .join('')
      .trimEnd() + extension
  );
}
