import { plain } from './fold.ts';

/** The words that the texts and the word tables use, to complete what is being typed and to mend what was mistyped. */
export type Vocabulary = ReturnType<typeof createVocabulary>;

/** `letters`: which letters occur, a bit each: two words that differ in many need no closer comparison. */
type Word = { word: string; plain: string; letters: number; uses: number };

const COMPLETED_AT_MOST = 12;
const MENDED_AT_MOST = 3;
/** Letters of an inflection that a word of eight letters or more may have beyond the word it is compared with. */
const ENDING = 3;

export function createVocabulary() {
  const words = new Map<string, Word>();
  // By the first two letters, without diacritics.
  const shelves = new Map<string, Set<Word>>();

  function add(word: string): void {
    const before = words.get(word);
    if (before) {
      before.uses += 1;
      return;
    }
    const bare = plain(word);
    const kept = { word, plain: bare, letters: lettersOf(bare), uses: 1 };
    words.set(word, kept);
    const shelf = shelves.get(kept.plain.slice(0, 2));
    if (shelf) shelf.add(kept);
    else shelves.set(kept.plain.slice(0, 2), new Set([kept]));
  }

  function remove(word: string): void {
    const kept = words.get(word);
    if (!kept) return;
    kept.uses -= 1;
    if (kept.uses > 0) return;
    words.delete(word);
    shelves.get(kept.plain.slice(0, 2))?.delete(kept);
  }

  /** The most used words that begin so, the shortest first among equals. */
  function completions(beginning: string): string[] {
    const start = plain(beginning);
    if (start.length < 3) return [];
    return [...(shelves.get(start.slice(0, 2)) ?? [])]
      .filter((one) => one.plain.startsWith(start) && one.word !== beginning)
      .sort((a, b) => b.uses - a.uses || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
      .slice(0, COMPLETED_AT_MOST)
      .map((one) => one.word);
  }

  /** Words a slip or two of the fingers away (one in a short word), the nearest first; with the same letters but diacritics, at once. */
  function mended(word: string): { word: string; slips: number }[] {
    const asked = plain(word);
    if (asked.length < 4) return [];
    const allowed = asked.length < 8 ? 1 : 2;
    const ending = asked.length < 8 ? 0 : ENDING;
    const letters = lettersOf(asked);
    const found: { word: string; slips: number; uses: number }[] = [];
    for (const shelf of nearShelves(asked)) {
      for (const one of shelf) {
        const longer = asked.length - one.plain.length;
        if (longer < -allowed || longer > allowed + ending || bits(one.letters & ~letters) > allowed) continue;
        const slips = slipsBetween(asked, one.plain, allowed, ending);
        if (slips <= allowed) found.push({ word: one.word, slips, uses: one.uses });
      }
    }
    return found.sort((a, b) => a.slips - b.slips || b.uses - a.uses || (a.word < b.word ? -1 : 1)).slice(0, MENDED_AT_MOST);
  }

  /** A slip in the first letter is rare, so only words of the same first letter are compared, and of the first two the other way round. */
  function nearShelves(asked: string): Set<Word>[] {
    const turned = `${asked[1]}${asked[0]}`;
    return [...shelves].filter(([start]) => start[0] === asked[0] || start === turned).map(([, shelf]) => shelf);
  }

  return {
    add,
    remove,
    has: (word: string) => words.has(word),
    completions,
    mended,
    size: () => words.size,
    /** Roughly. */
    bytes: () => words.size * 500,
  };
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(number: number): number {
  let [left, count] = [number, 0];
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/**
 * Damerau's distance in its restricted form (a letter more, less or other, two turned round), given up above `most`. Up to `ending` last letters
 * of `a` may be left over, at the price of one slip.
 */
export function slipsBetween(a: string, b: string, most: number, ending = 0): number {
  let [before, last, row] = rows.map((one) => (one.length > b.length ? one : new Uint8Array(b.length + 1))) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  let fewest = most + 1;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (i === a.length) fewest = Math.min(fewest, row[b.length]!);
    else if (i >= a.length - ending) fewest = Math.min(fewest, row[b.length]! + 1);
    if (least > most) break;
    [before, last, row] = [last, row, before];
  }
  return fewest;
}

const LONGEST = 64;
const rows = [new Uint8Array(LONGEST), new Uint8Array(LONGEST), new Uint8Array(LONGEST)];
