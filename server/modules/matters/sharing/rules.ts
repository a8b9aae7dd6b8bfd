import type { z } from 'zod';
import type { GivenHow as GivenHowShape } from './schema.ts';

export type GivenHow = z.infer<typeof GivenHowShape>;

export type Given = {
  basis?: 'consent' | 'law' | null | undefined;
  ground?: string | null | undefined;
  givenHow?: GivenHow | null | undefined;
  language?: string | null | undefined;
};

export type Disclosure = { basis: 'own' | 'consent' | 'law'; ground: string; givenHow: GivenHow | null; language: string | null };
type Missing = 'basis' | 'ground' | 'givenHow';

/** Words for the audit of what needs no ground: the organisation's own people work on its own matter. */
const WITHIN = 'Within the organisation';

/**
 * What must be recorded before another unit may see a need: nothing while a share with its organisation lives, no ground within
 * the organisation that owns the need, else the ground of the disclosure (julkisuuslaki 26 §, 29 §), and of a consent also how it was
 * given and in which language its wording was shown (`served` when not told). `missing` names what was left out.
 */
export function disclosureFor(
  need: { ownerOrg: string },
  toOrg: string,
  live: boolean,
  given: Given,
  served: string,
): { record: Disclosure | null } | { missing: Missing[] } {
  if (live) return { record: null };
  if (toOrg === need.ownerOrg) return { record: { basis: 'own', ground: WITHIN, givenHow: null, language: null } };
  const { basis } = given;
  const ground = given.ground?.trim() ?? '';
  const missing: Missing[] = [];
  if (!basis) missing.push('basis');
  if (ground.length < 3) missing.push('ground');
  if (basis === 'consent' && !given.givenHow) missing.push('givenHow');
  if (!basis || missing.length > 0) return { missing };
  if (basis === 'law') return { record: { basis, ground, givenHow: null, language: null } };
  return { record: { basis, ground, givenHow: given.givenHow ?? null, language: given.language ?? served } };
}
