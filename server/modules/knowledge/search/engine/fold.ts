/** No Finnish word in use is longer; what is comes from slips and abuse, and is cut. */
const LETTERS_AT_MOST = 60;

/** Words of a text in lower case, in order; a hyphen divides, so that "aamu- ja iltapäivätoiminta" and "TE-toimisto" give their parts. */
export function wordsOf(text: string): string[] {
  const words: string[] =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.slice(0, LETTERS_AT_MOST));
}

/** Without diacritics, for those who type on a keyboard without å, ä and ö. */
export function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Pieces of four letters, the beginning and the end marked: what is left of a word's likeness when it is misspelt, inflected or compounded. */
export function gramsOf(word: string): string[] {
  const marked = `_${plain(word)}_`;
  if (marked.length <= 4) return [marked];
  return Array.from({ length: marked.length - 3 }, (_, at) => marked.slice(at, at + 4));
}
