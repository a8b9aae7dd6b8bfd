import type { Language } from '../../../directory/types.ts';
import type { Asked, Hit, SearchIndex } from '../types.ts';
import { createAnalysis } from './analysis.ts';
import { createCollection, languages, type Text } from './collection.ts';
import { wordsOf } from './fold.ts';
import { type Concept, createQueryReader, WORDS_AT_MOST } from './query.ts';
import { rank } from './rank.ts';
import { createThesaurus } from './thesaurus.ts';
import { addTwins, type Found } from './twins.ts';
import type { Morphology } from './voikko.ts';
import { defaultWeights, type Weights } from './weights.ts';
import { wordsThatAnswered } from './why.ts';
import { listed, sayingsOf, type WordTable, wordTables } from './words.ts';

export type ReadingOptions = {
  /** Finnish base forms (`loadVoikko()`); without it a light stemmer serves. */
  morphology?: Morphology | null;
  tables?: Record<Language, WordTable>;
};
/** `reading`: shared with another index, and what is learnt with it. */
export type IndexOptions = ReadingOptions & { reading?: Reading; weights?: Partial<Weights> };

/** How words are read and what they mean: a second of work, so indexes of one process share it. */
export type Reading = ReturnType<typeof createReading>;

export function createReading({ tables = wordTables, morphology = null }: ReadingOptions = {}) {
  const words = { fi: wordsIn(tables.fi), sv: wordsIn(tables.sv), en: wordsIn(tables.en) };
  const stops = { fi: new Set(listed(tables.fi.stop)), sv: new Set(listed(tables.sv.stop)), en: new Set(listed(tables.en.stop)) };
  const analyse = createAnalysis(words, morphology);
  return { tables, words, stops, analyse, thesaurus: createThesaurus(tables, analyse) };
}

const USUAL_LIMIT = 20;
/** Entries below which words are not told rare from common. */
const FEW = 100;

/** A search index in the process's memory; see `SearchIndex`. Nothing is read or written elsewhere. */
export function createIndex(options: IndexOptions = {}): SearchIndex {
  const { tables, words, stops, analyse, thesaurus } = options.reading ?? createReading(options);
  const weights = { ...defaultWeights, ...options.weights };
  const collection = createCollection(words, analyse, weights);
  const { read, ownTitle } = createQueryReader({ analyse, thesaurus, vocabularies: collection.vocabularies, tables, weights });

  /** Somebody whose desk or page is in one language may ask in another: the words are read as of the language they are of. */
  function search(asked: Asked): Hit[] {
    for (const language of likeliestLanguages(asked)) {
      const hits = searchAs({ ...asked, language });
      if (hits.length > 0) return hits;
    }
    return [];
  }

  function searchAs(asked: Asked): Hit[] {
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

  /** The one that knows most of the words; of those that know as many, the one asked in. Where none knows any, as while typing, each in turn. */
  function likeliestLanguages({ words: said, language: asked }: Asked): Language[] {
    const all = wordsOf(said).slice(0, WORDS_AT_MOST);
    const known = (language: Language) => all.filter((word) => stops[language].has(word) || isKnown(word, language, language)).length;
    const [best, ...others] = [asked, ...languages.filter((language) => language !== asked)]
      .map((language) => ({ language, known: known(language) }))
      .sort((a, b) => b.known - a.known);
    return best!.known > 0 ? [best!.language] : [best!.language, ...others.map(({ language }) => language)];
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

  /** No hit rather than noise: nothing when the best one answers too little, few when it is doubtful, and none that answers far less than it. */
  function best(found: Found, limit: number) {
    const hits = [...found.values()].sort((a, b) => b.score - a.score || (a.text.entry.id < b.text.entry.id ? -1 : 1));
    const [top] = hits;
    if (!top || !isEnough(top)) return [];
    const isDoubtful = collection.count() >= FEW && top.score < weights.plenty * unseenWorth();
    const least = top.score * (isDoubtful ? weights.nearDoubtful : weights.nearBest);
    return hits.filter(({ score }) => score >= least).slice(0, limit);
  }

  function isEnough({ score, answered }: { score: number; answered: number }): boolean {
    if (collection.count() < FEW) return answered >= weights.answered;
    // Scores grow with the number of texts, and so does what a word would tell that none of them has.
    return score >= weights.enough * unseenWorth();
  }

  /** What a word would tell that no text has. */
  function unseenWorth(): number {
    return Math.max(...languages.map((language) => collection.postings[language].rarity('')));
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
  return [...listed(table.parts), ...sayingsOf(table).flatMap((group) => [...wordsOf(group.said), ...wordsOf(group.means)])];
}
