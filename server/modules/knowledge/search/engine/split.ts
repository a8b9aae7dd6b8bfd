/** What compounds may be made of: stems of the language's words that stand alone. */
export type Lexicon = { has(word: string): boolean };

/** Sounds that join the parts of a compound and belong to neither: Swedish -s-. */
const joints = ['', 's'];

/** The parts of a compound; when not all of it is known, the longest beginning or end that is, of four letters or more. */
export function partsOfCompound(word: string, lexicon: Lexicon, stem: (word: string) => string): string[] {
  const whole = splitCompound(word, lexicon, stem);
  if (whole.length > 0) return whole.flatMap((part) => smallest(part, lexicon, stem));
  for (let length = word.length - 2; length >= 4; length -= 1) {
    const [head, tail] = [word.slice(0, length), word.slice(word.length - length)];
    if (lexicon.has(stem(tail))) return [tail];
    if (lexicon.has(stem(head))) return [head];
  }
  return [];
}

function smallest(part: string, lexicon: Lexicon, stem: (word: string) => string): string[] {
  const parts = splitCompound(part, lexicon, stem);
  return parts.length > 0 ? parts : [part];
}

/**
 * The parts of a compound by a list of words that stand alone, the longest first part winning; empty when it is no compound of them.
 * `stem` is of the language, so that the last part may be inflected.
 */
function splitCompound(word: string, lexicon: Lexicon, stem: (word: string) => string): string[] {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const tail = word.slice(at);
    if (!lexicon.has(stem(tail))) continue;
    const head = headOf(word.slice(0, at), lexicon, stem);
    if (head) return [...head, tail];
  }
  return [];
}

function headOf(head: string, lexicon: Lexicon, stem: (word: string) => string): string[] | null {
  for (const joint of joints) {
    if (!head.endsWith(joint)) continue;
    const bare = head.slice(0, head.length - joint.length);
    if (bare.length >= 3 && lexicon.has(stem(bare))) return [bare];
  }
  const parts = head.length >= 6 ? splitCompound(head, lexicon, stem) : [];
  return parts.length > 0 ? parts : null;
}
