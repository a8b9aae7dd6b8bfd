import type { Language } from '../../../directory/types.ts';
import english from './words/en.json' with { type: 'json' };
import finnish from './words/fi.json' with { type: 'json' };
import swedish from './words/sv.json' with { type: 'json' };

/** What people say and what the texts call it; `finnish`: the same in Finnish, so that what is described only in Finnish is found as second best. */
export type Group = { said: string; means: string; finnish?: string };

/**
 * What the engine knows of a language beforehand, lists divided by commas. `stop`: words that tell nothing; `weak`: words that tell of the
 * asker; `parts`: words that compounds are made of, beside those of the groups. `situations`: what happens to people and what then helps them:
 * things of different kinds, which are near to nobody's but theirs and lead back to nothing.
 */
export type WordTable = { stop: string; weak: string; parts: string; groups: Group[]; situations?: Group[] };

export const wordTables: Record<Language, WordTable> = { fi: finnish, sv: swedish, en: english };

export function listed(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word.length > 0);
}

export function sayingsOf({ groups, situations }: WordTable): Group[] {
  return [...groups, ...(situations ?? [])];
}
