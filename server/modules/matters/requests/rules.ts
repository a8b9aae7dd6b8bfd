import type { RequestEntryInput, RequestState } from './schema.ts';

/** `asker`: who put the question; `asked`: the unit it was put to. A small town's person may be both. */
export type Side = 'asker' | 'asked';
export type EntryKind = RequestEntryInput['kind'];

/** What a decision about a request depends on. */
export type Standing = {
  state: RequestState;
  tier: number;
  /** The question put further to tier 3, if any. */
  below: 'none' | 'open' | 'answered';
  holder: 'nobody' | 'me' | 'other';
};

export type Verdict = { next: RequestState } | { forbidden: 'request-not-yours' } | { conflict: string };

export const openStates: RequestState[] = ['open', 'asked-back', 'forwarded', 'answer-below'];

const moves: Record<EntryKind, { side: Side; from: RequestState[] }> = {
  claimed: { side: 'asked', from: openStates },
  released: { side: 'asked', from: openStates },
  // Also while asked back: the answer may be found before the reply comes.
  answered: { side: 'asked', from: ['open', 'asked-back', 'answer-below'] },
  // Also while forwarded: tier 3 may need what only the customer knows.
  'asked-back': { side: 'asked', from: ['open', 'forwarded', 'answer-below'] },
  replied: { side: 'asker', from: ['asked-back'] },
  forwarded: { side: 'asked', from: ['open', 'answer-below'] },
  returned: { side: 'asked', from: ['open', 'asked-back'] },
  withdrawn: { side: 'asker', from: openStates },
};

/** Whether this side may make this entry now, and the state it leads to. */
export function judge(kind: EntryKind, sides: Side[], standing: Standing): Verdict {
  const { side, from } = moves[kind];
  if (!sides.includes(side)) return { forbidden: 'request-not-yours' };
  const conflict = from.includes(standing.state) ? conflictOf(kind, standing) : wrongState(kind, standing.state);
  return conflict ? { conflict } : { next: nextState(kind, standing) };
}

/** The state of a request that nobody asked back: where its question further up stands. */
export function stateAbove(below: Standing['below']): RequestState {
  return { none: 'open', open: 'forwarded', answered: 'answer-below' }[below] as RequestState;
}

/** The state of the request above when something changed below it: one that was asked back stays so until the reply. */
export function stateAfterBelow(state: RequestState, below: Standing['below']): RequestState {
  return state === 'asked-back' ? state : stateAbove(below);
}

/** While it waits for somebody else its clock stands still. */
export function isAway(state: RequestState): boolean {
  return state === 'asked-back' || state === 'forwarded';
}

export function isOpen(state: RequestState): boolean {
  return openStates.includes(state);
}

/** Whose turn the matter is, with these requests put straight from it: ours as soon as one was asked back. */
export function turnOf(states: RequestState[]): 'us' | 'authority' {
  return states.some(isOpen) && !states.includes('asked-back') ? 'authority' : 'us';
}

function conflictOf(kind: EntryKind, { below, holder, tier }: Standing): string | null {
  if (kind === 'claimed' && holder === 'other') return 'request-taken';
  if (kind === 'released' && holder === 'nobody') return 'request-not-taken';
  if (kind === 'forwarded' && tier === 3) return 'request-top-tier';
  if ((kind === 'answered' || kind === 'returned') && below === 'open') return 'request-forwarded';
  if (kind === 'returned' && below === 'answered') return 'request-answered-below';
  return null;
}

function wrongState(kind: EntryKind, state: RequestState): string {
  if (!isOpen(state)) return 'request-ended';
  if (kind === 'replied') return 'request-not-asked-back';
  return { 'asked-back': 'request-asked-back', forwarded: 'request-forwarded', 'answer-below': 'request-answered-below' }[
    state as 'asked-back' | 'forwarded' | 'answer-below'
  ];
}

function nextState(kind: EntryKind, { state, below }: Standing): RequestState {
  if (kind === 'claimed' || kind === 'released') return state;
  if (kind === 'replied') return stateAbove(below);
  return kind;
}
