import type { Language } from '../../../directory/types.ts';
import type { Analyse } from './analysis.ts';
import { gramsOf, wordsOf } from './fold.ts';
import type { Meaning, Thesaurus } from './thesaurus.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Weights } from './weights.ts';
import { listed, type WordTable } from './words.ts';

/** How one word is looked for: alternatives of each kind of term. */
export type Sought = { word: string; wholes: string[]; parts: string[]; grams: string[] };
/** One way to answer a concept: all its words, and how sure it is (0-1) that this is what was asked. `itself`: the very word asked. */
export type Option = { strength: number; sought: Sought[]; itself?: boolean };
/** One thing asked. `explained`: a word of a saying that is a concept of its own, so that nothing is missing where the word is. */
export type Concept = { weight: number; options: Option[]; explained?: boolean };

/** What is asked beyond this is left out: a sentence has fewer words, and time must not grow without end. */
export const WORDS_AT_MOST = 40;

export type QueryReader = ReturnType<typeof createQueryReader>;

type Parts = {
  analyse: Analyse;
  thesaurus: Thesaurus;
  vocabularies: Record<Language, Vocabulary>;
  tables: Record<Language, WordTable>;
  weights: Weights;
};

/** Reads what was asked as concepts to look for in texts of a language. */
export function createQueryReader({ analyse, thesaurus, vocabularies, tables, weights }: Parts) {
  const stops = byLanguage((language) => new Set(listed(tables[language].stop)));
  const weak = byLanguage((language) => new Set(listed(tables[language].weak).flatMap((word) => analyse(word, language).wholes)));

  return { read, ownTitle };

  function read(words: string, asked: Language, text: Language): Concept[] {
    const all = wordsOf(words).slice(0, WORDS_AT_MOST);
    const used = all.filter((word) => !stops[asked].has(word) && !stops[text].has(word));
    // A blank after the last word says that it is whole.
    const unfinished = /[\p{L}\p{N}]$/u.test(words) ? all.at(-1) : undefined;
    const told = sayings(used, asked, text);
    const explained = new Set(told.flatMap(({ at }) => at));
    const single = used.map((word, at) => {
      const concept = conceptOf(word, at === used.length - 1 && word === unfinished, asked, text);
      return explained.has(at) ? { ...concept, weight: concept.weight * weights.explained, explained: true } : concept;
    });
    return [...single, ...told.map(({ concept }) => concept)];
  }

  /** A text's own title as a question, to find its likes. */
  function ownTitle(title: string, text: Language): Concept[] {
    const words = wordsOf(title).filter((word) => !stops[text].has(word));
    return words.map((word) => ({ weight: 1, options: [{ strength: 1, sought: [soughtOf(word, text, false)] }] }));
  }

  function conceptOf(word: string, unfinished: boolean, asked: Language, text: Language): Concept {
    const isWeak = analyse(word, asked).wholes.some((whole) => weak[asked].has(whole));
    const forms = asked === text ? formsOf(word, unfinished, text) : [{ form: word, strength: weights.foreign }];
    const options = forms.flatMap(({ form, strength }) => [
      { strength, sought: [soughtOf(form, text, form === word && asked === text)], itself: form === word },
      ...meanings(form, asked, text).map((option) => ({ ...option, strength: option.strength * strength })),
    ]);
    return { weight: isWeak ? weights.weak : 1, options };
  }

  /** The word itself, and when no text has it, what it may have been meant to be. */
  function formsOf(word: string, unfinished: boolean, text: Language): { form: string; strength: number }[] {
    const itself = { form: word, strength: 1 };
    if (vocabularies[text].has(word)) return [itself];
    const completed = unfinished ? vocabularies[text].completions(word).map((form) => ({ form, strength: weights.completed })) : [];
    const mended = completed.length > 0 ? [] : vocabularies[text].mended(word);
    return [
      itself,
      ...completed,
      ...mended.map(({ word: form, slips }) => ({ form, strength: weights.corrected ** Math.max(slips, 0.5) })),
    ];
  }

  function meanings(word: string, asked: Language, text: Language): Option[] {
    const direct = thesaurus.meaningsOf(word, asked, text).map((meaning) => optionOf(meaning, text, 1));
    if (direct.length > 0) return direct;
    const { parts, spans } = analyse(word, asked);
    return [...spans, ...parts]
      .flatMap((part) => thesaurus.meaningsOf(part, asked, text))
      .map((meaning) => optionOf(meaning, text, weights.partSynonym));
  }

  /** Sayings of the word tables, and at which words of the query each stands. */
  function sayings(words: readonly string[], asked: Language, text: Language): { at: number[]; concept: Concept }[] {
    return thesaurus.sayingsIn(words, asked, text).map(({ at, meanings: told }) => ({
      at,
      concept: { weight: weights.phrase, options: told.map((meaning) => optionOf(meaning, text, 1)) },
    }));
  }

  function optionOf(meaning: Meaning, text: Language, strength: number): Option {
    return {
      strength: strength * weights[meaning.sureness],
      sought: meaning.words.map((word) => soughtOf(word, text, meaning.sureness === 'learnt' && !vocabularies[text].has(word))),
    };
  }

  function soughtOf(word: string, text: Language, withGrams: boolean): Sought {
    const { wholes, parts } = analyse(word, text);
    return { word, wholes, parts, grams: withGrams ? gramsOf(word) : [] };
  }
}

function byLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return { fi: of('fi'), sv: of('sv'), en: of('en') };
}
