import type { View } from './types.ts';

type Block = View['blocks'][number];

/** The highest number given of each block, by its name; the server hears of it only later. */
export type Used = Record<string, number>;

/** The next number of a letter on a day from the kiosk's own blocks; undefined when all are given. */
export function nextNumber(blocks: readonly Block[], used: Used, day: string, prefix: string): { code: string; used: Used } | undefined {
  for (const block of blocks.filter((one) => one.day === day && one.prefix === prefix)) {
    const next = Math.max(block.next, (used[nameOf(block)] ?? 0) + 1);
    if (next <= block.last) return { code: codeOf(prefix, next), used: { ...used, [nameOf(block)]: next } };
  }
  return undefined;
}

/** What is still of use: blocks the server no longer tells of are given out or past. */
export function stillUsed(blocks: readonly Block[], used: Used): Used {
  const names = new Set(blocks.map(nameOf));
  return Object.fromEntries(Object.entries(used).filter(([name]) => names.has(name)));
}

/** As displays call it: three digits at least. */
const codeOf = (prefix: string, number: number) => `${prefix}${String(number).padStart(3, '0')}`;

const nameOf = ({ day, prefix, first }: Block) => `${day} ${prefix}${first}`;
