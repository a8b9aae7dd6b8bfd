import { createRequire } from 'node:module';
import type koffiOf from 'koffi';

type Koffi = typeof koffiOf;
type Library = ReturnType<Koffi['load']>;

/** What a morphology knows of a Finnish word: its base forms, and of a compound its parts. Null: the word is unknown. */
export type Morphology = (word: string) => { bases: string[]; parts: string[] } | null;

const names = ['libvoikko.so.1', 'libvoikko.dylib', 'libvoikko-1.dll'];

/**
 * Voikko with its Finnish words, when the machine has them (Debian: libvoikko1 and voikko-fi); null otherwise, and search does without.
 * Loaded from the machine and never bundled: the library and its words are under the GPL.
 */
export function loadVoikko(): Morphology | null {
  try {
    // An optional dependency: an `import` of what is not there would stop the whole process.
    const koffi = createRequire(import.meta.url)('koffi') as Koffi;
    const library = firstLoaded(koffi);
    return library && finnish(koffi, library);
  } catch {
    return null;
  }
}

function firstLoaded(koffi: Koffi): Library | null {
  for (const name of names) {
    try {
      return koffi.load(name);
    } catch {}
  }
  return null;
}

function finnish(koffi: Koffi, library: Library): Morphology | null {
  const init = library.func('void *voikkoInit(_Out_ const char **error, const char *language, const char *path)');
  const analyse = library.func('void *voikkoAnalyzeWordCstr(void *handle, const char *word)');
  const value = library.func('void *voikko_mor_analysis_value_cstr(void *analysis, const char *key)');
  const freeValue = library.func('void voikko_free_mor_analysis_value_cstr(void *value)');
  const free = library.func('void voikko_free_mor_analysis(void *analyses)');
  const handle: unknown = init([null], 'fi', null);
  if (!handle) return null;

  return (word) => {
    const analyses: unknown = analyse(handle, word);
    if (!analyses) return null;
    const bases = new Set<string>();
    const parts = new Set<string>();
    for (const one of pointers(koffi, analyses)) {
      const base = text(one, 'BASEFORM');
      if (!base) continue;
      bases.add(base.toLowerCase());
      for (const part of partsOf(base.toLowerCase(), text(one, 'STRUCTURE') ?? '')) parts.add(part);
    }
    free(analyses);
    return bases.size === 0 ? null : { bases: [...bases], parts: [...parts] };
  };

  function text(analysis: unknown, key: string): string | null {
    const held: unknown = value(analysis, key);
    if (!held) return null;
    const decoded: string = koffi.decode(held, 'char', -1);
    freeValue(held);
    return decoded;
  }
}

/** A C array of pointers that ends in a null one. */
function pointers(koffi: Koffi, array: unknown): unknown[] {
  const found: unknown[] = [];
  for (let at = 0; ; at += 1) {
    const one: unknown = koffi.decode(array, at * koffi.sizeof('void *'), 'void *');
    if (!one) return found;
    found.push(one);
  }
}

/** Of hammaslääkäri, whose structure is "=pppppp=ppppppp": hammas, lääkäri. None of a word that is no compound. */
function partsOf(base: string, structure: string): string[] {
  const lengths = structure.split(/[=-]/u).flatMap((piece) => (piece.length > 0 ? [piece.length] : []));
  if (lengths.length < 2) return [];
  const letters = base.replaceAll('-', '');
  const starts = lengths.map((_, at) => lengths.slice(0, at).reduce((sum, one) => sum + one, 0));
  // The last part is in its base form, however long it was as written.
  return starts.map((start, at) => letters.slice(start, starts[at + 1])).filter((part) => part.length > 1);
}
