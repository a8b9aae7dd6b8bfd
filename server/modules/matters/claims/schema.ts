import { z } from 'zod';

/** What may be carried over to the one the matter turns out to be of; chosen one by one, as nothing of it has been proved. */
export const CarriedReach = z.enum(['email', 'phone', 'address']);
export const ClaimReach = z
  .object({ email: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable() })
  .meta({ id: 'ClaimReach' });

/** Somebody who has signed in strongly says that the matter is theirs. */
export const Claim = z
  .object({
    id: z.uuid(),
    /** As the identity provider tells it, to be held beside what the customer said. */
    name: z.string(),
    /** Who identified themselves and acts for them by a mandate; null when it was the customer. */
    by: z.string().nullable(),
    createdAt: z.string(),
    /** The matter's customer is proved to be somebody else: it can only be refused. */
    another: z.boolean(),
    /** How the claimant is reached, and how the matter's customer said they are: null under a restriction, or where it is all the same. */
    reach: z.object({ now: ClaimReach, told: ClaimReach }).nullable(),
  })
  .meta({ id: 'MatterClaim' });

/** How the matter's customer is known to be who they are; an identity code itself is shown to nobody. */
export const MatterIdentity = z
  .object({
    identity: z
      .object({
        kind: z.enum(['identity-code', 'foreign', 'business']),
        learned: z.enum(['signed-in', 'document-seen', 'mandate']),
        at: z.string(),
      })
      .nullable(),
    claims: z.array(Claim),
  })
  .meta({ id: 'MatterIdentity' });

export const IdentityInput = z
  .strictObject({
    identityCode: z.string().max(40),
    /** Of how the matter's customer said they are reached: what fills a gap in the details of the customer of the code; left out, nothing. */
    fill: z.array(CarriedReach).max(3).optional(),
  })
  .meta({ id: 'IdentityInput' });
export const ClaimDecision = z
  .strictObject({
    decision: z.enum(['confirmed', 'refused']),
    /** Of how the matter's customer said they are reached; left out, nothing: what the claimant has of their own stays. */
    carry: z.array(CarriedReach).max(3).optional(),
  })
  .meta({ id: 'ClaimDecision' });

export type ClaimDecision = z.infer<typeof ClaimDecision>;
export type IdentityInput = z.infer<typeof IdentityInput>;
export type MatterIdentity = z.infer<typeof MatterIdentity>;
