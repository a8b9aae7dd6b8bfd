import type { FailedWhy, OrderState } from './schema.ts';

const next: Record<OrderState, OrderState[]> = {
  'to-order': ['ordered', 'confirmed', 'failed', 'cancelled'],
  ordered: ['confirmed', 'done', 'failed', 'cancelled'],
  confirmed: ['done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
};

export const isSettled = (state: OrderState): boolean => next[state].length === 0;

export type OrderRefusal = 'order-settled' | 'order-step-unknown' | 'order-why-needed';

/** What an order becomes, or why it may not: what is settled stays, and what failed says why. */
export function changedOrder(
  state: OrderState,
  change: { state?: OrderState | undefined; failedWhy?: FailedWhy | null | undefined },
): { state: OrderState; failedWhy: FailedWhy | null } | OrderRefusal {
  if (isSettled(state)) return 'order-settled';
  const to = change.state ?? state;
  if (to !== state && !next[state].includes(to)) return 'order-step-unknown';
  if (to !== 'failed') return { state: to, failedWhy: null };
  return change.failedWhy ? { state: to, failedWhy: change.failedWhy } : 'order-why-needed';
}
