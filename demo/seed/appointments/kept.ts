import { type Chance, chanceOf } from '../visits/chance.ts';
import type { DemoBooked } from './booked.ts';

const [MINUTE, DAY] = [60_000, 86_400_000];
/** Days beforehand that a time is booked: mostly within two weeks. */
const [AHEAD, AHEAD_SPREAD, MOST_AHEAD] = [9, 0.8, 50];

export const wasEverTaken = (state: DemoBooked['state']): boolean => state !== 'cancelled';

/** When it was booked, and what became of it. Moments are milliseconds since 1970; the same for the same appointment each time. */
export function bookedAt(one: DemoBooked): number {
  return one.from - Math.min(MOST_AHEAD, 0.2 + chanceFor(one, 1).skewed(AHEAD, AHEAD_SPREAD)) * DAY;
}

/** Most come a little early, some are late; serving begins when the one before has ended. */
export function kept(one: DemoBooked): { arrivedAt: number | null; servedAt: number | null } {
  if (one.state !== 'arrived') return { arrivedAt: null, servedAt: null };
  const chance = chanceFor(one, 2);
  const arrivedAt = one.from + (chance.happens(0.12) ? chance.within(1, 11) : -chance.within(1, 13)) * MINUTE;
  return { arrivedAt, servedAt: Math.max(arrivedAt + MINUTE, one.from + (chance.skewed(4, 0.9) - 1) * MINUTE) };
}

/** Of those that had been begun a share was left unfinished: the holds nobody agreed to, at the moment at which another was booked. */
export const wasLeft = (one: DemoBooked): boolean => chanceFor(one, 3).happens(0.09);

function chanceFor({ from, capacity, who }: DemoBooked, salt: number): Chance {
  const text = `${capacity.bookable.pointId ? capacity.bookable.minutes : 0} ${who} ${salt}`;
  let seed = Math.floor(from / MINUTE);
  for (const letter of text) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return chanceOf(seed);
}
