import { type FreeTime, type Terms, takes } from '../slots/rules.ts';
import { meets } from '../slots/spans.ts';

/** One of the services wanted, with its free times in order. */
export type Offer = { bookableId: string; terms: Terms; counts: readonly number[]; times: readonly FreeTime[] };

export type VisitPart = { bookableId: string; from: number; until: number };
/** Services one after another, in the order in which they are given. */
export type Visit = { from: number; until: number; parts: VisitPart[] };

const MINUTE = 60_000;

/**
 * The visits in which all the services can be given one after another, in whatever order, with at most so many minutes between two: the
 * earliest arrival first, and of those that begin at the same moment the one that is over first. Pure; epoch milliseconds.
 */
export function visitsOf(offers: readonly Offer[], mostBetween: number): Visit[] {
  const best = new Map<number, Visit>();
  for (const order of ordersOf(offers))
    for (const time of (order[0] as Offer).times) {
      const parts = goingOn(order, [{ offer: order[0] as Offer, time }], mostBetween * MINUTE);
      const last = parts?.at(-1);
      const known = best.get(time.from);
      if (parts && last && (!known || last.time.until < known.until)) best.set(time.from, visitOf(parts));
    }
  return [...best.values()].sort((a, b) => a.from - b.from);
}

function ordersOf(offers: readonly Offer[]): Offer[][] {
  if (offers.length <= 1) return [[...offers]];
  return offers.flatMap((first, at) => ordersOf(offers.filter((_, n) => n !== at)).map((rest) => [first, ...rest]));
}

type Chosen = { offer: Offer; time: FreeTime };

/** With the rest of the services, each as early as lets those after it follow; the first found is over first. */
function goingOn(order: readonly Offer[], chosen: readonly Chosen[], mostBetween: number): readonly Chosen[] | undefined {
  const next = order[chosen.length];
  if (!next) return chosen;
  const { until } = (chosen.at(-1) as Chosen).time;
  let best: readonly Chosen[] | undefined;
  for (const time of next.times) {
    if (time.from < until) continue;
    if (time.from - until > mostBetween) break;
    const one = { offer: next, time };
    if (!chosen.every((earlier) => fitTogether(earlier, one))) continue;
    const found = goingOn(order, [...chosen, one], mostBetween);
    if (found && (!best || endOf(found) < endOf(best))) best = found;
  }
  return best;
}

const endOf = (chosen: readonly Chosen[]): number => (chosen.at(-1) as Chosen).time.until;

/** Where the stretches meet with their buffers, nobody stands in both: of each kind enough must be left for the other. */
function fitTogether(a: Chosen, b: Chosen): boolean {
  const [first, second] = [takes(a.offer.terms, a.time.from), takes(b.offer.terms, b.time.from)];
  if (!meets([first], second.from, second.until)) return true;
  return a.time.free.every((those, n) =>
    b.time.free.every((others, m) => {
      const ids = new Set([...those, ...others].map(({ id }) => id));
      const areApart = ids.size === those.length + others.length;
      return areApart || ids.size >= (a.offer.counts[n] as number) + (b.offer.counts[m] as number);
    }),
  );
}

const visitOf = (chosen: readonly Chosen[]): Visit => ({
  from: (chosen[0] as Chosen).time.from,
  until: endOf(chosen),
  parts: chosen.map(({ offer: { bookableId }, time: { from, until } }) => ({ bookableId, from, until })),
});

/** Whether these follow one another as a visit may. */
export const isVisit = (parts: readonly { from: number; until: number }[], mostBetween: number): boolean =>
  parts.every((part, at) => {
    const before = parts[at - 1];
    return !before || (part.from >= before.until && part.from - before.until <= mostBetween * MINUTE);
  });
