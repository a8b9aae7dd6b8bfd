import { type Chance, chanceOf } from './chance.ts';
import { type DemoQueue, queues } from './set-up.ts';

/** Somebody who is to come: seconds from the opening, and how things will be for them whatever the queues are like. */
export type Coming = {
  queue: string;
  at: number;
  /** Where they go on to from there. */
  then: string | null;
  needs: string[];
  language: string;
  cameBy: 'kiosk' | 'reception';
  comesWhenCalled: boolean;
  /** Leaves when it has lasted this long (seconds). */
  patience: number;
  /** What each of their steps takes (seconds). */
  lasts: number[];
};

const HOUR = 3600;
/** Of a day's visitors, hour by hour from nine: most come before eleven, and again after lunch. */
const BY_HOUR = [0.2, 0.19, 0.13, 0.1, 0.17, 0.14, 0.07];
/** Monday first. */
const BY_WEEKDAY = [1.22, 1.05, 1, 1.03, 0.9];
/** Numbers are given until half an hour before closing; on Fridays it closes an hour earlier (seconds from the opening). */
export const closesAt = (weekday: number): number => (weekday === 5 ? 6 : 7) * HOUR;
const LAST_NUMBER = HOUR / 2;

const ON_TO: Record<string, readonly string[]> = {
  vastaanotto: ['neuvonta', 'kela', 'tyo'],
  neuvonta: ['kela', 'dvv', 'vero', 'digituki'],
  digituki: ['neuvonta', 'vero'],
  kela: ['tyo', 'neuvonta'],
  dvv: ['kela', 'vero'],
  vero: ['digituki', 'kela'],
  tyo: ['kela', 'digituki'],
};
const NEEDS = ['wheelchair', 'cannot-stand', 'needs-interpreter', 'vision', 'memory', 'child-along'];

/** Who comes on that day, in order; the same each time. */
export function arrivalsOf(day: Temporal.PlainDate): Coming[] {
  const chance = chanceOf(day.year * 10_000 + day.month * 100 + day.day);
  const weekday = BY_WEEKDAY[day.dayOfWeek - 1] ?? 1;
  const busy = weekday * chance.within(0.85, 1.15);
  const until = closesAt(day.dayOfWeek) - LAST_NUMBER;
  return queues
    .flatMap((queue) => Array.from({ length: Math.round(queue.visitors * busy * chance.within(0.8, 1.2)) }, () => coming(queue, chance)))
    .filter(({ at }) => at < until)
    .sort((a, b) => a.at - b.at);
}

function coming({ key }: DemoQueue, chance: Chance): Coming {
  const at = hourOf(chance) * HOUR + chance.next() * HOUR;
  const then = chance.happens(0.13) ? chance.pick(ON_TO[key] ?? []) : null;
  return {
    ...{ queue: key, at, then },
    needs: chance.happens(0.06) ? [chance.pick(NEEDS)] : [],
    language: chance.happens(0.09) ? 'sv' : chance.happens(0.06) ? 'en' : 'fi',
    cameBy: chance.happens(0.25) ? 'reception' : 'kiosk',
    comesWhenCalled: !chance.happens(0.045),
    patience: chance.skewed(90 * 60, 0.8),
    lasts: [key, ...(then ? [then] : [])].map((queue) => serviceTime(queue, at, chance)),
  };
}

function hourOf(chance: Chance): number {
  let left = chance.next();
  const hour = BY_HOUR.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return hour < 0 ? BY_HOUR.length - 1 : hour;
}

/** Three to thirty-five minutes, most of them by far; what is brought in the afternoon takes longer. */
function serviceTime(queue: string, at: number, chance: Chance): number {
  const minutes = queues.find(({ key }) => key === queue)?.minutes ?? 10;
  const usual = minutes * (at > 4 * HOUR ? 1.15 : 0.95);
  return 60 * Math.min(Math.max(chance.skewed(usual, 0.45), 2), 50);
}
