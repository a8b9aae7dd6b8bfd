import type { Language } from '../../../directory/types.ts';
import { partsOfCompound } from './split.ts';
import { stemEnglish } from './stem-en.ts';
import { stemFinnish } from './stem-fi.ts';
import { stemSwedish } from './stem-sv.ts';
import type { Morphology } from './voikko.ts';

/**
 * How a word is recognised: `wholes` are its base forms or stem, `parts` those of the words it is compounded of (none when it is no
 * compound), `spans` those of several of its parts together: eläinlääkäri of eläinlääkäripalvelut.
 */
export type Analysed = { wholes: string[]; parts: string[]; spans: string[] };
export type Analyse = (word: string, language: Language) => Analysed;

const stems: Record<Language, (word: string) => string> = { fi: stemFinnish, sv: stemSwedish, en: stemEnglish };

/** Distinct words kept analysed: the words of some ten thousand texts and what people type. */
const KEPT = 100_000;

/** `simple`: words of each language that compounds are made of. Answers are remembered, since a morphology costs 20-30 µs a word. */
export function createAnalysis(simple: Record<Language, Iterable<string>>, morphology: Morphology | null): Analyse {
  const lexicons = {
    fi: lexiconOf(simple.fi, stemFinnish),
    sv: lexiconOf(simple.sv, stemSwedish),
    en: lexiconOf(simple.en, stemEnglish),
  };
  const known: Record<Language, Map<string, Analysed>> = { fi: new Map(), sv: new Map(), en: new Map() };
  return (word, language) => {
    const before = known[language].get(word);
    if (before) return before;
    const analysed = analyse(word, language);
    if (known[language].size >= KEPT) known[language].clear();
    known[language].set(word, analysed);
    return analysed;
  };

  function analyse(word: string, language: Language): Analysed {
    const stem = stems[language];
    const told = language === 'fi' && morphology ? morphology(word) : null;
    const wholes = told ? told.bases.map(stem) : [stem(word)];
    const pieces = told && told.parts.length > 1 ? told.parts : piecesOf(word, language);
    const bases = (piece: string) => (told ? (morphology?.(piece)?.bases ?? [piece]) : [piece]).map(stem);
    return {
      wholes: [...new Set(wholes)],
      parts: [...new Set(pieces.flatMap(bases))],
      spans: [...new Set(spansOf(pieces).flatMap(bases))],
    };
  }

  /** English writes its compounds apart. */
  function piecesOf(word: string, language: Language): string[] {
    return language === 'en' ? [] : partsOfCompound(word, lexicons[language], stems[language]);
  }
}

/** Two or more parts that begin or end a compound of three or more. */
function spansOf(pieces: readonly string[]): string[] {
  const lengths = Array.from({ length: Math.max(0, pieces.length - 2) }, (_, n) => n + 2);
  return lengths.flatMap((length) => [pieces.slice(0, length).join(''), pieces.slice(-length).join('')]);
}

function lexiconOf(words: Iterable<string>, stem: (word: string) => string): Set<string> {
  return new Set([...words].filter((word) => word.length >= 3).map(stem));
}
