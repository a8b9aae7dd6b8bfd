import type { CollectingIdentification } from './schema.ts';

/** An occasion forgotten open ends by itself. */
export const COLLECTING_MINUTES = 15;

/** As in `contacts/rules.isIdentified`: a slip proves that one holds a paper, not who one is. */
export function isProven(identification: CollectingIdentification): boolean {
  return identification !== 'none';
}

/** What may become of a message here: one that waited is told; one behind the link has been read. */
export function becomes(state: string): 'told' | 'read' | undefined {
  if (['waiting', 'failed', 'bounced', 'given-up'].includes(state)) return 'told';
  return state === 'sent' ? 'read' : undefined;
}
