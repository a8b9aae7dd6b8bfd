import { z } from 'zod';

/** What the desk knows of a slip; never its PIN. */
export const SlipFacts = z
  .object({
    state: z.enum(['none', 'open', 'locked', 'expired']),
    madeAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
    usedAt: z.string().nullable(),
    triesLeft: z.int(),
  })
  .meta({ id: 'SlipFacts' });

export const SlipInput = z
  .strictObject({
    /** The customer was asked whether papers and the page may name authorities (M13). */
    namesAgreed: z.boolean(),
  })
  .meta({ id: 'SlipInput' });

/** The only time the PIN is told. `papers`: the slip as a page to print, in each language. */
export const NewSlip = z
  .object({
    number: z.string(),
    pin: z.string(),
    language: z.enum(['fi', 'sv', 'en', 'fi-x-plain']),
    expiresAt: z.string(),
    papers: z.object({ fi: z.string(), sv: z.string(), en: z.string(), 'fi-x-plain': z.string() }),
  })
  .meta({ id: 'NewSlip' });

export type SlipFacts = z.infer<typeof SlipFacts>;
export type NewSlip = z.infer<typeof NewSlip>;
