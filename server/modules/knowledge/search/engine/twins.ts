import type { Language } from '../../../directory/types.ts';
import type { Collection, Text } from './collection.ts';
import type { Concept } from './query.ts';
import { rank } from './rank.ts';
import type { Weights } from './weights.ts';

/** The best text of each entry found so far; an entry is known by its list of texts. */
export type Found = Map<readonly Text[], Hit>;
type Hit = { text: Text; score: number; answered: number };

type Means = {
  collection: Collection;
  ownTitle(title: string, language: Language): Concept[];
  weights: Weights;
  shown(text: Text): boolean;
};

/** How many of the best hits are looked for in other languages. */
const MODELS = 3;
/** Share of its own title's worth that another's must reach. */
const ALIKE = 0.2;

/** What has no text in the language asked is found by being called, in another language, like the best hits are called there. */
export function addTwins(found: Found, asked: Language, { collection, ownTitle, weights, shown }: Means): void {
  for (const model of strongest(found, MODELS)) {
    for (const own of model.text.entry.texts) {
      if (own.language === asked) continue;
      const { slots, scores } = rank(collection.postings[own.language], ownTitle(own.title, own.language), weights);
      const least = scores[own.slot]! * ALIKE;
      for (const slot of slots) {
        if (scores[slot]! < least) continue;
        const text = collection.textAt(own.language, slot);
        if (text.entry.texts.some(({ language }) => language === asked) || !shown(text)) continue;
        const worth = model.score * weights.likeness * Math.min(1, scores[slot]! / scores[own.slot]!);
        if ((found.get(text.entry.texts)?.score ?? 0) < worth)
          found.set(text.entry.texts, { text, score: worth, answered: model.answered });
      }
    }
  }
}

function strongest(found: Found, count: number): Hit[] {
  const best: Hit[] = [];
  for (const one of found.values()) {
    if (best.length === count && one.score <= best.at(-1)!.score) continue;
    const at = best.findIndex(({ score }) => score < one.score);
    best.splice(at < 0 ? best.length : at, 0, one);
    best.length = Math.min(best.length, count);
  }
  return best;
}
