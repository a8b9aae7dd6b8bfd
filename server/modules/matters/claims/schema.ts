import { z } from 'zod';

/** Somebody who has signed in strongly says that the matter is theirs. */
export const Claim = z
  .object({
    id: z.uuid(),
    /** As the identity provider tells it, to be held beside what the customer said. */
    name: z.string(),
    createdAt: z.string(),
    /** The matter's customer is proved to be somebody else: it can only be refused. */
    another: z.boolean(),
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

export const IdentityInput = z.strictObject({ identityCode: z.string().max(40) }).meta({ id: 'IdentityInput' });
export const ClaimDecision = z.strictObject({ decision: z.enum(['confirmed', 'refused']) }).meta({ id: 'ClaimDecision' });

export type MatterIdentity = z.infer<typeof MatterIdentity>;
