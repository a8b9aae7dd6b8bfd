import type { Language } from '../../../directory/types.ts';
import type { Asked, Hit, SearchIndex } from '../types.ts';
import { createAnalysis } from './analysis.ts';
import { createCollection, languages, type Text } from './collection.ts';
import { wordsOf } from './fold.ts';
import { type Concept, createQueryReader } from './query.ts';
import { rank } from './rank.ts';
import { createThesaurus } from './thesaurus.ts';
import { addTwins, type Found } from './twins.ts';
import type { Morphology } from './voikko.ts';
import { defaultWeights, type Weights } from './weights.ts';
import { wordsThatAnswered } from './why.ts';
import { listed, type WordTable, wordTables } from './words.ts';

export type IndexOptions = {
  /** Finnish base forms (`loadVoikko()`); without it a light stemmer serves. */
  morphology?: Morphology | null;
  tables?: Record<Language, WordTable>;
  weights?: Partial<Weights>;
};

const USUAL_LIMIT = 20;
/** Entries below which words are not told rare from common. */
const FEW = 100;

/** A search index in the process's memory; see `SearchIndex`. Nothing is read or written elsewhere. */
export function createIndex(options: IndexOptions = {}): SearchIndex {
  const tables = options.tables ?? wordTables;
  const weights = { ...defaultWeights, ...options.weights };
  const words = { fi: wordsIn(tables.fi), sv: wordsIn(tables.sv), en: wordsIn(tables.en) };
  const analyse = createAnalysis(words, options.morphology ?? null);
  const thesaurus = createThesaurus(tables, analyse);
  const collection = createCollection(words, analyse, weights);
  const { read, ownTitle } = createQueryReader({ analyse, thesaurus, vocabularies: collection.vocabularies, tables, weights });

  function search(asked: Asked): Hit[] {
    const concepts = {
      fi: read(asked.words, asked.language, 'fi'),
      sv: read(asked.words, asked.language, 'sv'),
      en: read(asked.words, asked.language, 'en'),
    };
    const found: Found = new Map();
    for (const language of languages) answerIn(language, concepts[language], asked, found);
    addTwins(found, asked.language, { collection, ownTitle, weights, shown: (text) => mayBeShown(text, asked) });
    return best(found, asked.limit ?? USUAL_LIMIT).map(({ text, score }) => ({
      kind: text.entry.kind,
      id: text.entry.id,
      score,
      language: text.language,
      matched: wordsThatAnswered(text, concepts[text.language], analyse),
    }));
  }

  function answerIn(language: Language, concepts: readonly Concept[], asked: Asked, found: Found): void {
    const factor = language === asked.language ? 1 : weights.otherLanguage;
    const { slots, scores, answered } = rank(collection.postings[language], concepts, weights);
    let top = 0;
    for (const slot of slots) {
      const score = scores[slot]! * factor;
      // Most texts share a common word with the query and no more; they would fall out in the end.
      if (score < top * weights.nearBest) continue;
      const text = collection.textAt(language, slot);
      if (!mayBeShown(text, asked)) continue;
      top = Math.max(top, score);
      if ((found.get(text.entry.texts)?.score ?? 0) < score) found.set(text.entry.texts, { text, score, answered: answered[slot]! });
    }
  }

  function knows(word: string, asked: Language): boolean {
    // A letter by itself names nobody.
    return wordsOf(word).every((one) => one.length === 1 || languages.some((text) => isKnown(one, asked, text)));
  }

  function isKnown(word: string, asked: Language, text: Language): boolean {
    if (collection.vocabularies[text].has(word) || thesaurus.meaningsOf(word, asked, text).length > 0) return true;
    const { wholes, parts } = analyse(word, text);
    const { postings, vocabularies } = collection;
    // One known part is not enough: many a surname ends or begins with a common word.
    const isPart = (part: string) => postings[text].has(`p${part}`) || vocabularies[text].has(part);
    return wholes.some((whole) => postings[text].has(`w${whole}`)) || (parts.length > 1 && parts.every(isPart));
  }

  /** No hit rather than noise: nothing when the best one answers too little, and none that answers far less than the best. */
  function best(found: Found, limit: number) {
    const hits = [...found.values()].sort((a, b) => b.score - a.score || (a.text.entry.id < b.text.entry.id ? -1 : 1));
    const [top] = hits;
    if (!top || !isEnough(top)) return [];
    return hits.filter(({ score }) => score >= top.score * weights.nearBest).slice(0, limit);
  }

  function isEnough({ score, answered }: { score: number; answered: number }): boolean {
    if (collection.count() < FEW) return answered >= weights.answered;
    // Scores grow with the number of texts, and so does what a word would tell that none of them has.
    const unseen = Math.max(...languages.map((language) => collection.postings[language].rarity('')));
    return score >= weights.enough * unseen;
  }

  return {
    put(entries) {
      for (const entry of entries) collection.put(entry);
    },
    remove(kind, ids) {
      for (const id of ids) collection.remove(kind, id);
    },
    learn: thesaurus.learn,
    search,
    knows,
    size: collection.size,
  };
}

function mayBeShown({ entry }: Text, asked: Asked): boolean {
  return (asked.audience === 'staff' || entry.audience === 'everyone') && (!asked.kinds || asked.kinds.includes(entry.kind));
}

/** The words of a table: compounds may be made of them, and slips in them are mended. */
function wordsIn(table: WordTable): string[] {
  return [...listed(table.parts), ...table.groups.flatMap((group) => [...wordsOf(group.said), ...wordsOf(group.means)])];
}
