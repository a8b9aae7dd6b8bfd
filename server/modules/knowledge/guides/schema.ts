import { z } from 'zod';
import { day, dayText, id, instant } from '../../../platform/http/shapes.ts';
import { roles } from '../../identity/types.ts';
import { versionStates } from '../cards/schema.ts';

/** In the order a reader of the list meets them: what is needed in a hurry comes first. */
export const guideKinds = ['threat', 'shift', 'roles', 'case', 'authority'] as const;
export type GuideKind = (typeof guideKinds)[number];

const words = (longest: number) => z.string().normalize().trim().max(longest);

export const GuideText = z
  .strictObject({
    title: words(120).default(''),
    /** Short paragraphs, and lines that begin with a dash or a number. */
    body: words(5000).default(''),
    /** What people say when they mean this: the search finds by them. */
    alsoCalled: z.array(words(100).min(1)).max(20).default([]),
  })
  .meta({ id: 'GuideText' });
export type GuideText = z.output<typeof GuideText>;

const some = <T extends z.ZodType>(one: T) => z.array(one).max(50).default([]);

/** All that is approved together. `points`, `organisations`, `roles`: whom it concerns; an empty list: everyone. */
export const GuideContent = z
  .strictObject({
    kind: z.enum(guideKinds).default('shift'),
    texts: z.strictObject({ fi: GuideText, sv: GuideText, en: GuideText }).partial().default({}),
    /** The authority it tells of. */
    organisationId: id.nullable().default(null),
    /** Who has issued the instruction; an authority's own word, though another keeps the text. */
    issuerId: id.nullable().default(null),
    /** The day it comes into force; null: when it is approved. */
    validFrom: dayText.nullable().default(null),
    /** The last day it holds; null: until further notice. */
    validUntil: dayText.nullable().default(null),
    points: some(id),
    organisations: some(id),
    roles: some(z.enum(roles)),
  })
  .meta({ id: 'GuideContent' });
export type GuideContent = z.output<typeof GuideContent>;

const Titles = z.object({ fi: z.string(), sv: z.string(), en: z.string() }).partial();

const shared = {
  id,
  ownerOrganisationId: id,
  ownerName: z.string().nullable(),
  reviewOn: day,
  isStale: z.boolean(),
  /** Its last day has passed: what it says holds no more. */
  isEnded: z.boolean(),
  /** For those who keep it. */
  draftState: z.enum(versionStates).nullable(),
};

export const Guide = z
  .object({
    ...shared,
    ownerPersonId: id.nullable(),
    retiredAt: instant.nullable(),
    publishedNumber: z.int().nullable(),
    publishedAt: instant.nullable(),
    /** Null until something has been published. */
    content: GuideContent.nullable(),
    /** An approved version that waits for its day. */
    coming: z.object({ number: z.int(), validFrom: dayText, changeNote: z.string() }).nullable(),
    may: z.object({ write: z.boolean(), approve: z.boolean() }),
    version: z.int(),
  })
  .meta({ id: 'Guide' });
export type Guide = z.output<typeof Guide>;

export const guideViews = ['all', 'mine', 'waiting', 'stale', 'ended', 'retired'] as const;
export type GuideView = (typeof guideViews)[number];
export const GuideQuery = z.object({ view: z.enum(guideViews).default('all') });

export const GuideRow = z
  .object({
    ...shared,
    titles: Titles,
    kind: z.enum(guideKinds),
    organisationId: id.nullable(),
    issuerId: id.nullable(),
    points: z.array(id),
    validUntil: dayText.nullable(),
    isPublished: z.boolean(),
    /** Written for the point where the reader sits, or for none in particular. */
    isForMe: z.boolean(),
  })
  .meta({ id: 'GuideRow' });
export type GuideRow = z.output<typeof GuideRow>;

const count = z.int();
/** `todo`: one's own that are soon to be looked over or soon end, or those nobody answers for any more, and what waits for one's approval. */
export const GuideList = z
  .object({ rows: z.array(GuideRow), counts: z.object({ mine: count, waiting: count, stale: count, ended: count, todo: count }) })
  .meta({ id: 'GuideList' });
export type GuideList = z.output<typeof GuideList>;

export const GuideInput = z.strictObject({ ownerOrganisationId: id, content: GuideContent }).meta({ id: 'GuideInput' });
export type GuideInput = z.output<typeof GuideInput>;

/** `version`: the one that was changed. */
export const GuideChange = z
  .strictObject({
    version: z.int(),
    ...z.strictObject({ ownerPersonId: id.nullable(), reviewOn: day, retired: z.boolean() }).partial().shape,
  })
  .meta({ id: 'GuideChange' });
export type GuideChange = z.output<typeof GuideChange>;
