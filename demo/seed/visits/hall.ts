import { type Estimate, estimates, type Pace } from '../../../server/modules/queue/estimates/rules.ts';
import { inOrder, usualPolicy } from '../../../server/modules/queue/order/rules.ts';
import { arrivalsOf, type Coming, closesAt } from './arrivals.ts';
import { chanceOf } from './chance.ts';
import { counters } from './set-up.ts';

/** A step of a visit that is over; times are seconds from the opening. */
export type Served = {
  queue: string;
  counter: number | null;
  byChain: boolean;
  joinedAt: number;
  calledAt: number | null;
  servingAt: number | null;
  endedAt: number;
  state: 'finished' | 'no-show' | 'left';
  first: Told | null;
  last: Told | null;
};
export type Told = { at: number } & Estimate;
export type DayVisit = { coming: Coming; steps: Served[] };

/** What is known at a moment of the day, for whoever tells how long it will take. */
export type Hall = {
  at: number;
  line: readonly { id: string; queueId: string; notWithin: number }[];
  counters: Parameters<typeof estimates>[1];
};
export type Tell = (hall: Hall) => ReadonlyMap<string, Estimate | undefined>;

/** As the service itself tells it, from what visits take. */
export const tellBy =
  (paceOf: (queueId: string) => Pace | undefined): Tell =>
  ({ line, counters: working }) =>
    estimates(line, working, paceOf);

type Ticket = Served & { id: string; code: string; visit: DayVisit; needs: string[] };
type Counter = { queueIds: string[]; freeAt: number; now: Ticket | null };

/** What is told is kept anew when its moment has moved by this much (seconds), as the service keeps it. */
const MOVED = 120;
/** When somebody has waited for so long, whoever is at the back comes to serve (seconds). */
const TOO_LONG = 20 * 60;
/** Patience ends and shifts begin between arrivals and calls too (seconds). */
const TICK = 60;

/**
 * A day at the point, played by the service's own order of waiting: who came, when they were called and what they were told.
 * @param tell asked at each arrival and each call; it changes nothing of the day
 */
export function playDay(day: Temporal.PlainDate, tell: Tell): DayVisit[] {
  const chance = chanceOf(day.year * 10_000 + day.month * 100 + day.day + 7);
  const coming = arrivalsOf(day).reverse();
  const closing = closesAt(day.dayOfWeek);
  const seats: Counter[] = counters.map(({ queues }) => ({ queueIds: queues, freeAt: 0, now: null }));
  const visits: DayVisit[] = [];
  let waiting: Ticket[] = [];
  let toldAt = 0;
  const isOpen = (n: number, at: number) =>
    waiting.some(({ queue, joinedAt }) => (at >= closing || at - joinedAt > TOO_LONG) && seats[n]?.queueIds.includes(queue)) ||
    (counters[n]?.shifts ?? []).some(([from, until]) => at >= from * 60 && at < until * 60);

  const join = (visit: DayVisit, queue: string, at: number) => {
    const step = {
      queue,
      counter: null,
      joinedAt: at,
      calledAt: null,
      servingAt: null,
      endedAt: at,
      state: 'left',
      first: null,
      last: null,
    };
    const id = `${visits.indexOf(visit)}-${visit.steps.length}`;
    const code = `A${visits.indexOf(visit)}`;
    const ticket = { ...step, byChain: visit.steps.length > 0, id, code, visit, needs: visit.coming.needs } as Ticket;
    visit.steps.push(ticket);
    waiting.push(ticket);
  };

  const keepTold = (at: number) => {
    toldAt = at;
    const line = inOrder(waiting.map(asTicket), usualPolicy, at * 1000).map(({ ticket: { id, queueId } }) => ({
      id,
      queueId,
      notWithin: 0,
    }));
    const working = seats.flatMap((seat, n) => (isOpen(n, at) ? [{ queueIds: seat.queueIds, busy: busyOf(seat, at) }] : []));
    const told = tell({ at, line, counters: working });
    for (const ticket of waiting) {
      const estimate = told.get(ticket.id);
      if (!estimate) continue;
      const latest = { at, ...estimate };
      if (ticket.joinedAt === at) ticket.first = latest;
      if (!ticket.last || hasMoved(ticket.last, latest)) ticket.last = latest;
    }
  };

  const callNext = (seat: Counter, n: number, at: number): boolean => {
    if (seat.now || seat.freeAt > at || !isOpen(n, at)) return false;
    const theirs = waiting.filter(({ queue }) => seat.queueIds.includes(queue));
    const next = inOrder(theirs.map(asTicket), usualPolicy, at * 1000)[0]?.ticket.ticket;
    if (!next) return false;
    waiting = waiting.filter((one) => one !== next);
    Object.assign(next, { counter: n, calledAt: at });
    const { comesWhenCalled, lasts } = next.visit.coming;
    const isFirst = next.visit.steps.length === 1;
    if (!comesWhenCalled && isFirst) Object.assign(next, { state: 'no-show', endedAt: at + chance.within(90, 180) });
    else {
      const servingAt = at + chance.within(15, 60);
      Object.assign(next, { state: 'finished', servingAt, endedAt: servingAt + (lasts[next.visit.steps.length - 1] ?? 600) });
    }
    Object.assign(seat, { now: next, freeAt: next.endedAt });
    return true;
  };

  for (let at = nextMoment(0); Number.isFinite(at); at = nextMoment(at)) {
    waiting = waiting.filter((ticket) => {
      if (at - ticket.joinedAt < ticket.visit.coming.patience || ticket.byChain) return true;
      ticket.endedAt = at;
      return false;
    });
    for (const seat of seats) if (seat.now && seat.freeAt <= at) leaveCounter(seat, at);
    while ((coming.at(-1)?.at ?? Number.POSITIVE_INFINITY) <= at) {
      const visit = { coming: coming.pop() as Coming, steps: [] };
      visits.push(visit);
      join(visit, visit.coming.queue, at);
    }
    for (const [n, seat] of seats.entries()) callNext(seat, n, at);
    if (waiting.some(({ joinedAt }) => joinedAt === at) || at - toldAt >= MOVED) keepTold(at);
  }
  return visits;

  /** The next arrival or counter that comes free; each minute while somebody waits, so that patience ends and shifts begin. */
  function nextMoment(after: number): number {
    const free = seats.flatMap(({ freeAt }) => (freeAt > after ? [freeAt] : []));
    const arrival = coming.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    const tick = waiting.length > 0 ? after + TICK : Number.POSITIVE_INFINITY;
    return Math.min(...free, arrival, tick);
  }

  /** Who goes on to another queue waits there from now; the counter writes up what was said before it calls again. */
  function leaveCounter(seat: Counter, at: number): void {
    const { visit, state } = seat.now as Ticket;
    seat.now = null;
    seat.freeAt = at + chance.within(30, 120);
    const { then } = visit.coming;
    if (then && state === 'finished' && visit.steps.length === 1) join(visit, then, at);
  }
}

const asTicket = (ticket: Ticket) => ({
  ...{ ticket, id: ticket.id, code: ticket.code, queueId: ticket.queue, needs: ticket.needs, byChain: ticket.byChain },
  ...{ waitsFrom: ticket.visit.coming.at * 1000, dueAt: null, notBefore: null },
});

function busyOf({ now }: Counter, at: number): { queueId: string; seconds: number } | null {
  return now
    ? { queueId: now.queue, seconds: at - (now.servingAt !== null && now.servingAt <= at ? now.servingAt : (now.calledAt ?? at)) }
    : null;
}

function hasMoved(before: Told, now: Told): boolean {
  const since = now.at - before.at;
  return since >= 30 && (['low', 'likely', 'high'] as const).some((end) => Math.abs(since + now[end] - before[end]) >= MOVED);
}
