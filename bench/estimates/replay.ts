import { arrivalsOf } from '../../demo/seed/visits/arrivals.ts';
import { type Hall, playDay, type Tell } from '../../demo/seed/visits/hall.ts';
import type { Estimate } from '../../server/modules/queue/estimates/rules.ts';

/** A told wait and the real one, in seconds, and how it was told. */
export type Measured = { queue: string; error: number; held: boolean; width: number };

/** How right a teller was on these days: what was told at arrival, and the latest before the call. */
export function measuredOf(days: readonly { day: Temporal.PlainDate; tell: Tell }[]): Record<'first' | 'last', Measured[]> {
  const steps = days.flatMap(({ day, tell }) => playDay(day, tell).flatMap((visit) => visit.steps));
  const of = (which: 'first' | 'last') =>
    steps.flatMap(({ queue, calledAt, [which]: told }) => {
      if (calledAt === null || !told) return [];
      const real = calledAt - told.at;
      return [{ queue, error: Math.abs(real - told.likely), held: real >= told.low && real <= told.high, width: told.high - told.low }];
    });
  return { first: of('first'), last: of('last') };
}

/** What a queue system tells that knows averages only: what a visit takes × who is ahead, the served too ÷ counters open for the queue. */
export function tellNaively(averageOf: (queueId: string) => number | undefined): Tell {
  return ({ line, counters }: Hall) => {
    const ahead = new Map<string, number>();
    for (const { busy } of counters) if (busy) ahead.set(busy.queueId, (ahead.get(busy.queueId) ?? 0) + 1);
    const told = new Map<string, Estimate | undefined>();
    for (const { id, queueId } of line) {
      const before = ahead.get(queueId) ?? 0;
      ahead.set(queueId, before + 1);
      const [average, open] = [averageOf(queueId), counters.filter(({ queueIds }) => queueIds.includes(queueId)).length];
      if (average === undefined || open === 0) continue;
      const likely = Math.round((average * before) / open);
      told.set(id, { low: likely, likely, high: likely });
    }
    return told;
  };
}

export const visitorsOf = (days: readonly Temporal.PlainDate[]): number => days.reduce((sum, day) => sum + arrivalsOf(day).length, 0);
