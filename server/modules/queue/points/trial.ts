/**
 * What a day would have been under other rules. The calls happen when they happened, at the counters they happened at; only who is called
 * is chosen anew, from those who had come by then. Pure; times are milliseconds since 1970.
 */
import { inOrder, type OrderRule, type Ticket } from '../order/rules.ts';
import type { Trial } from './schema.ts';

/** A step that was called that day. */
export type CalledStep = Ticket & {
  joinedAt: number;
  calledAt: number /** Queues the counter served that called it. */;
  queueIds: readonly string[];
};

export function tryRules(day: string, steps: readonly CalledStep[], rules: readonly OrderRule[]): Trial {
  const calls = steps.toSorted((a, b) => a.calledAt - b.calledAt);
  const waiting = new Set(steps);
  const called = new Map<string, number>();
  let moved = 0;
  for (const { calledAt, queueIds, id } of calls) {
    const there = [...waiting].filter((step) => step.joinedAt <= calledAt && queueIds.includes(step.queueId));
    // Who had asked for more time had no place to lose; the record does not tell for how long.
    const next = inOrder(
      there.map((step) => ({ ...step, notBefore: null })),
      rules,
      calledAt,
    )[0]?.ticket;
    if (!next) continue;
    if (next.id !== id) moved += 1;
    called.set(next.id, calledAt);
    waiting.delete(steps.find((step) => step.id === next.id) as CalledStep);
  }
  const before = new Map(steps.map(({ id, calledAt }) => [id, calledAt]));
  return { day, before: groupsOf(steps, before), after: groupsOf(steps, called), moved };
}

function groupsOf(steps: readonly CalledStep[], called: ReadonlyMap<string, number>): Trial['before'] {
  const of = (fits: (step: CalledStep) => boolean) => waitsOf(steps.filter(fits), called);
  const isPlain = ({ dueAt, needs, byChain }: CalledStep) => dueAt === null && needs.length === 0 && !byChain;
  return {
    all: of(() => true),
    appointment: of(({ dueAt }) => dueAt !== null),
    need: of(({ needs }) => needs.length > 0),
    chain: of(({ byChain }) => byChain),
    others: of(isPlain),
  };
}

const MINUTE = 60_000;

function waitsOf(steps: readonly CalledStep[], called: ReadonlyMap<string, number>): Trial['before']['all'] {
  const waits = steps
    .flatMap((step) => {
      const at = called.get(step.id);
      return at === undefined ? [] : [Math.max(0, at - Math.max(step.joinedAt, step.dueAt ?? 0)) / MINUTE];
    })
    .sort((a, b) => a - b);
  const rounded = (minutes: number | undefined) => (minutes === undefined ? null : Math.round(minutes));
  return { visitors: steps.length, median: rounded(waits[Math.floor((waits.length - 1) / 2)]), longest: rounded(waits.at(-1)) };
}
