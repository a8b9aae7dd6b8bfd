import type { FileLimits } from '../../../../platform/files/kinds.ts';

const MEBIBYTE = 1024 * 1024;

/** What a scanner or a phone makes. HEIC is not among them: nothing here can read it in order to take its metadata off. */
export const DOCUMENT_FILES: FileLimits = {
  maxBytes: 30 * MEBIBYTE,
  types: new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'application/pdf']),
  others: 'refuse',
};
/** Pictures of one paper. */
export const MOST_FILES = 20;
