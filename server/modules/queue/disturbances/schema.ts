import { z } from 'zod';
import { dayText, id, momentText } from '../../../platform/http/shapes.ts';

export const disturbanceKinds = ['verbal', 'violence', 'intoxication', 'property', 'illness', 'other'] as const;
const kind = z.enum(disturbanceKinds);
const words = (longest: number) => z.string().trim().max(longest);

/** What happened, never to whom: the texts are about deeds and places, and an identity code in them is refused. */
export const DisturbanceInput = z
  .strictObject({
    kind,
    happenedAt: momentText,
    counterId: id.nullable().default(null),
    place: words(200).default(''),
    what: words(4000).min(1),
    done: words(4000).default(''),
    /** Members of staff who were there. */
    present: z.array(id).max(30).default([]),
    debriefedOn: dayText.nullable().default(null),
    /** Null: not known yet. */
    police: z.boolean().nullable().default(null),
    nextStep: words(1000).default(''),
    nextBy: id.nullable().default(null),
    nextUntil: dayText.nullable().default(null),
  })
  .meta({ id: 'DisturbanceInput' });

export const DisturbanceChange = DisturbanceInput.extend({ version: z.int() }).meta({ id: 'DisturbanceChange' });

export const Disturbance = DisturbanceInput.extend({
  id,
  state: z.enum(['draft', 'written']),
  source: z.enum(['entry', 'alarm', 'import']),
  what: z.string(),
  writtenBy: z.string(),
  version: z.int(),
})
  .strip()
  .meta({ id: 'Disturbance' });

const named = z.object({ id, name: z.string() });

export const DisturbanceLog = z
  .object({
    rows: z.array(Disturbance),
    /** Where the next screenful begins; null at the end. */
    next: z.string().nullable(),
    /** Guards and those who keep the point see everything, others what they wrote or were present at. */
    sees: z.enum(['all', 'own']),
    keeps: z.boolean(),
    /** How long the point keeps its log. */
    months: z.int(),
    /** Staff who are at the point, or are named in these rows. */
    people: z.array(named),
    counters: z.array(z.object({ id, name: z.record(z.string(), z.string()) })),
  })
  .meta({ id: 'DisturbanceLog' });

/** Where a screenful ended: when the last entry happened, and which it is. */
const placeInLog = z.string().refine((text) => {
  const [at, of, ...rest] = text.split('_');
  return momentText.safeParse(at).success && id.safeParse(of).success && rest.length === 0;
});
export const LogQuery = z.strictObject({ after: placeInLog.optional() });
export const Keeping = z.strictObject({ months: z.int().min(1).max(24) }).meta({ id: 'DisturbanceKeeping' });

export const FeedbackInput = z.strictObject({ words: words(2000).min(1) }).meta({ id: 'SpokenFeedbackInput' });
export const FeedbackList = z
  .object({ rows: z.array(z.object({ id, words: z.string(), notedAt: momentText })) })
  .meta({ id: 'SpokenFeedbackList' });

export const skippedWhys = ['columns', 'quotes', 'time', 'future', 'too-old', 'empty', 'too-long', 'identity-code'] as const;

/** What came of an import; lines are counted as in the file, the header being the first. */
export const Imported = z
  .object({
    added: z.int(),
    /** Reports that had come before. */
    known: z.int(),
    skipped: z.array(z.object({ line: z.int(), why: z.enum(skippedWhys) })),
  })
  .meta({ id: 'DisturbanceImport' });

export type DisturbanceInput = z.output<typeof DisturbanceInput>;
export type DisturbanceChange = z.output<typeof DisturbanceChange>;
export type Disturbance = z.output<typeof Disturbance>;
export type DisturbanceLog = z.output<typeof DisturbanceLog>;
export type FeedbackList = z.output<typeof FeedbackList>;
export type Imported = z.output<typeof Imported>;
export type SkippedWhy = (typeof skippedWhys)[number];
export type DisturbanceKind = (typeof disturbanceKinds)[number];
