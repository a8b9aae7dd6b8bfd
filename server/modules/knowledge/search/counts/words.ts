/** Characters and words: more than this is a story, and a story may tell who it is about. */
const LONGEST = 80;
const MOST_WORDS = 8;
/** Digits in a row of words: an age or a form's number has fewer, a telephone number or an identity code more. */
const MOST_DIGITS = 3;

/**
 * The part of what somebody searched for that may be counted: words of letters in lower case that are known to the search, since what no text
 * and no table has may be somebody's name beside what they came for; a single word stands as it is, for the caller to see that it is nobody's
 * name. Empty where the whole may name a person (an address, a long number, a story); such a search is counted without its words.
 */
export function countableWords(text: string, isKnown: (word: string) => boolean): string {
  if (text.includes('@') || (text.match(/\p{N}/gu) ?? []).length > MOST_DIGITS) return '';
  const words = text
    .normalize('NFC')
    .toLocaleLowerCase('fi')
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .map((word) => word.replace(/^['’-]+|['’-]+$/gu, ''))
    .filter((word) => word !== '' && !/\p{N}/u.test(word));
  if (words.length > MOST_WORDS || words.join(' ').length > LONGEST) return '';
  const known = words.filter(isKnown);
  // What people call a thing that no text calls so is what owners look for.
  return known.length === 0 && words.length === 1 ? (words[0] as string) : known.join(' ');
}
