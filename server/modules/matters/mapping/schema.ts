import { z } from 'zod';
import { ArrangementInput, ContactWish, Customer, Language } from '../../customers/schema.ts';
import { Restriction } from '../data-requests/schema.ts';
import { Need } from '../needs/schema.ts';

/** The questions in the order they are asked; all stand in the outline from the start. */
export const groups = ['situation', 'needs', 'arrangements', 'skills', 'path', 'picture', 'confirmation'] as const;
export const Group = z.enum(groups);
export type Group = z.infer<typeof Group>;

/** What getting a need done asks for. */
export const NeedKind = z.enum(['information', 'form', 'original-papers', 'identity', 'conversation', 'urgent']);
export type NeedKind = z.infer<typeof NeedKind>;

/** How the customer goes on. */
export const pathChannels = ['self-service', 'video', 'phone', 'counter', 'letter'] as const;
export const PathChannel = z.enum(pathChannels);
export type PathChannel = z.infer<typeof PathChannel>;

/** The languages a situation picture is written in. */
export const PictureVariant = z.enum(['fi', 'sv', 'en', 'fi-x-plain']);
export type PictureVariant = z.infer<typeof PictureVariant>;

export const DigitalAnswers = z
  .strictObject({
    wants: z.enum(['yes', 'no']).nullable().default(null),
    device: z.enum(['own', 'borrowed', 'none']).nullable().default(null),
    identification: z.enum(['yes', 'with-help', 'no']).nullable().default(null),
    forms: z.enum(['alone', 'instructions', 'beside', 'not-yet']).nullable().default(null),
  })
  .meta({ id: 'DigitalAnswers' });
export type DigitalAnswers = z.infer<typeof DigitalAnswers>;

/** A step as it will stand on the matter's path. */
export const PlannedStep = z
  .strictObject({
    title: z.string().normalize().trim().min(1).max(200),
    who: z.enum(['customer', 'staff', 'authority']),
    organisationId: z.uuid().nullable(),
    needId: z.uuid().nullable(),
    channel: PathChannel.nullable(),
  })
  .meta({ id: 'PlannedStep' });
export type PlannedStep = z.infer<typeof PlannedStep>;

const listKeys = z.array(z.string().max(60)).max(30);
const answers = {
  /** In the customer's own words. */
  situation: z.string().normalize().max(8000),
  lifeSituations: listKeys,
  needKinds: z.record(z.uuid(), z.array(NeedKind).max(6)),
  digital: DigitalAnswers,
  notAlone: listKeys,
  notAloneWords: z.string().normalize().max(1000),
  channel: PathChannel.nullable(),
  /** Why this channel, where it is not the one suggested. */
  channelWords: z.string().normalize().max(1000),
  chosenBy: z.enum(['customer', 'together', 'advisor']).nullable(),
  /** Null: as the rules suggest. */
  steps: z.array(PlannedStep).max(40).nullable(),
};

export const MappingAnswers = z
  .object({
    situation: answers.situation.default(''),
    lifeSituations: answers.lifeSituations.default([]),
    needKinds: answers.needKinds.default({}),
    digital: answers.digital.default({ wants: null, device: null, identification: null, forms: null }),
    notAlone: answers.notAlone.default([]),
    notAloneWords: answers.notAloneWords.default(''),
    channel: answers.channel.default(null),
    channelWords: answers.channelWords.default(''),
    chosenBy: answers.chosenBy.default(null),
    steps: answers.steps.default(null),
  })
  .meta({ id: 'MappingAnswers' });
export type MappingAnswers = z.infer<typeof MappingAnswers>;

/** Answers are saved one by one as they are given; those left out stay. Not made from `MappingAnswers`: its defaults would wipe them. */
export const MappingChange = z
  .strictObject({
    version: z.int(),
    at: Group.optional(),
    secret: z.boolean().optional(),
    contactWish: ContactWish.nullable().optional(),
    /** The customer's language of service. */
    language: Language.optional(),
    answers: z.strictObject(answers).partial().optional(),
  })
  .meta({ id: 'MappingChange' });
export type MappingChange = z.infer<typeof MappingChange>;

export const MappingHandOver = z
  .strictObject({ unitId: z.uuid(), personId: z.uuid().nullish(), note: z.string().trim().max(4000).default('') })
  .meta({ id: 'MappingHandOver' });
export type MappingHandOver = z.infer<typeof MappingHandOver>;

/** Null asks for the text anew from the answers. */
export const PictureInput = z.strictObject({ text: z.string().normalize().max(20_000).nullable() }).meta({ id: 'PictureInput' });

/** Through which door the customer came: signed in, with a mandate for another, or by the matter's link. */
export const OwnWay = z.enum(['signed-in', 'mandate', 'link']);
export type OwnWay = z.infer<typeof OwnWay>;

export const Confirmation = z.strictObject({ how: z.enum(['screen', 'paper', 'voice']) }).meta({ id: 'MappingConfirmation' });
export type Confirmation = z.infer<typeof Confirmation>;

/** Forms of the customer's own pages. */
export const OwnConfirmation = z.strictObject({ mapping: z.uuid(), version: z.coerce.number().int() });
export const OwnComment = z.strictObject({
  mapping: z.uuid(),
  comment: z
    .string()
    .normalize()
    .transform((words) => words.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(4000)),
});

export const Suggestion = z
  .object({ channel: PathChannel, fits: z.enum(['well', 'somewhat', 'no']), reasons: z.array(z.string()), against: z.array(z.string()) })
  .meta({ id: 'ChannelSuggestion' });
export type Suggestion = z.infer<typeof Suggestion>;

/** The recorded path decision: what was true when it was made. */
export const Decision = z
  .object({
    needs: z.array(
      z.object({ id: z.uuid(), organisationId: z.uuid().nullable(), serviceName: z.string().nullable(), ownWords: z.string() }),
    ),
    arrangements: z.array(z.object({ kind: z.string(), detail: z.string(), legalGround: z.string() })),
    channel: PathChannel,
    reasons: z.array(z.string()),
    words: z.string(),
    chosenBy: z.enum(['customer', 'together', 'advisor']),
    steps: z.array(PlannedStep),
  })
  .meta({ id: 'MappingDecision' });
export type Decision = z.infer<typeof Decision>;

export const MappingState = z.enum(['open', 'interrupted', 'decided', 'confirmed', 'dropped']);
export type MappingState = z.infer<typeof MappingState>;

export const MappingPage = z
  .object({
    id: z.uuid(),
    matter: z.object({
      id: z.uuid(),
      number: z.string(),
      title: z.string(),
      language: z.string(),
      state: z.string(),
      namesAgreed: z.boolean(),
    }),
    restriction: Restriction.nullable(),
    customer: Customer,
    needs: z.array(Need),
    state: MappingState,
    at: Group,
    answers: MappingAnswers,
    skill: z.string().nullable(),
    suggestions: z.array(Suggestion),
    suggestedSteps: z.array(PlannedStep),
    variants: z.array(PictureVariant),
    pictures: z.partialRecord(PictureVariant, z.string()),
    secret: z.boolean(),
    decision: Decision.nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    confirmedHow: z.string().nullable(),
    /** Who of the staff saw it; null where the customer did it themselves. */
    confirmedByName: z.string().nullable(),
    confirmedAt: z.string().nullable(),
    /** What the customer has said of the picture themselves. */
    comment: z.object({ words: z.string(), how: OwnWay, at: z.string() }).nullable(),
    unitId: z.uuid(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    startedByName: z.string(),
    startedAt: z.string(),
    changedAt: z.string(),
    note: z.string(),
    version: z.int(),
  })
  .meta({ id: 'MappingPage' });
export type MappingPage = z.infer<typeof MappingPage>;

export const MappingLine = z
  .object({
    id: z.uuid(),
    matterId: z.uuid(),
    number: z.string(),
    customerName: z.string().nullable(),
    state: MappingState,
    at: Group,
    unitId: z.uuid(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    note: z.string(),
    startedAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'MappingLine' });
export const MappingList = z.object({ mappings: z.array(MappingLine) }).meta({ id: 'MappingList' });
export type MappingList = z.infer<typeof MappingList>;

/** Whom a mapping may be handed on to by name: the front office of the organisation that maps. */
export const MappingColleagues = z
  .object({ people: z.array(z.object({ id: z.uuid(), name: z.string(), unitId: z.uuid() })) })
  .meta({ id: 'MappingColleagues' });
export type MappingColleagues = z.infer<typeof MappingColleagues>;

/** What the customer is shown, in their language: nothing else of the desk's. */
export const ShownToCustomer = z
  .object({
    variant: PictureVariant,
    /** What it can be shown in, each under its own name: the customer's language and plain Finnish. */
    languages: z.array(z.object({ variant: PictureVariant, name: z.string() })),
    group: Group,
    heading: z.string(),
    hint: z.string(),
    blocks: z.array(z.object({ heading: z.string(), lines: z.array(z.string()), listed: z.boolean() })),
    /** The button's words while it waits for the customer's yes. */
    confirm: z.string().nullable(),
    /** Said once the customer has confirmed. */
    thanks: z.string().nullable(),
  })
  .meta({ id: 'ShownToCustomer' });
export type ShownToCustomer = z.infer<typeof ShownToCustomer>;

export const MappingArrangement = ArrangementInput;
