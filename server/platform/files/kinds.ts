/** The kinds of file that people send to an office, with the endings their names may have (the usual one first). */
export const OPAQUE = 'application/octet-stream';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

const PUBLIC: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'image/tiff': ['tif', 'tiff'],
  [`${OPEN_XML}.wordprocessingml.document`]: ['docx'],
  [`${OPEN_XML}.spreadsheetml.sheet`]: ['xlsx'],
  [`${OPEN_XML}.presentationml.presentation`]: ['pptx'],
  [`${OPEN_DOCUMENT}.text`]: ['odt'],
  [`${OPEN_DOCUMENT}.spreadsheet`]: ['ods'],
  [`${OPEN_DOCUMENT}.presentation`]: ['odp'],
  'application/rtf': ['rtf'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'message/rfc822': ['eml'],
};
/** Staff may unpack what nobody can look into beforehand; the public may not send it. */
const STAFF: Record<string, string[]> = { ...PUBLIC, 'application/zip': ['zip'] };

const MEBIBYTE = 1024 * 1024;

export type FileLimits = {
  maxBytes: number;
  types: ReadonlySet<string>;
  /** What happens to any other kind: refused, or kept as unknown bytes, where refusing would lose something that has already come. */
  others: 'refuse' | 'keep';
};

export const PUBLIC_FILES: FileLimits = { maxBytes: 20 * MEBIBYTE, types: new Set(Object.keys(PUBLIC)), others: 'refuse' };
export const STAFF_FILES: FileLimits = { maxBytes: 50 * MEBIBYTE, types: new Set(Object.keys(STAFF)), others: 'refuse' };
export const MAIL_FILES: FileLimits = { ...STAFF_FILES, others: 'keep' };

/** The endings that tell the truth about a type; none for unknown bytes. */
export function endingsOf(type: string): readonly string[] {
  return STAFF[type] ?? [];
}

/** Endings that promise one of our kinds. */
export const KIND_ENDINGS: ReadonlySet<string> = new Set(Object.values(STAFF).flat());

/** Endings on which a double click runs something, or opens a page that can. */
export const RUNNING_ENDINGS: ReadonlySet<string> = new Set(
  `ade adp apk app application appref-ms appx asp aspx bash bat cgi chm cmd com cpl crt csh deb desktop dll dmg docm dotm exe
   gadget hlp hta htm html img inf ins iso jar jnlp jpi js jse jsp ksh library-ms lnk mde mht mhtml mjs msc msi msix msp mst one pcd php
   phtml pif pl potm ppam ppsm pptm ps1 psm1 py pyw rb reg rpm run scf scr search-ms settingcontent-ms sh shb shs shtml sldm svg svgz swf
   sys url vb vbe vbs vhd vhdx wsc wsf wsh xht xhtml xla xlam xlsm xltm xml xsl xslt`.split(/\s+/),
);
