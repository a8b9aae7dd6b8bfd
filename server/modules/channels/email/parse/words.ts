import { decodeCharset } from './charset.ts';

const word = /=\?([^?\s]{1,60})\?([BbQq])\?([^?\r\n]{0,2000})\?=/g;
const runOfWords = /(?:=\?[^?\s]{1,60}\?[BbQq]\?[^?\r\n]{0,2000}\?=(?:[ \t\r\n]{1,20}(?==\?))?){1,2000}/g;

/**
 * Rewrites RFC 2047 words into whole UTF-8 ones where their label does not fit their bytes: a character
 * split between two words, Latin-1 called UTF-8, a charset nobody knows. Others stay as they are.
 */
export function mendWords(header: string): string {
  if (!header.includes('=?')) return header;
  return header.replace(runOfWords, (run) => mendRun(run));
}

function mendRun(run: string): string {
  const words = [...run.matchAll(word)].map(([, charset = '', encoding = '', content = '']) => ({
    charset: charset.replace(/\*.*$/, '').toLowerCase(),
    bytes: wordBytes(encoding, content),
  }));
  const mended = sameCharsetRuns(words)
    .map(({ charset, bytes }) => decodeCharset(bytes, charset))
    .join('');
  return `=?utf-8?B?${Buffer.from(mended).toString('base64')}?=${/\s$/.test(run) ? ' ' : ''}`;
}

function wordBytes(encoding: string, content: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(content, 'base64');
  // Letters that should have been escaped are kept as UTF-8; escapes are the bytes they say.
  const pieces = content.replaceAll('_', ' ').split(/(=[0-9A-Fa-f]{2})/);
  return Buffer.concat(pieces.map((piece) => (/^=[0-9A-Fa-f]{2}$/.test(piece) ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))));
}

function sameCharsetRuns(words: { charset: string; bytes: Buffer }[]): { charset: string; bytes: Buffer }[] {
  const runs: { charset: string; chunks: Buffer[] }[] = [];
  for (const { charset, bytes } of words) {
    const last = runs.at(-1);
    if (last && last.charset === charset) last.chunks.push(bytes);
    else runs.push({ charset, chunks: [bytes] });
  }
  return runs.map(({ charset, chunks }) => ({ charset, bytes: Buffer.concat(chunks) }));
}
