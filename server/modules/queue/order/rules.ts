/**
 * The order of waiting, one rule for everything that asks: calling the next, the lists at the counters, the phones, the dry run.
 * Pure; times are milliseconds since 1970.
 */

/** A rule lifts those it fits over all that stand below it. Rules are tried in the order the point wrote them. */
export type OrderRule =
  | { when: 'appointment-due' }
  | { when: 'chain-continued' }
  | { when: 'special-need'; needs: string[] }
  | { when: 'waited-over'; minutes: number };

/** Until a point writes its own: the agreed time is kept, who cannot stand or bear waiting goes first, and nobody is left behind. */
export const usualPolicy: readonly OrderRule[] = [
  { when: 'appointment-due' },
  { when: 'special-need', needs: ['cannot-stand', 'anxiety', 'memory'] },
  { when: 'waited-over', minutes: 45 },
  { when: 'chain-continued' },
];

export type Ticket = {
  id: string;
  code: string;
  queueId: string;
  /** Since when it waits for its turn: the arrival, kept over transfers and the chain. */
  waitsFrom: number;
  /** The agreed time of an appointment. */
  dueAt: number | null;
  /** The visitor asked not to be called before. */
  notBefore: number | null;
  byChain: boolean;
  needs: readonly string[];
};

/** Why a ticket stands where it does. `early`: an appointment whose time has not come. `later`: asked for more time. */
export type Reason = OrderRule['when'] | 'waiting' | 'early' | 'later';

export type Placed<T extends Ticket = Ticket> = { ticket: T; reason: Reason; isCallable: boolean };

/** Everyone in order; who may not be called yet is told so and stands where they will. */
export function inOrder<T extends Ticket>(tickets: readonly T[], policy: readonly OrderRule[], now: number): Placed<T>[] {
  return tickets
    .map((ticket) => ({ ticket, ...rankOf(ticket, policy, now) }))
    .sort((a, b) => a.rank - b.rank || a.from - b.from || a.ticket.waitsFrom - b.ticket.waitsFrom || byCode(a.ticket, b.ticket))
    .map(({ ticket, reason }) => ({ ticket, reason, isCallable: reason !== 'later' }));
}

/** What puts `first` before `second`: a rule that only the first fits, or the longer wait. Undefined when it is the other way round. */
export function whyBefore(first: Ticket, second: Ticket, policy: readonly OrderRule[], now: number): Reason | undefined {
  const [ahead] = inOrder([first, second], policy, now);
  if (ahead?.ticket !== first) return undefined;
  const [a, b] = [rankOf(first, policy, now), rankOf(second, policy, now)];
  if (a.rank !== b.rank) return a.reason === 'waiting' ? b.reason : a.reason;
  return 'waiting';
}

type Rank = { rank: number; from: number; reason: Reason };

function rankOf(ticket: Ticket, policy: readonly OrderRule[], now: number): Rank {
  const { dueAt, notBefore, waitsFrom } = ticket;
  if (notBefore !== null && notBefore > now) return { rank: policy.length + 2, from: notBefore, reason: 'later' };
  if (dueAt !== null && dueAt > now) return { rank: policy.length + 1, from: dueAt, reason: 'early' };
  // Who comes late to an appointment waits from the arrival, not from the time they missed.
  const from = dueAt === null ? waitsFrom : Math.max(dueAt, waitsFrom);
  const rank = policy.findIndex((rule) => fits(rule, ticket, from, now));
  return rank < 0 ? { rank: policy.length, from, reason: 'waiting' } : { rank, from, reason: (policy[rank] as OrderRule).when };
}

const MINUTE = 60_000;

function fits(rule: OrderRule, { dueAt, byChain, needs }: Ticket, from: number, now: number): boolean {
  if (rule.when === 'appointment-due') return dueAt !== null;
  if (rule.when === 'chain-continued') return byChain;
  if (rule.when === 'special-need') return rule.needs.some((need) => needs.includes(need));
  return now - from >= rule.minutes * MINUTE;
}

/** Of two that came in the same instant the lower number goes first, so that the list never flickers. */
function byCode(a: Ticket, b: Ticket): number {
  return numberOf(a.code) - numberOf(b.code) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

const numberOf = (code: string) => Number(code.slice(1));
