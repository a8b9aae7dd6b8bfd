const vowels = 'aeiouyåäöAEIOUYÅÄÖ';
/** Letters that stay together before and after a break. */
const leastBefore = 4;
const leastAfter = 5;

/**
 * Lets long Finnish and Swedish words break where a syllable begins (a consonant before a vowel), for browsers without a dictionary of
 * theirs. Words of fourteen letters or more: shorter ones fit any column; a break is drawn only where one is needed.
 */
export function softly(text: string): string {
  return text.replace(/\p{L}{14,}/gu, hyphenate);
}

function hyphenate(word: string): string {
  return [...word]
    .map((letter, index, letters) => {
      const inside = index >= leastBefore && index <= letters.length - leastAfter;
      const isStart = !vowels.includes(letter) && vowels.includes(letters[index + 1] ?? ' ');
      return inside && isStart ? `\u00ad${letter}` : letter;
    })
    .join('');
}
