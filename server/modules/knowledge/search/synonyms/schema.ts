import { z } from 'zod';
import { id, instant } from '../../../../platform/http/shapes.ts';
import { Tongue } from '../schema.ts';

/** A word or a few as people say it: no address and no number by itself. */
const said = (longest: number) =>
  z
    .string()
    .trim()
    .min(2)
    .max(longest)
    .regex(/^(?=.*\p{L})[\p{L}\p{M}\p{N} '’.:/&()-]*$/u)
    .transform((text) => text.normalize('NFC').toLocaleLowerCase('fi').replace(/\s+/g, ' '));
const word = said(60);
const meanings = z.array(said(120)).min(1).max(40);

export const Synonym = z
  .object({
    id,
    language: Tongue,
    word: z.string(),
    meanings: z.array(z.string()),
    /** Each finds the other. */
    both: z.boolean(),
    active: z.boolean(),
    /** `default` came with the product; a change to one makes it `changed`, and it keeps finding as changed. */
    origin: z.enum(['default', 'changed', 'own']),
    /** Whose people made or changed it last; null for a default. */
    organisationId: id.nullable(),
    changedAt: instant.nullable(),
    /** Whether the caller may change it. */
    mine: z.boolean(),
  })
  .meta({ id: 'Synonym' });
export type SynonymView = z.output<typeof Synonym>;

export const SynonymList = z.object({ synonyms: z.array(Synonym) }).meta({ id: 'SynonymList' });

export const SynonymInput = z
  .strictObject({
    language: Tongue,
    word,
    meanings,
    both: z.boolean().default(false),
    /** The search that this mends, which then leaves the list of those to be mended. */
    mends: z.string().trim().max(80).optional(),
  })
  .meta({ id: 'SynonymInput' });
export type SynonymInput = z.output<typeof SynonymInput>;

export const SynonymChange = z.strictObject({ meanings, both: z.boolean(), active: z.boolean() }).meta({ id: 'SynonymChange' });
export type SynonymChange = z.output<typeof SynonymChange>;
