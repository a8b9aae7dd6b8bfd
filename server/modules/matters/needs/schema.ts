import { z } from 'zod';

export const Outcome = z.enum(['handled', 'initiated', 'neither']);
export type Outcome = z.infer<typeof Outcome>;

/** A need points to an authority and a service, or is "not yet identified" with only the resident's own words. */
export const NeedInput = z
  .strictObject({
    organisationId: z.uuid().nullish(),
    serviceName: z.string().normalize().trim().max(200).nullish(),
    ownWords: z.string().normalize().trim().max(4000).default(''),
  })
  .meta({ id: 'NeedInput' });

export const NeedChange = z
  .strictObject({
    organisationId: z.uuid().nullish(),
    serviceName: z.string().normalize().trim().max(200).nullish(),
    ownWords: z.string().normalize().trim().max(4000).optional(),
    state: z.enum(['identified', 'directed', 'in-hand', 'dropped']).optional(),
    /** Papers taken in at the desk before the authority's receipt: "received for forwarding" with time and place. */
    received: z.strictObject({ pointId: z.uuid().nullish() }).optional(),
  })
  .meta({ id: 'NeedChange' });

/** "Initiated" asks for the authority's receipt or reference (hallintolaki 19-20 §). */
export const OutcomeInput = z
  .strictObject({
    outcome: Outcome,
    why: z.string().max(60).nullish(),
    receipt: z.string().trim().min(1).max(200).nullish(),
  })
  .meta({ id: 'OutcomeInput' });

export const Need = z
  .object({
    id: z.uuid(),
    position: z.int(),
    /** Who keeps it, for those of its keepers' own; null where it is only shared. */
    ownerOrganisationId: z.uuid().nullable(),
    organisationId: z.uuid().nullable(),
    serviceName: z.string().nullable(),
    ownWords: z.string(),
    state: z.enum(['identified', 'directed', 'in-hand', 'settled', 'dropped']),
    outcome: Outcome.nullable(),
    outcomeWhy: z.string().nullable(),
    outcomeAt: z.string().nullable(),
    receipt: z.string().nullable(),
    receivedAt: z.string().nullable(),
    receivedPointId: z.uuid().nullable(),
    customerOutcome: Outcome.nullable(),
  })
  .meta({ id: 'Need' });

export type NeedInput = z.infer<typeof NeedInput>;
export type NeedChange = z.infer<typeof NeedChange>;
export type OutcomeInput = z.infer<typeof OutcomeInput>;
export type Need = z.infer<typeof Need>;
