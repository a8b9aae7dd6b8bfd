import type { Language } from '../../../directory/types.ts';
import type { Asked, Entry, EntryKind, Hit, SearchIndex } from '../types.ts';
import { createAnalysis } from './analysis.ts';
import { wordsOf } from './fold.ts';
import { createPostings } from './postings.ts';
import { createQueryReader } from './query.ts';
import { rank } from './rank.ts';
import { indexText } from './text.ts';
import { createThesaurus } from './thesaurus.ts';
import { createVocabulary } from './vocabulary.ts';
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

type Text = { kind: EntryKind; id: string; audience: Entry['audience']; language: Language; title: string; words: string[] };

const languages = ['fi', 'sv', 'en'] as const;
const USUAL_LIMIT = 20;
const MODELS = 3;

/** A search index in the process's memory; see `SearchIndex`. Nothing is read or written elsewhere. */
export function createIndex(options: IndexOptions = {}): SearchIndex {
  const tables = options.tables ?? wordTables;
  const weights = { ...defaultWeights, ...options.weights };
  const analyse = createAnalysis(simpleWords(tables), options.morphology ?? null);
  const thesaurus = createThesaurus(tables, analyse);
  const vocabularies = { fi: vocabularyOf(tables.fi), sv: vocabularyOf(tables.sv), en: vocabularyOf(tables.en) };
  const postings = { fi: createPostings(), sv: createPostings(), en: createPostings() };
  const texts: Record<Language, (Text | undefined)[]> = { fi: [], sv: [], en: [] };
  const slotsOf = new Map<string, { language: Language; slot: number }[]>();
  const { read, ownTitle } = createQueryReader({ analyse, thesaurus, vocabularies, tables, weights });

  function put(entries: Iterable<Entry>): void {
    for (const entry of entries) {
      forget(entry.kind, entry.id);
      slotsOf.set(
        keyOf(entry.kind, entry.id),
        languages.filter((language) => entry.words[language]).map((language) => keep(entry, language)),
      );
    }
  }

  function keep(entry: Entry, language: Language): { language: Language; slot: number } {
    const { terms, words } = indexText(entry.words[language]!, language, analyse, weights);
    const slot = postings[language].add(terms);
    for (const word of words) vocabularies[language].add(word);
    texts[language][slot] = {
      kind: entry.kind,
      id: entry.id,
      audience: entry.audience,
      language,
      title: entry.words[language]!.title,
      words,
    };
    return { language, slot };
  }

  function remove(kind: EntryKind, ids: readonly string[]): void {
    for (const id of ids) forget(kind, id);
  }

  function forget(kind: EntryKind, id: string): void {
    for (const { language, slot } of slotsOf.get(keyOf(kind, id)) ?? []) {
      for (const word of texts[language][slot]!.words) vocabularies[language].remove(word);
      postings[language].remove(slot);
      texts[language][slot] = undefined;
    }
    slotsOf.delete(keyOf(kind, id));
  }

  function search(asked: Asked): Hit[] {
    const best = new Map<string, Hit>();
    for (const language of languages) {
      for (const hit of hitsIn(language, asked)) {
        const key = keyOf(hit.kind, hit.id);
        if ((best.get(key)?.score ?? 0) < hit.score) best.set(key, hit);
      }
    }
    addLikes(best, asked);
    const hits = [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const top = hits[0]?.score ?? 0;
    if (top < weights.enough * unseen()) return [];
    return hits
      .filter((hit) => hit.score >= top * weights.nearBest)
      .slice(0, asked.limit ?? USUAL_LIMIT)
      .map((hit) => ({ ...hit, matched: why(hit, asked) }));
  }

  /** What has no text in the language asked is found by being called, in another, like the best hits are called there. */
  function addLikes(best: Map<string, Hit>, asked: Asked): void {
    const models = [...best.values()].sort((a, b) => b.score - a.score).slice(0, MODELS);
    for (const model of models) {
      for (const { language, slot } of slotsOf.get(keyOf(model.kind, model.id))!) {
        if (language === asked.language) continue;
        for (const like of likesOf(language, slot)) {
          const text = texts[language][like.slot]!;
          const key = keyOf(text.kind, text.id);
          if (slotsOf.get(key)!.some((other) => other.language === asked.language) || !mayBeShown(text, asked)) continue;
          const score = model.score * weights.likeness * like.score;
          if ((best.get(key)?.score ?? 0) < score) best.set(key, { kind: text.kind, id: text.id, score, language, matched: [] });
        }
      }
    }
  }

  /** Texts by how like their titles are to one's (0-1). */
  function likesOf(language: Language, slot: number): { slot: number; score: number }[] {
    const ranked = rank(postings[language], ownTitle(texts[language][slot]!.title, language), weights);
    const own = ranked.find((like) => like.slot === slot)?.score ?? 1;
    return ranked.filter((like) => like.slot !== slot).map((like) => ({ slot: like.slot, score: Math.min(1, like.score / own) }));
  }

  /** What a word would tell that no text has: the measure of what is enough, since scores grow with the number of texts. */
  function unseen(): number {
    return Math.max(...languages.map((language) => postings[language].rarity('')));
  }

  function hitsIn(language: Language, asked: Asked): Hit[] {
    const concepts = read(asked.words, asked.language, language);
    const factor = language === asked.language ? 1 : weights.otherLanguage;
    return rank(postings[language], concepts, weights).flatMap(({ slot, score }) => {
      const text = texts[language][slot]!;
      if (!mayBeShown(text, asked)) return [];
      return [{ kind: text.kind, id: text.id, score: score * factor, language, matched: [] }];
    });
  }

  function why(hit: Hit, asked: Asked): string[] {
    const own = slotsOf.get(keyOf(hit.kind, hit.id))!.find(({ language }) => language === hit.language)!;
    return wordsThatAnswered(texts[hit.language][own.slot]!.words, read(asked.words, asked.language, hit.language), hit.language, analyse);
  }

  function size() {
    const kept = languages.map((language) => postings[language].bytes() + vocabularies[language].size() * 250);
    return { entries: slotsOf.size, bytes: kept.reduce((sum, one) => sum + one, 0) };
  }

  return { put, remove, learn: thesaurus.learn, search, size };
}

function mayBeShown(text: Text, asked: Asked): boolean {
  return (asked.audience === 'staff' || text.audience === 'everyone') && (!asked.kinds || asked.kinds.includes(text.kind));
}

function keyOf(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}

/** Words of the tables that stand alone, of which compounds may be made. */
function simpleWords(tables: Record<Language, WordTable>): Record<Language, string[]> {
  return { fi: wordsIn(tables.fi), sv: [...wordsIn(tables.sv)], en: wordsIn(tables.en) };
}

function wordsIn(table: WordTable): string[] {
  return [
    ...listed(table.parts),
    ...listed(table.weak),
    ...table.groups.flatMap((group) => [...wordsOf(group.said), ...wordsOf(group.means)]),
  ];
}

function vocabularyOf(table: WordTable) {
  const vocabulary = createVocabulary();
  for (const word of wordsIn(table)) vocabulary.add(word);
  return vocabulary;
}
