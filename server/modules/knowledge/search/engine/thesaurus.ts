import type { Language } from '../../../directory/types.ts';
import type { Synonym } from '../types.ts';
import type { Analyse } from './analysis.ts';
import { wordsOf } from './fold.ts';
import { type Group, listed, type WordTable } from './words.ts';

/**
 * `learnt`: its owner said so, and need not write it as the texts do; `meant`: the word tables do; `helped`: it is what helps in that
 * situation; `near`: they name things near to each other.
 */
export type Sureness = 'learnt' | 'meant' | 'helped' | 'near';
/** A way to say the same: the words to look for. */
export type Meaning = { words: string[]; sureness: Sureness };

/** `name`: of a word that is explained, so that the explanation may be replaced; none where it only follows from that of another word. */
type Phrase = { said: string[][]; meanings: Meaning[]; name: string | undefined };
type Book = Map<string, Phrase[]>;

/** `asked` is the language of the query and `text` that of the texts the meanings are looked for in. */
export type Thesaurus = ReturnType<typeof createThesaurus>;

export function createThesaurus(tables: Record<Language, WordTable>, analyse: Analyse) {
  const stops = { fi: new Set(listed(tables.fi.stop)), sv: new Set(listed(tables.sv.stop)), en: new Set(listed(tables.en.stop)) };
  const given = new Map<string, Book>();
  let learnt = new Map<string, Book>();
  let replaced = new Set<string>();
  for (const language of ['fi', 'sv', 'en'] as const) {
    for (const group of tables[language].groups) keepGroup(language, group);
    for (const situation of tables[language].situations ?? []) keepSaid(language, situation, 'helped');
  }

  /**
   * Replaces all synonyms learnt before. What is learnt of a word stands in place of what was known of it beforehand; without meanings, it
   * has none any more.
   */
  function learn(synonyms: readonly Synonym[]): void {
    learnt = new Map();
    replaced = new Set(synonyms.map(({ language, word }) => nameOf(language, word)));
    for (const { language, word, meanings, both } of synonyms) {
      keep(learnt, language, language, word, meanings, 'learnt');
      if (both) for (const meaning of meanings) keep(learnt, language, language, meaning, [word], 'learnt');
    }
  }

  /** Meanings of one word by itself. */
  function meaningsOf(word: string, asked: Language, text: Language): Meaning[] {
    return phrasesWith(analyse(word, asked).wholes, asked, text)
      .filter((phrase) => phrase.said.length === 1)
      .flatMap((phrase) => phrase.meanings);
  }

  /** Sayings of several words that the query has all words of, in whatever order. */
  function sayingsIn(words: readonly string[], asked: Language, text: Language): { at: number[]; meanings: Meaning[] }[] {
    const analysed = words.map((word) => new Set(analyse(word, asked).wholes));
    const phrases = new Set(analysed.flatMap((wholes) => phrasesWith([...wholes], asked, text)).filter((phrase) => phrase.said.length > 1));
    return [...phrases].flatMap((phrase) => {
      const at = phrase.said.map((wholes) => analysed.findIndex((one) => wholes.some((whole) => one.has(whole))));
      return at.includes(-1) ? [] : [{ at, meanings: phrase.meanings }];
    });
  }

  function phrasesWith(wholes: readonly string[], asked: Language, text: Language): Phrase[] {
    const way = `${asked}>${text}`;
    return wholes.flatMap((whole) => [...(learnt.get(way)?.get(whole) ?? []), ...knownOf(way, whole)]);
  }

  function knownOf(way: string, whole: string): Phrase[] {
    return (given.get(way)?.get(whole) ?? []).filter(({ name }) => name === undefined || !replaced.has(name));
  }

  function keepSaid(language: Language, { said, means, finnish }: Group, sureness: Sureness): void {
    for (const one of listed(said)) {
      keep(given, language, language, one, listed(means), sureness, nameOf(language, one));
      if (finnish) keep(given, language, 'fi', one, listed(finnish), sureness, nameOf(language, one));
    }
  }

  function keepGroup(language: Language, group: Group): void {
    keepSaid(language, group, 'meant');
    const means = listed(group.means);
    for (const one of means)
      keep(
        given,
        language,
        language,
        one,
        means.filter((other) => other !== one),
        'near',
      );
    if (!group.finnish) return;
    const finnish = listed(group.finnish);
    for (const one of means) keep(given, language, 'fi', one, finnish, 'meant');
    for (const one of finnish) keep(given, 'fi', language, one, means, 'meant');
  }

  function keep(
    books: Map<string, Book>,
    asked: Language,
    text: Language,
    said: string,
    means: readonly string[],
    sureness: Sureness,
    name?: string,
  ): void {
    const words = contentOf(said, asked).map((word) => analyse(word, asked).wholes);
    const meanings = means.map((meaning) => ({ words: contentOf(meaning, text), sureness })).filter((meaning) => meaning.words.length > 0);
    if (words.length === 0 || meanings.length === 0) return;
    const way = `${asked}>${text}`;
    const book = books.get(way) ?? new Map<string, Phrase[]>();
    books.set(way, book);
    const phrase = { said: words, meanings, name };
    for (const whole of new Set(words.flat())) book.set(whole, [...(book.get(whole) ?? []), phrase]);
  }

  return { learn, meaningsOf, sayingsIn };

  function contentOf(phrase: string, language: Language): string[] {
    const words = wordsOf(phrase);
    const telling = words.filter((word) => !stops[language].has(word));
    return telling.length > 0 ? telling : words;
  }
}

function nameOf(language: Language, word: string): string {
  return `${language} ${word.toLowerCase()}`;
}
