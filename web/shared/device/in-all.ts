import { part } from './part.ts';
import { SPOKEN, type Spoken } from './texts.ts';

/** The same in every language at once, each marked as its own: nobody has chosen one yet. */
export function inAll(words: (language: Spoken) => string, between = ' · '): (Node | string)[] {
  return SPOKEN.flatMap((language, index) => {
    const span = part('span', '', words(language));
    span.lang = language;
    return index === 0 ? [span] : [between, span];
  });
}

/** A paragraph for each language. */
export function paragraphs(kind: string, words: (language: Spoken) => string): HTMLElement[] {
  return SPOKEN.map((language) => {
    const one = part('p', kind, words(language));
    one.lang = language;
    return one;
  });
}
