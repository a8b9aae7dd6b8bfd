import { z } from 'zod';

/** Laki julkisen hallinnon tiedonhallinnasta and julkisuuslaki 26 §, 29 §: disclosure needs a ground, and the ground is kept. */
export const ShareInput = z
  .strictObject({
    needId: z.uuid(),
    organisationId: z.uuid(),
    basis: z.enum(['consent', 'law']),
    /** The wording shown to the customer, or the provision of law. */
    ground: z.string().trim().min(3).max(1000),
    givenHow: z.enum(['screen', 'paper', 'voice', 'email', 'web']).nullish(),
    until: z.iso.datetime().nullish(),
  })
  .meta({ id: 'ShareInput' });

export const Share = z
  .object({
    id: z.uuid(),
    needId: z.uuid().nullable(),
    organisationId: z.uuid(),
    basis: z.enum(['own', 'consent', 'law']),
    ground: z.string(),
    givenHow: z.string().nullable(),
    sharedAt: z.string(),
    until: z.string().nullable(),
  })
  .meta({ id: 'Share' });

export type ShareInput = z.infer<typeof ShareInput>;
export type Share = z.infer<typeof Share>;
