import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { type Estimate, estimates, type InLine, type Pace } from '../estimates/rules.ts';
import { inOrder, type OrderRule, type Placed, type Reason, usualPolicy } from '../order/rules.ts';
import type { CounterRow, ExpectedRow, FloorRows, PaceRow, QueueRow, StepRow } from './queries.ts';

/** A waiting ticket in its place. `place`: 1 is the next of its queue; null for who has asked for more time. */
export type LineEntry = StepRow & { reason: Reason; isCallable: boolean; place: number; estimate: Estimate | null };

/** The whole of a point as it stands: drawn once for all who ask. */
export type Board = {
  pointId: string;
  at: number;
  queues: QueueRow[];
  counters: CounterRow[];
  rules: readonly OrderRule[];
  /** Who waits, over all queues in one order. */
  line: LineEntry[];
  /** Called, served and parked, and the later steps of chains. */
  others: StepRow[];
  /** The point's own hours. */
  opening: OpeningHours;
  /** Who is to come today. */
  expected: ExpectedRow[];
  /** What somebody who took a number of the queue now would be told. */
  newcomer(queueId: string): Estimate | undefined;
  /**
   * The same as a kiosk and the public pages tell it, without those who came by a telephone number: whoever typed one would see in which
   * line its holder has come to stand, and so that they are expected there.
   */
  toldToAll(queueId: string): Estimate | undefined;
};

/** Draws a point's board. Pure; `now` in milliseconds since 1970. */
export function drawBoard(pointId: string, floor: FloorRows, now: number): Board {
  const { queues, counters, steps } = floor;
  const rules = floor.rules ?? usualPolicy;
  const waiting = inOrder(
    steps.filter(({ state }) => state === 'waiting'),
    rules,
    now,
  );
  const others = steps.filter(({ state }) => state !== 'waiting');
  const paceOf = pacesOf(queues, floor.paces);
  const working = workingCounters(counters, others, now);
  const standing = waiting.map((placed) => inLine(placed, now));
  const told = estimates(standing, working, paceOf);
  const ahead = new Map<string, number>();
  const line = waiting.map(({ ticket, reason, isCallable }) => {
    const place = (ahead.get(ticket.queueId) ?? 0) + 1;
    ahead.set(ticket.queueId, place);
    return { ...ticket, reason, isCallable, place, estimate: told.get(ticket.id) ?? null };
  });
  const after = (ahead: readonly InLine[]) =>
    asked((queueId) => estimates([...ahead, { id: NEWCOMER, queueId, notWithin: 0 }], working, paceOf).get(NEWCOMER));
  const newcomer = after(standing);
  const seen = waiting.filter(({ ticket }) => isSeenInLine(ticket));
  const toldToAll = seen.length === waiting.length ? newcomer : after(seen.map((placed) => inLine(placed, now)));
  return { pointId, at: now, queues, counters, rules, line, others, opening: floor.opening, expected: floor.expected, newcomer, toldToAll };
}

const NEWCOMER = 'newcomer';

/** See `Board.toldToAll`. */
export const isSeenInLine = ({ cameBy }: Pick<StepRow, 'cameBy'>): boolean => cameBy !== 'phone';

/** Sixty desks ask the same of one board. */
function asked<T>(answer: (queueId: string) => T): (queueId: string) => T {
  const known = new Map<string, T>();
  return (queueId) => {
    if (!known.has(queueId)) known.set(queueId, answer(queueId));
    return known.get(queueId) as T;
  };
}

function inLine({ ticket, reason }: Placed<StepRow>, now: number): InLine {
  const until = reason === 'later' ? ticket.notBefore : reason === 'early' ? ticket.dueAt : null;
  return { id: ticket.id, queueId: ticket.queueId, notWithin: until === null ? 0 : Math.max(0, until - now) / 1000 };
}

function workingCounters(counters: readonly CounterRow[], others: readonly StepRow[], now: number) {
  const served = new Map(others.filter(isAtCounter).map((step) => [step.counterId, step]));
  return counters
    .filter(({ state }) => state === 'open')
    .map(({ id, queueIds }) => {
      const step = served.get(id);
      const since = step?.servingAt ?? step?.calledAt ?? now;
      return { queueIds, busy: step ? { queueId: step.queueId, seconds: Math.max(0, now - since) / 1000 } : null };
    });
}

export const isAtCounter = ({ state }: Pick<StepRow, 'state'>): boolean => state === 'called' || state === 'serving';

/** Fewer finished visits than this tell nothing. */
const LEAST_VISITS = 8;

/** What is known best: this hour of this queue, the queue, what was said of it at set-up, the point's other queues. */
export function pacesOf(queues: readonly QueueRow[], paces: readonly PaceRow[]): (queueId: string) => Pace | undefined {
  const trusted = paces.filter(({ visits }) => visits >= LEAST_VISITS);
  const whole = trusted.filter(({ hour }) => hour === null);
  const anyOfPoint = averageOf(whole);
  const known = new Map(
    queues.map(({ id, usualMinutes }) => {
      const all = whole.find(({ queueId }) => queueId === id);
      const now = trusted.find(({ queueId, hour }) => queueId === id && hour !== null);
      const seconds = now?.seconds ?? all?.seconds ?? (usualMinutes === null ? anyOfPoint : usualMinutes * 60);
      const pace =
        seconds === undefined ? undefined : { seconds, lowPercent: all?.lowPercent ?? null, highPercent: all?.highPercent ?? null };
      return [id, pace] as const;
    }),
  );
  return (queueId) => known.get(queueId);
}

function averageOf(paces: readonly PaceRow[]): number | undefined {
  const visits = paces.reduce((sum, pace) => sum + pace.visits, 0);
  if (visits === 0) return undefined;
  return Math.round(paces.reduce((sum, pace) => sum + pace.seconds * pace.visits, 0) / visits);
}
