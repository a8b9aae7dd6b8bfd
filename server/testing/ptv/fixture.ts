import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Item = Record<string, unknown> & { id: string };

/** A small directory in the shape of PTV's Open API v11, of a town that does not exist, with every trap that the real one has. */
export const FIXTURE = join(import.meta.dirname, 'v11');

export const fixture = async (file: string): Promise<Item[]> => JSON.parse(await readFile(join(FIXTURE, file), 'utf8'));

/** So many of the items, each round of them under ids of its own. Items whose id is spoilt are left out. */
export function copies(items: readonly Item[], count: number): Item[] {
  const sound = items.filter(({ id }) => id.length === 36);
  return Array.from({ length: count }, (_, at) => {
    const item = sound[at % sound.length]!;
    const round = Math.floor(at / sound.length);
    return { ...item, id: `${round.toString(16).padStart(4, '0')}${item.id.slice(4)}` };
  });
}
