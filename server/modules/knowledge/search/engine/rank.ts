import type { Postings } from './postings.ts';
import type { Concept, Option, Sought } from './query.ts';
import type { Weights } from './weights.ts';

export type Ranked = { slot: number; score: number };

/**
 * Every text that answers anything, by BM25 over the terms of each concept; a concept counts once however many ways it is answered, and a
 * text that answers less of what was asked gets less for it.
 */
export function rank(postings: Postings, concepts: readonly Concept[], weights: Weights): Ranked[] {
  const [total, covered, best, sum, option] = [board(postings), board(postings), board(postings), board(postings), board(postings)];
  let asked = 0;
  for (const concept of concepts) {
    const full = fullScore(postings, concept, weights) * concept.weight;
    asked += full;
    for (const one of concept.options) {
      answer(postings, one, weights, option);
      option.empty((slot, score) => {
        best.raise(slot, score);
        sum.add(slot, score);
      });
    }
    sum.empty((slot, all) => {
      const most = best.scores[slot]!;
      const score = (most + weights.beyondBest * (all - most)) * concept.weight;
      total.add(slot, score);
      covered.add(slot, Math.min(score, full));
    });
    best.empty(() => {});
  }
  const ranked: Ranked[] = [];
  total.empty((slot, score) => {
    const coverage = covered.scores[slot]! / asked;
    ranked.push({ slot, score: score * coverage ** weights.coverage });
  });
  return ranked;
}

/** Of several words the rarest must be there, and the others add to it: "personal assistance" is not answered by any assistance. */
function answer(postings: Postings, option: Option, weights: Weights, into: Board): void {
  const share = option.strength / option.sought.length;
  const [rarest, ...others] = option.sought.toSorted((a, b) => soughtScore(postings, b, weights) - soughtScore(postings, a, weights));
  if (!rarest) return;
  addSought(postings, rarest, share, weights, into.add);
  for (const sought of others) addSought(postings, sought, share, weights, into.addMore);
}

function addSought(postings: Postings, sought: Sought, share: number, weights: Weights, add: Add): void {
  addTerms(postings, 'w', sought.wholes, share * weights.whole, add);
  addTerms(postings, 'p', sought.parts, share * weights.part, add);
  addTerms(postings, 'g', sought.grams, share * weights.gram, add);
}

function addTerms(postings: Postings, kind: Kind, terms: readonly string[], share: number, add: Add): void {
  for (const term of terms) {
    const list = postings.listOf(kind + term);
    if (!list) continue;
    const worth = (postings.rarity(kind + term) * share) / (kind === 'w' ? 1 : terms.length);
    const { slots, strengths } = list;
    for (let at = 0; at < list.length; at += 1) add(slots[at]!, worth * strengths[at]!);
  }
}

type Kind = 'w' | 'p' | 'g';
type Board = ReturnType<typeof board>;
type Add = (slot: number, score: number) => void;

/** Scores by slot, and which slots have one, so that emptying costs what was written. */
function board(postings: Postings) {
  const scores = new Float32Array(postings.slots());
  const written: number[] = [];

  function add(slot: number, score: number): void {
    if (scores[slot] === 0) written.push(slot);
    scores[slot] = scores[slot]! + score;
  }

  /** Only where something stands already. */
  function addMore(slot: number, score: number): void {
    if (scores[slot]! > 0) scores[slot] = scores[slot]! + score;
  }

  function raise(slot: number, score: number): void {
    if (scores[slot] === 0) written.push(slot);
    if (scores[slot]! < score) scores[slot] = score;
  }

  function empty(each: (slot: number, score: number) => void): void {
    for (const slot of written) {
      each(slot, scores[slot]!);
      scores[slot] = 0;
    }
    written.length = 0;
  }

  return { scores, add, addMore, raise, empty };
}

/** What a text gets that says the concept plainly. */
function fullScore(postings: Postings, concept: Concept, weights: Weights): number {
  const each = concept.options.map(({ strength, sought }) => strength * mean(sought.map((one) => soughtScore(postings, one, weights))));
  return Math.max(...each);
}

function soughtScore(postings: Postings, sought: Sought, weights: Weights): number {
  return (
    weights.whole * Math.max(...sought.wholes.map((whole) => postings.rarity(`w${whole}`))) +
    weights.part * rarityOf(postings, 'p', sought.parts) +
    weights.gram * rarityOf(postings, 'g', sought.grams)
  );
}

function rarityOf(postings: Postings, kind: Kind, terms: readonly string[]): number {
  return terms.length === 0 ? 0 : mean(terms.map((term) => postings.rarity(kind + term)));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
