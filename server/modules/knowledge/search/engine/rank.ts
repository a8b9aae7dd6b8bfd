import type { Postings } from './postings.ts';
import type { Concept, Option, Sought } from './query.ts';
import type { Weights } from './weights.ts';

/** What a text got, and which share of the asked it answers (0-1). */
export type Ranked = { slot: number; score: number; coverage: number };

/** Every text that answers anything, by BM25 over the terms of each concept; a concept counts once however many ways it is answered. */
export function rank(postings: Postings, concepts: readonly Concept[], weights: Weights): Ranked[] {
  const total = new Float32Array(postings.slots());
  const covered = new Float32Array(postings.slots());
  const touched = new Set<number>();
  let asked = 0;
  for (const concept of concepts) {
    const scores = scoresOf(postings, concept, weights);
    const full = fullScore(postings, concept, weights);
    asked += full * concept.weight;
    for (const [slot, score] of scores) {
      touched.add(slot);
      total[slot] = total[slot]! + score * concept.weight;
      covered[slot] = covered[slot]! + Math.min(score, full) * concept.weight;
    }
  }
  return [...touched].map((slot) => {
    const coverage = covered[slot]! / asked;
    return { slot, score: total[slot]! * coverage ** weights.coverage, coverage };
  });
}

function scoresOf(postings: Postings, concept: Concept, weights: Weights): Map<number, number> {
  const best = new Map<number, number>();
  const sum = new Map<number, number>();
  for (const option of concept.options) {
    for (const [slot, score] of optionScores(postings, option, weights)) {
      best.set(slot, Math.max(best.get(slot) ?? 0, score));
      sum.set(slot, (sum.get(slot) ?? 0) + score);
    }
  }
  for (const [slot, score] of best) best.set(slot, score + weights.beyondBest * (sum.get(slot)! - score));
  return best;
}

function optionScores(postings: Postings, option: Option, weights: Weights): Map<number, number> {
  const scores = new Map<number, number>();
  for (const sought of option.sought) {
    const share = option.strength / option.sought.length;
    addTerms(postings, scores, prefixed('w', sought.wholes), share * weights.whole, weights);
    addTerms(postings, scores, prefixed('p', sought.parts), share * weights.part, weights);
    addTerms(postings, scores, prefixed('g', sought.grams), share * weights.gram, weights);
  }
  return scores;
}

function addTerms(postings: Postings, scores: Map<number, number>, terms: string[], share: number, weights: Weights): void {
  for (const term of terms) {
    const list = postings.listOf(term);
    if (!list) continue;
    const worth = (postings.rarity(term) * share) / terms.length;
    for (let at = 0; at < list.length; at += 1) {
      const strength = list.strengths[at]!;
      const slot = list.slots[at]!;
      scores.set(slot, (scores.get(slot) ?? 0) + (worth * strength * (1 + weights.saturation)) / (strength + weights.saturation));
    }
  }
}

/** What a text gets that says the concept plainly. */
function fullScore(postings: Postings, concept: Concept, weights: Weights): number {
  return Math.max(
    ...concept.options.map((option) => option.strength * mean(option.sought.map((sought) => soughtScore(postings, sought, weights)))),
  );
}

function soughtScore(postings: Postings, sought: Sought, weights: Weights): number {
  const rarities = (terms: string[]) => (terms.length === 0 ? 0 : mean(terms.map(postings.rarity)));
  return (
    weights.whole * rarities(prefixed('w', sought.wholes)) +
    weights.part * rarities(prefixed('p', sought.parts)) +
    weights.gram * rarities(prefixed('g', sought.grams))
  );
}

function prefixed(kind: 'w' | 'p' | 'g', terms: readonly string[]): string[] {
  return terms.map((term) => `${kind}${term}`);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
