import type { Option } from './select.tsx';

type Named = Pick<Option, 'label' | 'alias'>;

/** Options that begin with what was typed, then those with a word that does, then those that have it anywhere; else as they were. */
export function closestFirst<T extends Named>(options: readonly T[], typed: string): T[] {
  return options
    .map((option, place) => ({ option, place, rank: rankOf(option, typed) }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .map(({ option }) => option);
}

export function matchesWords(option: Named, typed: string): boolean {
  return rankOf(option, typed) < nowhere;
}

const nowhere = 3;

function rankOf({ label, alias }: Named, typed: string): number {
  const sought = fold(typed.trim());
  if (sought === '') return 0;
  return Math.min(...[label, alias ?? ''].map((name) => rankIn(fold(name), sought)));
}

function rankIn(name: string, sought: string): number {
  if (name.startsWith(sought)) return 0;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(sought))) return 1;
  return name.includes(sought) ? 2 : nowhere;
}

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('fi');
