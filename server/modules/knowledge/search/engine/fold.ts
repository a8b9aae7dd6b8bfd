/** Words of a text in lower case, in order; a hyphen divides, so that "aamu- ja iltapäivätoiminta" and "TE-toimisto" give their parts. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
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
