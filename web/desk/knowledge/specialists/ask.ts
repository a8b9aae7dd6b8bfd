import type { DeskDirectory } from '../../../shared/api/desk.ts';
import type { SpecialistRow } from '../../../shared/api/specialists.ts';

/** Where a question about what somebody knows goes: to themselves at tier 2; those of tier 3 are asked through tier 2 of the same organisation. */
export type AskTarget = { unitId: string; personId: string | null };

export function askTarget({ id, askedBy, tier, unitId, organisationId }: SpecialistRow, { units }: DeskDirectory): AskTarget | null {
  if (!askedBy.includes('request')) return null;
  if (tier === 2) return { unitId, personId: id };
  const through = units.find((unit) => unit.tier === 2 && unit.organisationId === organisationId);
  return tier === 3 && through ? { unitId: through.id, personId: null } : null;
}
