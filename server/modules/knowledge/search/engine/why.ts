import type { Analyse } from './analysis.ts';
import type { Text } from './collection.ts';
import { gramsOf } from './fold.ts';
import type { Concept } from './query.ts';

const TOLD_AT_MOST = 5;
/** Share of a word's pieces that must agree when nothing else does. */
const ALIKE = 0.5;
/** Below this a concept is only what the asker says of themselves. */
const TELLING = 0.3;

/** Words of a text that answered what was asked: those recognised as a word sought, then those with a part of one, else those most like one. */
export function wordsThatAnswered({ words, language }: Text, concepts: readonly Concept[], analyse: Analyse): string[] {
  const telling = concepts.filter(({ weight }) => weight >= TELLING);
  const sought = (telling.length > 0 ? telling : concepts).flatMap(({ options }) => options.flatMap((option) => option.sought));
  const wholes = new Set(sought.flatMap((one) => one.wholes));
  const parts = new Set(sought.flatMap((one) => [...one.wholes, ...one.parts]));
  const [plainly, partly]: [string[], string[]] = [[], []];
  for (const word of words) {
    const analysed = analyse(word, language);
    if (analysed.wholes.some((whole) => wholes.has(whole))) plainly.push(word);
    else if (partly.length < TOLD_AT_MOST && [...analysed.parts, ...analysed.spans].some((part) => parts.has(part))) partly.push(word);
    if (plainly.length === TOLD_AT_MOST) break;
  }
  const told = [...plainly, ...partly].slice(0, TOLD_AT_MOST);
  return told.length > 0 ? told : alike(words, new Set(sought.flatMap((one) => one.grams)));
}

function alike(words: readonly string[], sought: ReadonlySet<string>): string[] {
  if (sought.size === 0) return [];
  return words.filter((word) => shareIn(gramsOf(word), sought) >= ALIKE).slice(0, TOLD_AT_MOST);
}

function shareIn(grams: readonly string[], sought: ReadonlySet<string>): number {
  return grams.filter((gram) => sought.has(gram)).length / grams.length;
}
