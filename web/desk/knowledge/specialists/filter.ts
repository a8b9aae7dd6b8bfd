import type { SpecialistRow } from '../../../shared/api/specialists.ts';

export type Wished = { words: string; language?: string | undefined; organisation?: string | undefined; duty?: boolean | undefined };

/** Those who have all that was wished; words are of a skill in any language, a name or a place. */
export function fitting(all: readonly SpecialistRow[], wished: Wished, placeOf: (row: SpecialistRow) => string): SpecialistRow[] {
  const words = plain(wished.words).split(/\s+/).filter(Boolean);
  return all.filter((row) => {
    if (wished.language && !row.languages.includes(wished.language)) return false;
    if (wished.organisation && row.organisationId !== wished.organisation) return false;
    if (wished.duty && !row.now.onDuty) return false;
    const said = plain([row.name, placeOf(row), ...row.skills.flatMap(({ fi, sv, en }) => [fi, sv, en])].join(' '));
    return words.every((word) => said.includes(word));
  });
}

/** On duty first, then those who say they are available; who is away last. */
export function readyFirst(rows: readonly SpecialistRow[]): SpecialistRow[] {
  const weight = ({ now }: SpecialistRow) =>
    (now.onDuty ? 4 : 0) + { available: 2, busy: 0, away: -2, none: 1 }[now.presence?.state ?? 'none'];
  return rows.toSorted((one, other) => weight(other) - weight(one));
}

const plain = (text: string) => text.toLocaleLowerCase('fi');
