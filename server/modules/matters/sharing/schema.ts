import { z } from 'zod';
import { Language } from '../../customers/schema.ts';

/** How a consent was given or withdrawn. */
export const GivenHow = z.enum(['screen', 'paper', 'voice', 'email', 'web']);

/**
 * Julkisuuslaki 26 §, 29 §: disclosure needs a ground, and the ground is kept. A consent is kept as it was given (GDPR art. 7): the
 * wording shown, its language, the way.
 */
export const groundFields = {
  basis: z.enum(['consent', 'law']),
  /** The wording shown to the customer, or the provision of law. */
  ground: z.string().trim().max(1000),
  givenHow: GivenHow.nullish(),
  /** The language the wording was shown in; the customer's language of service when not told. */
  language: Language.nullish(),
};

export const ShareInput = z
  .strictObject({
    needId: z.uuid(),
    organisationId: z.uuid(),
    ...groundFields,
    ground: groundFields.ground.min(3),
    until: z.iso.datetime().nullish(),
  })
  .meta({ id: 'ShareInput' });

/** How a disclosure ends: the customer took their consent back, or it is needed no more. */
export const ShareEnd = z.strictObject({ by: z.enum(['customer', 'staff']), how: GivenHow.nullish() }).meta({ id: 'ShareEnd' });

export const ConsentWording = z.object({ language: z.string(), wording: z.string() }).meta({ id: 'ConsentWording' });

export const Share = z
  .object({
    id: z.uuid(),
    needId: z.uuid().nullable(),
    organisationId: z.uuid(),
    basis: z.enum(['own', 'consent', 'law']),
    ground: z.string(),
    givenHow: z.string().nullable(),
    language: z.string().nullable(),
    sharedAt: z.string(),
    until: z.string().nullable(),
  })
  .meta({ id: 'Share' });

export type ConsentWording = z.infer<typeof ConsentWording>;
export type ShareEnd = z.infer<typeof ShareEnd>;
export type ShareInput = z.infer<typeof ShareInput>;
export type Share = z.infer<typeof Share>;
