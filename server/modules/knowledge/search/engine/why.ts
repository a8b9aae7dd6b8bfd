import type { Language } from '../../../directory/types.ts';
import type { Analyse } from './analysis.ts';
import { gramsOf } from './fold.ts';
import type { Concept } from './query.ts';

const TOLD_AT_MOST = 5;
/** Share of a word's pieces that must agree when nothing else does. */
const ALIKE = 0.5;

/** Words of a text that answered what was asked: those recognised as a word sought or a part of it, or else those most like one. */
export function wordsThatAnswered(words: readonly string[], concepts: readonly Concept[], language: Language, analyse: Analyse): string[] {
  const sought = concepts.flatMap((concept) => concept.options.flatMap((option) => option.sought));
  const wholes = new Set(sought.flatMap((one) => one.wholes));
  const parts = new Set(sought.flatMap((one) => one.parts));
  const plainly = words.filter((word) => analyse(word, language).wholes.some((whole) => wholes.has(whole)));
  const partly = words.filter((word) => !plainly.includes(word) && analyse(word, language).parts.some((part) => parts.has(part)));
  const told = [...plainly, ...partly];
  if (told.length > 0) return told.slice(0, TOLD_AT_MOST);
  const grams = new Set(sought.flatMap((one) => one.grams));
  return words.filter((word) => shareIn(gramsOf(word), grams) >= ALIKE).slice(0, TOLD_AT_MOST);
}

function shareIn(grams: readonly string[], sought: ReadonlySet<string>): number {
  return grams.filter((gram) => sought.has(gram)).length / grams.length;
}
