/** Numbers that look like chance and are the same from the same seed everywhere. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  within(low: number, high: number): number;
  /** True so many times in one. */
  happens(share: number): boolean;
  /** Mostly below the mean and sometimes far above it, as service times are; `spread` is the deviation of its logarithm. */
  skewed(mean: number, spread: number): number;
  pick<T>(from: readonly T[]): T;
};

export function chanceOf(seed: number): Chance {
  const next = mulberry32(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    within: (low, high) => low + (high - low) * next(),
    happens: (share) => next() < share,
    skewed: (mean, spread) => mean * Math.exp(spread * normal() - (spread * spread) / 2),
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
