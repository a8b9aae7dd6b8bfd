import { z } from 'zod';
import { CustomerChange, Language } from '../../customers/schema.ts';
import { GivenHow } from '../sharing/schema.ts';

/** A consent as it was given (GDPR art. 7(1)): the words that were shown or read, their language, the way. */
export const ProcessingConsent = z
  .strictObject({
    wording: z.string().normalize().trim().min(3).max(1000),
    language: Language,
    givenHow: GivenHow,
  })
  .meta({ id: 'ProcessingConsent' });

/** `consent`: needed where the customer's data are restricted, and kept only then. */
export const CustomerPatch = CustomerChange.extend({ consent: ProcessingConsent.nullish() }).meta({ id: 'CustomerPatch' });

/** Whether a change needs the customer's consent now, and the words to ask for it in their language. */
export const ConsentToChange = z
  .object({ isNeeded: z.boolean(), language: z.string(), wording: z.string() })
  .meta({ id: 'ConsentToChange' });

export type ProcessingConsent = z.infer<typeof ProcessingConsent>;
export type CustomerPatch = z.infer<typeof CustomerPatch>;
export type ConsentToChange = z.infer<typeof ConsentToChange>;
