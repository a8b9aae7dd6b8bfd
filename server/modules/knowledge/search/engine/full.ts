import type { Postings } from './postings.ts';
import type { Concept, Sought } from './query.ts';
import type { Weights } from './weights.ts';

/** What a text gets that says all of a concept plainly, by the best of its ways. */
export function fullScore(postings: Postings, { options }: Concept, weights: Weights): number {
  return Math.max(...options.map(({ strength, sought }) => strength * mean(sought.map((one) => soughtScore(postings, one, weights)))));
}

/** The same by the best of the ways that some text knows: a word that is only a name for something is answered in full by that thing. */
export function knownScore(postings: Postings, concept: Concept, weights: Weights): number {
  const each = concept.options.map(({ strength, sought, itself }) => {
    const known = sought.map((one) => onlyKnown(postings, one));
    const answerable = known.every(({ wholes, parts }) => wholes.length + (itself ? 0 : parts.length) > 0);
    return answerable ? strength * mean(known.map((one) => soughtScore(postings, one, weights))) : 0;
  });
  return Math.max(...each) || fullScore(postings, concept, weights);
}

export function soughtScore(postings: Postings, { wholes, parts, grams }: Sought, weights: Weights): number {
  const rarest = Math.max(0, ...wholes.map((whole) => postings.rarity(`p${whole}`)));
  const within =
    weights.within * rarest + weights.part * usualRarity(postings, 'p', parts) + weights.gram * usualRarity(postings, 'g', grams);
  return weights.whole * rarest + within;
}

function onlyKnown(postings: Postings, { word, wholes, parts, grams }: Sought): Sought {
  return {
    word,
    wholes: wholes.filter((whole) => postings.has(`p${whole}`)),
    parts: parts.filter((part) => postings.has(`p${part}`)),
    grams: grams.filter((gram) => postings.has(`g${gram}`)),
  };
}

function usualRarity(postings: Postings, kind: 'p' | 'g', terms: readonly string[]): number {
  return terms.length === 0 ? 0 : mean(terms.map((term) => postings.rarity(kind + term)));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
