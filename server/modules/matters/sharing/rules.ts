export type Given = {
  basis?: 'consent' | 'law' | null | undefined;
  ground?: string | null | undefined;
};

export type Disclosure = { basis: 'own' | 'consent' | 'law'; ground: string };

/** Words for the audit of what needs no ground: the organisation's own people work on its own matter. */
const WITHIN = 'Within the organisation';

/**
 * What must be recorded before another unit may see a need: nothing while a share with its organisation lives, no ground within
 * the organisation that owns the need, else the ground of the disclosure (julkisuuslaki 26 §, 29 §). `missing` names what was left out.
 */
export function disclosureFor(
  need: { ownerOrg: string },
  toOrg: string,
  live: boolean,
  given: Given,
): { record: Disclosure | null } | { missing: ('basis' | 'ground')[] } {
  if (live) return { record: null };
  if (toOrg === need.ownerOrg) return { record: { basis: 'own', ground: WITHIN } };
  const ground = given.ground?.trim() ?? '';
  if (given.basis && ground.length >= 3) return { record: { basis: given.basis, ground } };
  return { missing: [...(given.basis ? [] : ['basis' as const]), ...(ground.length >= 3 ? [] : ['ground' as const])] };
}
