import type { Language } from '../../../directory/types.ts';
import { partsOfCompound } from './split.ts';
import { stemEnglish } from './stem-en.ts';
import { stemFinnish } from './stem-fi.ts';
import { stemSwedish } from './stem-sv.ts';
import type { Morphology } from './voikko.ts';

/** How a word is recognised: `wholes` are its base forms or stem, `parts` those of what it is compounded of, itself among them. */
export type Analysed = { wholes: string[]; parts: string[] };
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
    const compound =
      told && told.parts.length > 1 ? told.parts.flatMap((part) => morphology?.(part)?.bases ?? [part]) : partsOf(word, language);
    return { wholes: [...new Set(wholes)], parts: [...new Set([...wholes, ...compound.map(stem)])] };
  }

  /** English writes its compounds apart. */
  function partsOf(word: string, language: Language): string[] {
    return language === 'en' ? [] : partsOfCompound(word, lexicons[language], stems[language]);
  }
}

function lexiconOf(words: Iterable<string>, stem: (word: string) => string): Set<string> {
  return new Set([...words].filter((word) => word.length >= 3).map(stem));
}
