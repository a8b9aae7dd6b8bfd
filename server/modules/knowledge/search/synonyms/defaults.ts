import { createHash } from 'node:crypto';
import type { Language } from '../../../directory/types.ts';
import { listed, sayingsOf, wordTables } from '../engine/words.ts';
import type { Synonym } from '../types.ts';

/** What the product knows of everyday words beforehand, a word at a time. */
export const defaultSynonyms: readonly (Synonym & { id: string })[] = (['fi', 'sv', 'en'] as const).flatMap((language) => {
  const told = sayingsOf(wordTables[language]).flatMap(({ said, means }) =>
    listed(said).map((word) => ({ word: word.toLocaleLowerCase('fi'), means: listed(means) })),
  );
  return [...Map.groupBy(told, ({ word }) => word)].map(([word, groups]) => {
    const meanings = [...new Set(groups.flatMap(({ means }) => means))];
    return { id: synonymId(language, word), language, word, meanings, both: false };
  });
});

/** One word of a language is one thing, whoever explains it: a name made from it needs no row to be there. */
export function synonymId(language: Language, word: string): string {
  const hex = createHash('sha256').update(`${language} ${word}`).digest('hex');
  // RFC 9562, version 8: a UUID of one's own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
