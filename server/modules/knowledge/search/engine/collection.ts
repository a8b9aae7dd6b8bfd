import type { Language } from '../../../directory/types.ts';
import type { Entry, EntryKind } from '../types.ts';
import type { Analyse } from './analysis.ts';
import { createPostings, type Postings } from './postings.ts';
import { indexText } from './text.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import type { Weights } from './weights.ts';

export const languages = ['fi', 'sv', 'en'] as const;

/** One language's text of an entry. */
export type Text = {
  entry: { kind: EntryKind; id: string; audience: Entry['audience']; texts: readonly Text[] };
  language: Language;
  slot: number;
  title: string;
  /** Its distinct words, those of the title first. */
  words: string[];
};

/** The entries' texts, each language apart: which words occur differs by language, and so does how telling they are. */
export type Collection = ReturnType<typeof createCollection>;

/** `known`: words of the language that no text need have, so that slips in them are mended too. */
export function createCollection(known: Record<Language, Iterable<string>>, analyse: Analyse, weights: Weights) {
  const postings: Record<Language, Postings> = { fi: createPostings(), sv: createPostings(), en: createPostings() };
  const vocabularies = { fi: vocabularyOf(known.fi), sv: vocabularyOf(known.sv), en: vocabularyOf(known.en) };
  const bySlot: Record<Language, (Text | undefined)[]> = { fi: [], sv: [], en: [] };
  const entries = new Map<string, Text[]>();

  function put(entry: Entry): void {
    remove(entry.kind, entry.id);
    const texts: Text[] = [];
    const { kind, id, audience } = entry;
    for (const language of languages) {
      if (entry.words[language]) texts.push(keep({ kind, id, audience, texts }, language, entry.words[language]));
    }
    entries.set(keyOf(kind, id), texts);
  }

  function keep(entry: Text['entry'], language: Language, said: NonNullable<Entry['words'][Language]>): Text {
    const { terms, words } = indexText(said, language, analyse, weights);
    const slot = postings[language].add(terms);
    for (const word of words) vocabularies[language].add(word);
    const text = { entry, language, slot, title: said.title, words };
    bySlot[language][slot] = text;
    return text;
  }

  function remove(kind: EntryKind, id: string): void {
    for (const { language, slot, words } of entries.get(keyOf(kind, id)) ?? []) {
      for (const word of words) vocabularies[language].remove(word);
      postings[language].remove(slot);
      bySlot[language][slot] = undefined;
    }
    entries.delete(keyOf(kind, id));
  }

  return {
    put,
    remove,
    postings,
    vocabularies,
    textAt: (language: Language, slot: number) => bySlot[language][slot]!,
    count: () => entries.size,
    size: () => ({
      entries: entries.size,
      bytes: sum(languages.map((language) => postings[language].bytes() + vocabularies[language].bytes())),
    }),
  };
}

function vocabularyOf(words: Iterable<string>): Vocabulary {
  const vocabulary = createVocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

function keyOf(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
