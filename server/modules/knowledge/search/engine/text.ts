import type { Language } from '../../../directory/types.ts';
import type { EntryWords } from '../types.ts';
import type { Analyse } from './analysis.ts';
import { gramsOf, wordsOf } from './fold.ts';
import type { Weights } from './weights.ts';

type Field = 'title' | 'alsoCalled' | 'terms' | 'summary' | 'body';

/** Words a field has on the average in the national directory: what a long field is discounted against. */
const usualLength: Record<Field, number> = { title: 3, alsoCalled: 4, terms: 8, summary: 20, body: 150 };

/** A text as the index keeps it: its terms by how strongly it has them (BM25's saturated share, 0 to 1 + saturation), and its distinct words. */
export type IndexedText = { terms: Map<string, number>; words: string[] };

export function indexText(words: EntryWords, language: Language, analyse: Analyse, weights: Weights): IndexedText {
  const fields = fieldsOf(words);
  const terms = new Map<string, number>();
  for (const [field, inField] of fields) {
    if (inField.length === 0) continue;
    const strength = weights[field] / (1 - weights.length + (weights.length * inField.length) / usualLength[field]);
    for (const word of inField) {
      for (const term of termsOf(word, language, analyse, field !== 'body')) terms.set(term, (terms.get(term) ?? 0) + strength);
    }
  }
  const saturated = [...terms].map(
    ([term, strength]) => [term, (strength * (1 + weights.saturation)) / (strength + weights.saturation)] as const,
  );
  return { terms: new Map(saturated), words: [...new Set(fields.flatMap(([, inField]) => inField))] };
}

function fieldsOf(words: EntryWords): [Field, string[]][] {
  return [
    ['title', wordsOf(words.title)],
    ['alsoCalled', (words.alsoCalled ?? []).flatMap(wordsOf)],
    ['terms', (words.terms ?? []).flatMap(wordsOf)],
    ['summary', wordsOf(words.summary ?? '')],
    ['body', wordsOf(words.body ?? '')],
  ];
}

/** Pieces of a body's words are left out: they cost most of the memory and tell least. */
function* termsOf(word: string, language: Language, analyse: Analyse, withGrams: boolean): Iterable<string> {
  const { wholes, parts, spans } = analyse(word, language);
  for (const whole of wholes) yield `w${whole}`;
  for (const part of new Set([...wholes, ...parts, ...spans])) yield `p${part}`;
  if (withGrams) for (const gram of gramsOf(word)) yield `g${gram}`;
}
