import { z } from 'zod';
import { Arrangement } from '../../customers/schema.ts';
import { Restriction } from '../data-requests/schema.ts';
import { ListPlace } from '../list-place.ts';
import { AttachedFile, Sensitivity } from '../messages/schema.ts';
import { groundFields } from '../sharing/schema.ts';

export const RequestState = z.enum(['open', 'asked-back', 'forwarded', 'answer-below', 'answered', 'returned', 'withdrawn']);

const ground = {
  basis: groundFields.basis.nullish(),
  ground: groundFields.ground.nullish(),
  givenHow: groundFields.givenHow,
  language: groundFields.language,
};

export const RequestInput = z
  .strictObject({
    needId: z.uuid(),
    toUnitId: z.uuid(),
    toPersonId: z.uuid().nullish(),
    title: z.string().trim().min(1).max(200),
    question: z.string().trim().min(1).max(20_000),
    sensitivity: Sensitivity.default('normal'),
    customerWaiting: z.boolean().default(false),
    /** The need is the asked authority's, not of the one it was directed to. */
    directNeed: z.boolean().default(false),
    /** The ground on which the other organisation gets to see the need; not asked inside one's own organisation. */
    ...ground,
  })
  .meta({ id: 'RequestInput' });

/** Everything a request goes through is an entry on it. */
export const RequestEntryInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('claimed') }),
    /** Gives a claimed request back to the unit. */
    z.strictObject({ kind: z.literal('released'), text: z.string().trim().max(20_000).default('') }),
    z.strictObject({
      kind: z.literal('answered'),
      text: z.string().trim().min(1).max(20_000),
      use: z.enum(['tell', 'advisor']).default('tell'),
      /** The answerer's own uploads, or files of tier 3's answer to the same question. */
      fileIds: z.array(z.uuid()).max(10).optional(),
    }),
    z.strictObject({
      kind: z.literal('asked-back'),
      text: z.string().trim().min(1).max(20_000),
    }),
    z.strictObject({
      kind: z.literal('replied'),
      text: z.string().trim().min(1).max(20_000),
    }),
    z.strictObject({
      kind: z.literal('forwarded'),
      toUnitId: z.uuid(),
      toPersonId: z.uuid().nullish(),
      text: z.string().trim().min(1).max(20_000),
      ...ground,
    }),
    z.strictObject({
      kind: z.literal('returned'),
      text: z.string().trim().min(1).max(20_000),
    }),
    z.strictObject({
      kind: z.literal('withdrawn'),
      text: z.string().trim().max(20_000).default(''),
    }),
  ])
  .meta({ id: 'RequestEntryInput' });

export const RequestEntry = z
  .object({
    kind: z.string(),
    at: z.string(),
    personName: z.string().nullable(),
    text: z.string(),
  })
  .meta({ id: 'RequestEntry' });

export const SupportRequest = z
  .object({
    id: z.uuid(),
    matterId: z.uuid(),
    needId: z.uuid(),
    parentId: z.uuid().nullable(),
    tier: z.int(),
    title: z.string(),
    question: z.string(),
    sensitivity: Sensitivity,
    customerWaiting: z.boolean(),
    state: RequestState,
    askedAt: z.string(),
    askedByName: z.string(),
    askedUnitId: z.uuid(),
    toUnitId: z.uuid(),
    toOrganisationId: z.uuid(),
    toPersonId: z.uuid().nullable(),
    toPersonName: z.string().nullable(),
    dueAt: z.string(),
    escalatedAt: z.string().nullable(),
    answeredAt: z.string().nullable(),
    answer: z.string().nullable(),
    answerUse: z.enum(['tell', 'advisor']).nullable(),
    toldAt: z.string().nullable(),
    /** Given with the answer. */
    files: z.array(AttachedFile),
    entries: z.array(RequestEntry),
    version: z.int(),
  })
  .meta({ id: 'SupportRequest' });

/** A specialist's page: exactly what was asked of them and what the answer needs. */
export const RequestPage = z
  .object({
    request: SupportRequest,
    /** The chain as far as the reader may see it, tier 1 down. */
    chain: z.array(SupportRequest),
    matterNumber: z.string(),
    restriction: Restriction.nullable(),
    need: z.object({
      id: z.uuid(),
      serviceName: z.string().nullable(),
      ownWords: z.string(),
      organisationId: z.uuid().nullable(),
    }),
    customer: z.object({
      name: z.string().nullable(),
      language: z.string(),
      identification: z.string(),
      arrangements: z.array(Arrangement.omit({ askedAt: true, askedPointId: true, notedAt: true })),
    }),
    share: z.object({ basis: z.string(), ground: z.string(), sharedAt: z.string() }).nullable(),
    files: z.array(AttachedFile.extend({ messageId: z.uuid() })),
    advisorMay: z.object({
      tasks: z.array(z.string()),
      validUntil: z.string().nullable(),
    }),
    may: z.object({
      claim: z.boolean(),
      release: z.boolean(),
      answer: z.boolean(),
      forward: z.boolean(),
      askBack: z.boolean(),
      reply: z.boolean(),
      withdraw: z.boolean(),
      return: z.boolean(),
    }),
  })
  .meta({ id: 'RequestPage' });

export const RequestRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    fromPoint: z.string().nullable(),
    fromUnitId: z.uuid(),
    tier: z.int(),
    state: RequestState,
    dueAt: z.string(),
    askedAt: z.string(),
    customerWaiting: z.boolean(),
    toPersonName: z.string().nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'RequestRow' });

export const RequestList = z
  .object({
    rows: z.array(RequestRow),
    counts: z.object({ mine: z.int(), unit: z.int(), below: z.int() }),
    next: z.string().nullable(),
  })
  .meta({ id: 'RequestList' });

export const RequestAsked = z.strictObject({
  view: z.enum(['mine', 'unit', 'below', 'answered']).default('mine'),
  /** `next` of the screenful before. */
  after: ListPlace.optional(),
});

export type RequestState = z.infer<typeof RequestState>;
export type RequestAsked = z.infer<typeof RequestAsked>;
export type RequestView = RequestAsked['view'];
export type RequestInput = z.infer<typeof RequestInput>;
export type RequestEntryInput = z.infer<typeof RequestEntryInput>;
export type RequestEntry = z.infer<typeof RequestEntry>;
export type SupportRequest = z.infer<typeof SupportRequest>;
export type RequestPage = z.infer<typeof RequestPage>;
export type RequestRow = z.infer<typeof RequestRow>;
export type RequestList = z.infer<typeof RequestList>;
