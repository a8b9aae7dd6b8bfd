import type { Names } from '../../directory/types.ts';

/** Shorter names are whole words only: "TE" is not in "Terassi". */
const LEAST_STEM = 3;

/**
 * Whether words name an organisation: by its name, its short name or how the short name begins ("ELY" of "ELY-keskus"), in any language.
 * Compared by how words begin, since Finnish and Swedish add to the end: "Kelan tiski", "Skattedisken".
 */
export function namesOrganisation(words: string, { name, shortName }: { name: Names; shortName: Names }): boolean {
  const said = ` ${plain(words)} `;
  const short = Object.values(shortName).map(plain);
  const stems = [...Object.values(name).map(plain), ...short, ...short.map((one) => one.split(' ')[0] ?? '')];
  return stems.filter((stem) => stem !== '').some((stem) => said.includes(stem.length < LEAST_STEM ? ` ${stem} ` : ` ${stem}`));
}

const plain = (text: string) =>
  text
    .toLocaleLowerCase('fi')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
