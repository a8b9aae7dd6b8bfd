import { z } from 'zod';
import { day, id, instant } from '../../../../platform/http/shapes.ts';
import { CardContent, CardContentInput, versionStates } from '../schema.ts';

export const cardLanguages = ['fi', 'sv', 'en', 'plain', 'common'] as const;

/** One field that differs between two versions. `parts`: the words kept, gone and come, in reading order. */
export const CardDifference = z
  .object({
    language: z.enum(cardLanguages),
    field: z.string(),
    parts: z.array(z.object({ kind: z.enum(['same', 'gone', 'come']), text: z.string() })),
  })
  .meta({ id: 'CardDifference' });
export type CardDifference = z.output<typeof CardDifference>;

export const approvalRefusals = ['not-offered', 'own-draft', 'not-approver'] as const;
export type ApprovalRefusal = (typeof approvalRefusals)[number];

/** What is being written: begins from what is published. `revision` 0: nobody has saved anything yet. */
export const CardDraft = z
  .object({
    number: z.int(),
    state: z.enum(versionStates),
    revision: z.int(),
    content: CardContent,
    changeNote: z.string(),
    writers: z.array(z.string()),
    savedAt: instant.nullable(),
    offeredByName: z.string().nullable(),
    approvedByName: z.string().nullable(),
    publishOn: day.nullable(),
    returnedNote: z.string(),
    /** Why the caller may not approve it; null: they may. */
    refusal: z.enum(approvalRefusals).nullable(),
    differences: z.array(CardDifference),
  })
  .meta({ id: 'CardDraft' });
export type CardDraft = z.output<typeof CardDraft>;

const changeNote = z.string().normalize().trim().max(500).default('');
const revision = z.int();

/** `revision`: the one that was changed; 0 begins a draft. */
export const DraftInput = z.strictObject({ revision, content: CardContentInput, changeNote }).meta({ id: 'CardDraftInput' });
export type DraftInput = z.output<typeof DraftInput>;
export const DraftSaved = z.object({ number: z.int(), revision }).meta({ id: 'CardDraftSaved' });

/** What is offered or approved is what was read: another revision is refused. */
export const OfferInput = z.strictObject({ revision }).meta({ id: 'CardOfferInput' });
/** `publishOn`: the day it comes into force; null: now. */
export const ApprovalInput = z.strictObject({ revision, publishOn: day.nullable().default(null) }).meta({ id: 'CardApprovalInput' });
export const ReturnInput = z
  .strictObject({ revision, note: z.string().normalize().trim().min(1).max(1000) })
  .meta({ id: 'CardReturnInput' });

export const CardVersionRow = z
  .object({
    number: z.int(),
    state: z.enum(versionStates),
    changeNote: z.string(),
    writers: z.array(z.string()),
    approvedByName: z.string().nullable(),
    savedAt: instant,
    publishedAt: instant.nullable(),
    publishOn: day.nullable(),
  })
  .meta({ id: 'CardVersionRow' });
export const CardHistory = z.object({ versions: z.array(CardVersionRow) }).meta({ id: 'CardHistory' });
export type CardHistory = z.output<typeof CardHistory>;

/** `than`: the number of the version it is compared with; null: the first one. */
export const CardVersion = CardVersionRow.extend({
  content: CardContent,
  than: z.int().nullable(),
  differences: z.array(CardDifference),
}).meta({ id: 'CardVersion' });
export type CardVersion = z.output<typeof CardVersion>;

export const versionPlace = z.object({ id, number: z.codec(z.string().regex(/^\d{1,6}$/), z.int(), { decode: Number, encode: String }) });
