import type { Outcome } from './schema.ts';

/**
 * The matter's outcome derives from its needs, weakest claim first: initiated if anything was initiated and nothing is open,
 * handled if all were handled, else neither. Dropped needs do not count. Null while a need is open.
 */
export function outcomeOfMatter(needs: { state: string; outcome: Outcome | null }[]): Outcome | null {
  const counted = needs.filter((need) => need.state !== 'dropped');
  if (counted.length === 0 || counted.some((need) => need.outcome === null)) return null;
  if (counted.some((need) => need.outcome === 'neither')) return 'neither';
  return counted.some((need) => need.outcome === 'initiated') ? 'initiated' : 'handled';
}

export type OutcomeRefusal = 'receipt-needed' | 'not-permitted-here';

/**
 * "Initiated" (tullut vireille) is a legal fact: the authority's receipt or reference shows it (hallintolaki 19 §, 20 §).
 * Without one a need is received for forwarding at most.
 */
export function refuseOutcome(outcome: Outcome, receipt: string | null | undefined): OutcomeRefusal | null {
  return outcome === 'initiated' && !receipt ? 'receipt-needed' : null;
}
