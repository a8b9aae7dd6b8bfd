import { fullScore, knownScore, soughtScore } from './full.ts';
import type { Postings } from './postings.ts';
import type { Concept, Option, Sought } from './query.ts';
import type { Weights } from './weights.ts';

/** `scores` and `answered` by slot, of those in `slots`; `answered`: the share (0-1) a text answers of what any text here could. */
export type Ranking = { slots: readonly number[]; scores: Float32Array; answered: Float32Array };

/**
 * Every text that answers anything, by BM25 over the terms of each concept; a concept counts once however many ways it is answered, and a
 * text that answers less of what was asked gets less for it.
 */
export function rank(postings: Postings, concepts: readonly Concept[], weights: Weights): Ranking {
  const [total, covered, known] = [board(postings), board(postings), board(postings)];
  const [best, sum, option] = [board(postings), board(postings), board(postings)];
  let [askedFull, askedKnown] = [0, 0];
  for (const concept of concepts) {
    const full = fullScore(postings, concept, weights) * concept.weight;
    const knownFull = concept.explained ? 0 : knownScore(postings, concept, weights) * concept.weight;
    askedFull += full;
    askedKnown += knownFull;
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
      known.add(slot, Math.min(score, knownFull));
    });
    best.empty(() => {});
  }
  const { slots, scores } = total;
  const answered = known.scores;
  for (const slot of slots) {
    scores[slot] = scores[slot]! * (covered.scores[slot]! / askedFull) ** weights.coverage;
    answered[slot] = answered[slot]! / askedKnown;
  }
  return { slots, scores, answered };
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
  addTerms(postings, 'p', sought.wholes, share * weights.within, add);
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
  const slots: number[] = [];

  function add(slot: number, score: number): void {
    if (scores[slot] === 0) slots.push(slot);
    scores[slot] = scores[slot]! + score;
  }

  /** Only where something stands already. */
  function addMore(slot: number, score: number): void {
    if (scores[slot]! > 0) scores[slot] = scores[slot]! + score;
  }

  function raise(slot: number, score: number): void {
    if (scores[slot] === 0) slots.push(slot);
    if (scores[slot]! < score) scores[slot] = score;
  }

  function empty(each: (slot: number, score: number) => void): void {
    for (const slot of slots) {
      each(slot, scores[slot]!);
      scores[slot] = 0;
    }
    slots.length = 0;
  }

  return { slots, scores, add, addMore, raise, empty };
}
