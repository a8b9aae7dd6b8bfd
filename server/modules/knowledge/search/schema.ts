import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { entryKinds } from './types.ts';

/** The languages things are written and searched in. */
export const Tongue = z.enum(['fi', 'sv', 'en']);
export const Kind = z.enum(entryKinds);

/** More than this is pasted, not asked. */
const words = z.string().trim().max(300);

const Near = z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

export const SearchInput = z
  .strictObject({
    words,
    /** The reader's; a desk's is the person's own unless told. */
    language: Tongue.optional(),
    kinds: z.array(Kind).min(1).max(entryKinds.length).optional(),
    limit: z.int().min(1).max(50).default(10),
    /** Where the asker is, for the nearest place: used for this answer only. */
    near: Near.optional(),
    /** Still typing: the words are not finished and are not counted. */
    typing: z.boolean().default(false),
  })
  .meta({ id: 'KnowledgeSearchInput' });
export type SearchInput = z.output<typeof SearchInput>;

/** `language`: what the name is written in. */
const named = { name: z.string(), language: Tongue };

export const Provider = z.object({ serviceId: id, ...named }).meta({ id: 'ServiceProvider' });
export type Provider = z.output<typeof Provider>;

export const Place = z
  .object({
    id,
    ...named,
    street: z.string(),
    city: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    /** From where the asker is, as the crow flies. */
    metres: z.int().nullable(),
  })
  .meta({ id: 'ServicePlace' });
export type Place = z.output<typeof Place>;

/** The first few, and how many there are in all. */
const some = <T extends z.ZodType>(one: T) => z.object({ count: z.int(), first: z.array(one) });

export const FoundEntry = z
  .object({
    kind: Kind,
    /** Of a service its text's: those who give it are among `providers`. */
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    /** Of title and summary: another than the asked one where the thing is not told in it. */
    language: Tongue,
    /** The words of its texts that answered, and the language they were found in. */
    why: z.object({ words: z.array(z.string()), language: Tongue }),
    /** Others of the kind that say exactly the same: how many, and the first of them. */
    alike: some(z.string()),
    /** Who provides the service and where; null for all but services. */
    providers: some(Provider).nullable(),
    places: some(Place).nullable(),
  })
  .meta({ id: 'KnowledgeHit' });
export type FoundEntry = z.output<typeof FoundEntry>;

export const SearchAnswer = z
  .object({
    /** Shortly after a start not everything has been read yet. */
    warming: z.boolean(),
    /** Best first. Of each kind that was found, at least the best one. */
    hits: z.array(FoundEntry),
    /** Kinds in the order of their best hits; `count` ends at `COUNTED`. */
    groups: z.array(z.object({ kind: Kind, count: z.int() })),
  })
  .meta({ id: 'KnowledgeSearchAnswer' });
export type SearchAnswer = z.output<typeof SearchAnswer>;

export const ChoiceInput = z
  .strictObject({ words: words.min(1), language: Tongue.optional(), kind: Kind, id: z.string().min(1).max(60) })
  .meta({ id: 'KnowledgeChoice' });
export type ChoiceInput = z.output<typeof ChoiceInput>;

/** A distinct text's number. */
export const TextPlace = z.object({ id: z.string().regex(/^[1-9]\d{0,14}$/) });

export const GivenBy = z.object({ providers: z.array(Provider), places: z.array(Place), more: z.boolean() }).meta({ id: 'ServiceGivenBy' });
export type GivenBy = z.output<typeof GivenBy>;

export const LanguageWish = z.object({ language: Tongue.default('fi') });
