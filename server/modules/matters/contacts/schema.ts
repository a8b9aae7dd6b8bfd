import { z } from 'zod';
import { adviceLevels } from '../../knowledge/schema.ts';
import { OutcomeInput } from '../needs/schema.ts';

export const Channel = z.enum(['email', 'web', 'phone', 'counter', 'letter', 'sms', 'chat', 'video', 'social', 'self-service', 'internal']);
export type Channel = z.infer<typeof Channel>;
export const Identification = z.enum(['none', 'claimed', 'known-contact', 'document-seen', 'strong', 'mandate']);
export type Identification = z.infer<typeof Identification>;

export const ContactInput = z
  .strictObject({
    channel: Channel,
    direction: z.enum(['in', 'out']).default('in'),
    needId: z.uuid().nullish(),
    identification: Identification.default('none'),
    pointId: z.uuid().nullish(),
    /** The note began before it was saved: type first, file later. */
    startedAt: z.iso.datetime().nullish(),
    /** The talk is over; null while it goes on. */
    endedAt: z.iso.datetime().nullish(),
    summary: z.string().max(20_000).default(''),
  })
  .meta({ id: 'ContactInput' });

export const ContactChange = z
  .strictObject({
    summary: z.string().max(20_000).optional(),
    identification: Identification.optional(),
    endedAt: z.iso.datetime().nullish(),
    version: z.int(),
  })
  .meta({ id: 'ContactChange' });

export const WrapUp = z
  .strictObject({
    outcomes: z
      .array(OutcomeInput.extend({ needId: z.uuid() }))
      .max(50)
      .default([]),
    reasons: z.array(z.string().max(60)).max(14).default([]),
    /** Asked with the reason "referred-here". */
    directedBy: z.string().trim().max(200).nullish(),
    supportKinds: z.array(z.string().max(60)).max(20).default([]),
    how: z.array(z.string().max(60)).max(20).default([]),
    notAlone: z.array(z.string().max(60)).max(10).default([]),
    couldSelfServe: z.boolean().nullish(),
    hops: z.int().min(0).max(99).nullish(),
    toldAgain: z.boolean().nullish(),
    /** The advisor's own estimate of how well the guidance fitted: never preselected. */
    guidance: z.int().min(1).max(5).nullish(),
    guidanceWords: z.string().trim().max(2000).nullish(),
    endedAt: z.iso.datetime().nullish(),
    closeMatter: z.boolean().default(false),
    /** Needs that are named by a card opened in this contact. */
    services: z
      .array(z.strictObject({ needId: z.uuid(), cardId: z.uuid() }))
      .max(20)
      .optional(),
    /** How far the advice went (requirement M14). */
    adviceLevel: z.enum(adviceLevels).nullish(),
    /** With `closeMatter`: papers that are still with us stay where they are. */
    papersStay: z.boolean().optional(),
  })
  .meta({ id: 'WrapUp' });

export const Contact = z
  .object({
    id: z.uuid(),
    channel: Channel,
    direction: z.enum(['in', 'out']),
    needId: z.uuid().nullable(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    personName: z.string().nullable(),
    pointId: z.uuid().nullable(),
    identification: Identification,
    summary: z.string(),
    wrappedAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Contact' });

/** A card that was used; `names`: of the service, or the card's own where it stands alone. */
export const OpenedCard = z
  .object({
    id: z.uuid(),
    names: z.record(z.string(), z.string()),
    organisationId: z.uuid().nullable(),
    adviceLevel: z.enum(adviceLevels),
    openedAt: z.string(),
  })
  .meta({ id: 'OpenedCard' });

/** What the wrap-up form starts from: everything that comes by itself, suggestions for the rest. */
export const WrapUpForm = z
  .object({
    contact: Contact,
    minutes: z.int(),
    needs: z.array(
      z.object({
        needId: z.uuid(),
        outcome: z.string().nullable(),
        why: z.string(),
      }),
    ),
    suggested: z.object({
      reasons: z.array(z.string()),
      supportKinds: z.array(z.string()),
      how: z.array(z.string()),
      hops: z.int(),
      toldAgain: z.boolean(),
    }),
    /** Service cards opened in this contact, the latest first. */
    cards: z.array(OpenedCard),
    adviceLevel: z.enum(adviceLevels).nullable(),
  })
  .meta({ id: 'WrapUpForm' });

export const TallyInput = z.strictObject({ kind: z.string().max(60) }).meta({ id: 'TallyInput' });
export const Tally = z.object({ id: z.int(), kind: z.string(), today: z.int() }).meta({ id: 'Tally' });

export type ContactInput = z.infer<typeof ContactInput>;
export type ContactChange = z.infer<typeof ContactChange>;
export type Contact = z.infer<typeof Contact>;
export type WrapUp = z.infer<typeof WrapUp>;
export type WrapUpForm = z.infer<typeof WrapUpForm>;
export type Tally = z.infer<typeof Tally>;
