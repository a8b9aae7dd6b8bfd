import { z } from 'zod';
import { id, instant } from '../../../../platform/http/shapes.ts';
import { approvalRefusals } from '../../cards/drafts/schema.ts';
import { versionStates } from '../../cards/schema.ts';
import { GuideContent } from '../schema.ts';

const fields = [
  'kind',
  'title',
  'body',
  'alsoCalled',
  'organisationId',
  'issuerId',
  'validFrom',
  'validUntil',
  'points',
  'organisations',
  'roles',
] as const;

/** One field that differs between two versions. `parts`: the words kept, gone and come, in reading order; of names their ids, one a line. */
export const GuideDifference = z
  .object({
    language: z.enum(['fi', 'sv', 'en', 'common']),
    field: z.enum(fields),
    parts: z.array(z.object({ kind: z.enum(['same', 'gone', 'come']), text: z.string() })),
  })
  .meta({ id: 'GuideDifference' });
export type GuideDifference = z.output<typeof GuideDifference>;

/** What is being written: begins from what is published. `revision` 0: nobody has saved anything yet. */
export const GuideDraft = z
  .object({
    number: z.int(),
    state: z.enum(versionStates),
    revision: z.int(),
    content: GuideContent,
    changeNote: z.string(),
    writers: z.array(z.string()),
    savedAt: instant.nullable(),
    offeredByName: z.string().nullable(),
    approvedByName: z.string().nullable(),
    returnedNote: z.string(),
    /** Why the caller may not approve it; null: they may. */
    refusal: z.enum(approvalRefusals).nullable(),
    differences: z.array(GuideDifference),
  })
  .meta({ id: 'GuideDraft' });
export type GuideDraft = z.output<typeof GuideDraft>;

const revision = z.int();

/** `revision`: the one that was changed; 0 begins a draft. */
export const GuideDraftInput = z
  .strictObject({ revision, content: GuideContent, changeNote: z.string().normalize().trim().max(500).default('') })
  .meta({ id: 'GuideDraftInput' });
export type GuideDraftInput = z.output<typeof GuideDraftInput>;
export const GuideDraftSaved = z.object({ number: z.int(), revision }).meta({ id: 'GuideDraftSaved' });

/** What is offered or approved is what was read: another revision is refused. */
export const GuideOfferInput = z.strictObject({ revision }).meta({ id: 'GuideOfferInput' });
export const GuideReturnInput = z
  .strictObject({ revision, note: z.string().normalize().trim().min(1).max(1000) })
  .meta({ id: 'GuideReturnInput' });

export const GuideVersionRow = z
  .object({
    number: z.int(),
    state: z.enum(versionStates),
    changeNote: z.string(),
    writers: z.array(z.string()),
    approvedByName: z.string().nullable(),
    savedAt: instant,
    publishedAt: instant.nullable(),
  })
  .meta({ id: 'GuideVersionRow' });
export const GuideHistory = z.object({ versions: z.array(GuideVersionRow) }).meta({ id: 'GuideHistory' });
export type GuideHistory = z.output<typeof GuideHistory>;

/** `than`: the number of the version it is compared with; null: the first one. */
export const GuideVersion = GuideVersionRow.extend({
  content: GuideContent,
  than: z.int().nullable(),
  differences: z.array(GuideDifference),
}).meta({ id: 'GuideVersion' });
export type GuideVersion = z.output<typeof GuideVersion>;

export const guideVersionPlace = z.object({
  id,
  number: z.codec(z.string().regex(/^\d{1,6}$/), z.int(), { decode: Number, encode: String }),
});
