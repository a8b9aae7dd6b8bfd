/**
 * How long the waiting will take: the counters that are open now are played forward over everyone in order. Pure; durations are
 * seconds, and what is not known is said to be unknown, never zero.
 */

/** What one visit takes in a queue, and how far waits have been from what was told (percent of it). */
export type Pace = { seconds: number; lowPercent: number | null; highPercent: number | null };

export type WorkingCounter = {
  queueIds: readonly string[];
  /** Since when it has served its present visitor, and of which queue; null: it is free. */
  busy: { queueId: string; seconds: number } | null;
};

/** Seconds from now: between `low` and `high`, most likely `likely`. */
export type Estimate = { low: number; likely: number; high: number };

/** `notWithin`: not called before, in seconds from now; an appointment whose time comes then goes first. */
export type InLine = { id: string; queueId: string; notWithin: number };

/** @returns the estimate of each in line; undefined where no open counter serves the queue or nobody knows what a visit takes */
export function estimates(
  line: readonly InLine[],
  counters: readonly WorkingCounter[],
  paceOf: (queueId: string) => Pace | undefined,
): Map<string, Estimate | undefined> {
  const waits = new Map<string, Estimate | undefined>(line.map(({ id }) => [id, undefined]));
  const queues = linesByQueue(line);
  const working: Working[] = counters.map((counter) => ({ queueIds: counter.queueIds, freeIn: remaining(counter, paceOf) }));
  for (let counter = firstFree(working); counter; counter = firstFree(working)) {
    const next = nextOf(counter, queues);
    // With nobody left for it, or behind somebody of whom nobody knows how long they take, nothing more is known of this counter.
    const pace = next && paceOf(next.queueId);
    const wait = Math.max(counter.freeIn, next?.notWithin ?? 0);
    if (next && pace) waits.set(next.id, rangeFrom(next.notWithin, wait, pace));
    setFree(counter, pace && wait + pace.seconds);
  }
  return waits;
}

/** With too few finished visits to have learned from, half to nine fifths of what is likely. */
const USUAL_LOW = 50;
const USUAL_HIGH = 180;
/** Nobody's wait is known closer than this. */
const LEAST_SPREAD = 120;

export function rangeAround(likely: number, { lowPercent, highPercent }: Pace): Estimate {
  const low = Math.min((likely * (lowPercent ?? USUAL_LOW)) / 100, likely - LEAST_SPREAD);
  const high = Math.max((likely * (highPercent ?? USUAL_HIGH)) / 100, likely + LEAST_SPREAD);
  return { low: Math.round(Math.max(0, low)), likely: Math.round(likely), high: Math.round(high) };
}

/** Nobody is called before an agreed time; at it they wait, at the most likely, for the visit then going on. */
function rangeFrom(notWithin: number, likely: number, pace: Pace): Estimate {
  if (notWithin <= 0) return rangeAround(likely, pace);
  const after = rangeAround(likely - notWithin, pace);
  const [low, high] = [after.low, Math.max(after.high, pace.seconds)].map((seconds) => Math.round(notWithin + seconds)) as [number, number];
  return { low, likely: Math.round(likely), high };
}

type Working = { queueIds: readonly string[]; freeIn: number | undefined };
/** Those who may be called now, in order, and those whose time is still to come, by that time. */
type Line = { now: (InLine & { place: number })[]; coming: InLine[] };

function linesByQueue(line: readonly InLine[]): Map<string, Line> {
  const queues = new Map<string, Line>();
  line.forEach((item, place) => {
    const queue = queues.get(item.queueId) ?? { now: [], coming: [] };
    if (item.notWithin > 0) queue.coming.push(item);
    else queue.now.push({ ...item, place });
    queues.set(item.queueId, queue);
  });
  // Taken from the end: taking from the front would move all the others.
  for (const { now, coming } of queues.values()) {
    now.reverse();
    coming.sort((a, b) => b.notWithin - a.notWithin);
  }
  return queues;
}

/** A visit that has gone on for as long as most do still takes a part of that: it ends by itself, not by our clock. */
const LEAST_REST = 0.25;

function remaining({ busy }: WorkingCounter, paceOf: (queueId: string) => Pace | undefined): number | undefined {
  if (!busy) return 0;
  const pace = paceOf(busy.queueId);
  return pace && Math.max(pace.seconds - busy.seconds, pace.seconds * LEAST_REST);
}

function firstFree(working: readonly Working[]): (Working & { freeIn: number }) | undefined {
  let first: (Working & { freeIn: number }) | undefined;
  for (const counter of working) {
    if (isKnown(counter) && (!first || counter.freeIn < first.freeIn)) first = counter;
  }
  return first;
}

function setFree(counter: Working, freeIn: number | undefined): void {
  counter.freeIn = freeIn;
}

const isKnown = (counter: Working): counter is Working & { freeIn: number } => counter.freeIn !== undefined;

/** Takes out whom this counter calls when it is free. */
function nextOf({ queueIds, freeIn }: Working & { freeIn: number }, queues: Map<string, Line>): InLine | undefined {
  const lines = queueIds.flatMap((id) => queues.get(id) ?? []);
  const due = earliest(lines.map(({ coming }) => coming));
  if (due && due.soonest.notWithin <= freeIn) return due.line.pop();
  const first = lines.filter(({ now }) => now.length > 0).sort((a, b) => placeIn(a) - placeIn(b))[0];
  return first ? first.now.pop() : due?.line.pop();
}

const placeIn = ({ now }: Line) => now.at(-1)?.place ?? Number.POSITIVE_INFINITY;

function earliest(lines: readonly InLine[][]): { line: InLine[]; soonest: InLine } | undefined {
  let first: { line: InLine[]; soonest: InLine } | undefined;
  for (const line of lines) {
    const soonest = line.at(-1);
    if (soonest && (!first || soonest.notWithin < first.soonest.notWithin)) first = { line, soonest };
  }
  return first;
}
