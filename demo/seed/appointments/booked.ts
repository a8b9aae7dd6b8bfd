import { randomUUID } from 'node:crypto';
import { chosen, fitting, partsOf, wantedFor } from '../../../server/modules/appointments/capacity/rules.ts';
import type { Capacity } from '../../../server/modules/appointments/capacity/types.ts';
import { freeTimes, takes } from '../../../server/modules/appointments/slots/rules.ts';
import { joined, type Span } from '../../../server/modules/appointments/slots/spans.ts';
import { type Chance, chanceOf } from '../visits/chance.ts';

export type DemoBooked = {
  id: string;
  capacity: Capacity;
  from: number;
  until: number;
  during: Span;
  resourceIds: string[];
  state: 'confirmed' | 'arrived' | 'missed' | 'cancelled';
  language: string;
  needs: string[];
  who: string;
};

const [PAST_DAYS, COMING_DAYS] = [60, 14];
const GIVEN = [
  'Aada',
  'Benjamin',
  'Cecilia',
  'Eero',
  'Fatuma',
  'Hilkka',
  'Ilya',
  'Johan',
  'Kerttu',
  'Linnea',
  'Milan',
  'Noora',
  'Omar',
  'Pirkko',
  'Samu',
  'Vera',
];
const FAMILY = [
  'Aallas',
  'Björkdal',
  'Esimerkki',
  'Haavikkola',
  'Kivijoki',
  'Lindvik',
  'Mallikas',
  'Niityntaus',
  'Rantapuro',
  'Sundholm',
  'Uusikumpu',
];

/**
 * Two months of appointments that were and two weeks of those to come, by the rules by which anybody books: nobody is in two places and
 * nobody comes when it is closed. The same each time the demo begins at that moment.
 */
export function bookedAround(
  capacities: readonly { capacity: Capacity; share: number }[],
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): DemoBooked[] {
  const taken = new Map<string, Span[]>();
  const days = Array.from({ length: PAST_DAYS + COMING_DAYS + 1 }, (_, n) => today.add({ days: n - PAST_DAYS }));
  return days.flatMap((day) => {
    const chance = chanceOf(day.year * 10_000 + day.month * 100 + day.day + 7);
    // The farther away, the emptier.
    const filled = Math.max(0.25, 1 - Math.max(0, today.until(day).days) / COMING_DAYS);
    return capacities.flatMap(({ capacity, share }) => bookedOn(capacity, day, share * filled, taken, chance, now));
  });
}

function bookedOn(
  capacity: Capacity,
  day: Temporal.PlainDate,
  share: number,
  taken: Map<string, Span[]>,
  chance: Chance,
  now: Temporal.Instant,
): DemoBooked[] {
  const { zone } = capacity.bookable;
  const range = { from: day.toZonedDateTime(zone).epochMilliseconds, until: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds };
  const made: DemoBooked[] = [];
  const needs = chance.happens(0.12) ? [chance.pick(['needs-interpreter', 'wheelchair'])] : [];
  for (;;) {
    const wish = { needs: made.length === 0 ? needs : [], language: null };
    const wanted = wantedFor(capacity.bookable, wish);
    const asTaken = new Map([...taken].map(([id, spans]) => [id, { spans: joined(spans), stale: false }]));
    const times = freeTimes(partsOf(capacity, wanted, fitting(capacity, wanted, wish), asTaken, wish, range), wanted.terms, range);
    const all = times.length + made.length;
    if (times.length === 0 || made.length >= Math.round(all * share)) return made;
    const time = chance.pick(times);
    const during = takes(wanted.terms, time.from);
    const resourceIds = chosen(
      time.free,
      wanted.parts.map(({ count }) => count),
      capacity.resources,
      chance.next,
    );
    const state =
      time.from >= now.epochMilliseconds ? 'confirmed' : chance.happens(0.06) ? 'missed' : chance.happens(0.08) ? 'cancelled' : 'arrived';
    if (state !== 'cancelled')
      for (const id of resourceIds)
        taken.set(
          id,
          [...(taken.get(id) ?? []), during].sort((a, b) => a.from - b.from),
        );
    const language = wish.needs.includes('needs-interpreter') ? 'en' : chance.happens(0.12) ? 'sv' : 'fi';
    const { from, until } = time;
    const who = `${chance.pick(GIVEN)} ${chance.pick(FAMILY)}`;
    made.push({ id: randomUUID(), capacity, from, until, during, resourceIds, state, language, needs: [...wish.needs], who });
  }
}
