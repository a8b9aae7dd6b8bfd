import type { CustodyInput, DocumentState } from './schema.ts';

/**
 * `keeper`: the organisation that answers for it, first the one that received it · `authority`: the one it is for · `next`: the one for
 * whose desk it is on its way, after its matter · `holder`: an authority that has it while its need is not shared with it any more. One
 * organisation may be several of these, but never authority and holder.
 */
export type Side = 'keeper' | 'authority' | 'next' | 'holder';
export type Deed = CustodyInput['kind'];

export const endedStates: DocumentState[] = ['returned', 'sent-back'];

/** In the authority's hands, or about to be. */
export const authorityHolds = (state: DocumentState | undefined): boolean => state === 'on-way' || state === 'with-authority';

/** What each side may do, from which states, and where it leads. */
const deeds: Record<Deed, Partial<Record<Side, DocumentState[]>> & { to: DocumentState | 'same' }> = {
  moved: { keeper: ['here'], authority: ['with-authority'], to: 'same' },
  handed: { keeper: ['here'], to: 'on-way' },
  // Also straight from the desk: the specialist may sit at the same point. What arrives after a consent ended is signed for to be given back.
  signed: { authority: ['here', 'on-way'], holder: ['on-way'], to: 'with-authority' },
  'handed-back': { authority: ['with-authority'], holder: ['with-authority'], to: 'coming-back' },
  'came-back': { keeper: ['on-way', 'coming-back', 'to-keeper'], to: 'here' },
  transferred: { keeper: ['here'], to: 'here' },
  'sent-on': { keeper: ['here'], to: 'to-keeper' },
  'taken-over': { next: ['to-keeper'], to: 'here' },
  returned: { keeper: ['here'], authority: ['with-authority'], holder: ['with-authority'], to: 'returned' },
  'sent-back': { keeper: ['here'], authority: ['with-authority'], holder: ['with-authority'], to: 'sent-back' },
};

/** `moved`: another organisation than the paper's keeper and its authority keeps the matter now. */
export type Standing = { state: DocumentState; authority: boolean; moved: boolean };
export type Verdict =
  | { next: DocumentState; side: Side }
  | { forbidden: 'only-authority-signs' | 'document-not-yours' }
  | { conflict: 'document-ended' | 'document-elsewhere' | 'document-without-authority' | 'document-matter-here' };

/** Whether those on these sides may do this to a paper that stands so, on which side they do it, and the state it leads to. */
export function judge(kind: Deed, sides: Side[], { state, authority, moved }: Standing): Verdict {
  const deed = deeds[kind];
  const able = sides.filter((side) => deed[side]);
  if (able.length === 0) return { forbidden: kind === 'signed' ? 'only-authority-signs' : 'document-not-yours' };
  if (endedStates.includes(state)) return { conflict: 'document-ended' };
  const side = able.find((one) => deed[one]?.includes(state));
  if (!side) return { conflict: 'document-elsewhere' };
  if (kind === 'handed' && !authority) return { conflict: 'document-without-authority' };
  if (kind === 'sent-on' && !moved) return { conflict: 'document-matter-here' };
  return { next: deed.to === 'same' ? state : deed.to, side };
}

/** @param keptBy the organisation that keeps the matter now */
export function standingOf(
  { state, ownerOrg, organisationId }: { state: DocumentState; ownerOrg: string; organisationId: string | null },
  keptBy: string,
): Standing {
  return { state, authority: organisationId !== null, moved: keptBy !== ownerOrg && keptBy !== organisationId };
}

/** What the reader may do now, for the commands of the desk. */
export function deedsOpen(sides: Side[], standing: Standing): Deed[] {
  return (Object.keys(deeds) as Deed[]).filter((kind) => 'next' in judge(kind, sides, standing));
}

/** How far back an arrival may be noted: papers are found in a letter box after a holiday. */
const NOTED_WITHIN = { hours: 31 * 24 };

export function refuseArrival(at: Temporal.Instant, now: Temporal.Instant): 'arrival-ahead' | 'arrival-too-old' | null {
  if (Temporal.Instant.compare(at, now) > 0) return 'arrival-ahead';
  return Temporal.Instant.compare(at, now.subtract(NOTED_WITHIN)) < 0 ? 'arrival-too-old' : null;
}
