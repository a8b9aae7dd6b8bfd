import { z } from 'zod';
import { day, id, instant, newWebAddress, webAddress } from '../../../platform/http/shapes.ts';
import { OpeningHours } from '../../directory/schema.ts';

export const actorKinds = ['city', 'library', 'education', 'association', 'wellbeing', 'authority', 'company', 'other'] as const;
export type ActorKind = (typeof actorKinds)[number];
/** How one is helped: where the actor is, at home, or by phone or video. */
export const supportWays = ['at-place', 'home', 'remote'] as const;
export type SupportWay = (typeof supportWays)[number];
export const freshnesses = ['fresh', 'due', 'stale'] as const;
export type Freshness = (typeof freshnesses)[number];

const words = (longest: number) => z.string().normalize().trim().max(longest);
const Text = z.strictObject({
  name: words(120).min(1),
  helpsWith: words(500).min(1),
  where: words(300).min(1),
  how: words(500).min(1),
  price: words(300).default(''),
  accessibility: words(500).default(''),
});
/** Plain Finnish of what is hardest to read; the rest is as in Finnish. */
const PlainText = z.strictObject({ helpsWith: words(500).min(1), how: words(500).min(1) });
export const SupportTexts = z
  .strictObject({ fi: Text, sv: Text, en: Text, plain: PlainText.nullable().default(null) })
  .meta({ id: 'SupportTexts' });
export type SupportTexts = z.output<typeof SupportTexts>;

const page = webAddress.or(z.literal(''));
const newPage = newWebAddress.or(z.literal(''));
const listKeys = z.array(z.string().max(60)).max(20);

const fields = {
  kind: z.enum(actorKinds),
  texts: SupportTexts,
  /** Keys of digitalSupportKinds. */
  supportKinds: listKeys,
  /** Keys of digitalReferralCriteria that the actor is an answer to. */
  answersTo: listKeys,
  ways: z.array(z.enum(supportWays)).min(1).max(3),
  /** ISO 639 codes. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(30),
  isFree: z.boolean(),
  phone: words(60).regex(/^[+\d][\d\s()-]*$|^$/),
  email: z.email().max(254).or(z.literal('')),
  website: page,
  brochure: page,
  opening: OpeningHours.nullable(),
  placeId: id.nullable(),
  ownerPersonId: id.nullable(),
};

export const ActorInput = z
  .strictObject({
    ...fields,
    ownerOrganisationId: id,
    supportKinds: fields.supportKinds.default([]),
    answersTo: fields.answersTo.default([]),
    ways: fields.ways.default(['at-place']),
    languages: fields.languages.default([]),
    isFree: fields.isFree.default(true),
    phone: fields.phone.default(''),
    email: fields.email.default(''),
    website: newPage.default(''),
    brochure: newPage.default(''),
    opening: fields.opening.default(null),
    placeId: fields.placeId.default(null),
    ownerPersonId: fields.ownerPersonId.default(null),
  })
  .meta({ id: 'SupportActorInput' });
export type ActorInput = z.output<typeof ActorInput>;

/** `version`: the one that was changed. Whoever changes one has looked it over. */
export const ActorChange = z
  .strictObject({ ...fields, website: newPage, brochure: newPage })
  .partial()
  .extend({ version: z.int(), retired: z.boolean().optional() })
  .meta({ id: 'SupportActorChange' });
export type ActorChange = z.output<typeof ActorChange>;

/** "Still right": what was seen was of this version. */
export const Confirming = z.strictObject({ version: z.int() }).meta({ id: 'SupportActorConfirming' });

export const SupportActor = z
  .object({
    id,
    ownerOrganisationId: id,
    ...fields,
    ownerName: z.string().nullable(),
    placeNames: z.record(z.string(), z.string()).nullable(),
    checkedOn: day,
    checkedByName: z.string().nullable(),
    freshness: z.enum(freshnesses),
    version: z.int(),
    changedAt: instant,
    isRetired: z.boolean(),
    may: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'SupportActor' });
export type SupportActor = z.output<typeof SupportActor>;

export const actorViews = ['all', 'check', 'retired'] as const;
export type ActorView = (typeof actorViews)[number];
export const ActorQuery = z.object({ view: z.enum(actorViews).default('all') });

/** `check`: those of one's own organisations that want looking over. */
export const ActorList = z.object({ actors: z.array(SupportActor), counts: z.object({ check: z.int() }) }).meta({ id: 'SupportActorList' });
export type ActorList = z.output<typeof ActorList>;

/** Nothing of a customer but what fits nobody: criteria by commas, the language of service, whether somebody has to come home. */
export const SuggestionQuery = z.object({
  criteria: z
    .string()
    .max(400)
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  language: z.string().max(12).default('fi'),
  home: z.enum(['yes', 'no']).default('no'),
});

const Suggestion = z.object({
  actor: SupportActor,
  /** The criteria it answers to, of those asked. */
  fits: z.array(z.string()),
  reasons: z.array(z.enum(['language', 'home', 'free'])),
  against: z.array(z.enum(['language', 'home', 'stale'])),
});
/** `others`: answer to none of what was asked, and may be chosen all the same. */
export const Suggestions = z.object({ suggested: z.array(Suggestion), others: z.array(SupportActor) }).meta({ id: 'SupportSuggestions' });
export type Suggestions = z.output<typeof Suggestions>;
