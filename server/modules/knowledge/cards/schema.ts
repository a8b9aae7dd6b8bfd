import { z } from 'zod';
import { day, id, instant, newWebAddress, webAddress } from '../../../platform/http/shapes.ts';

/** How far tier 1 goes (requirement M14); `authority-only`: the customer is shown the way to the authority at once. */
export const adviceLevels = ['inform', 'guide', 'help-fill', 'receive', 'authority-only'] as const;
export type AdviceLevel = (typeof adviceLevels)[number];

const words = (longest: number) => z.string().normalize().trim().max(longest);
const some = (longest: number) => words(longest).min(1);
const empty = (longest: number) => words(longest).default('');

const Answer = z.strictObject({ title: some(200), body: some(5000) }).meta({ id: 'CardAnswer' });
const Letter = z.strictObject({ name: some(200), meaning: some(2000) }).meta({ id: 'CardLetter' });

/** What a card says in one language. Residents read the title, summary, what to bring and the price; the rest is for staff. */
export const CardText = z
  .strictObject({
    title: empty(200),
    summary: empty(2000),
    bring: z.array(some(300)).max(20).default([]),
    price: empty(500),
    mayAnswer: empty(4000),
    mayNot: empty(2000),
    answers: z.array(Answer).max(9).default([]),
    letters: z.array(Letter).max(10).default([]),
    digital: empty(2000),
    forwardWhen: empty(1000),
    forwardHours: empty(200),
    /** What people say when they mean this: the search finds by them. */
    alsoCalled: z.array(some(100)).max(40).default([]),
  })
  .meta({ id: 'CardText' });
export type CardText = z.output<typeof CardText>;

/** Plain Finnish (selkosuomi) of what residents read. */
const PlainText = z
  .strictObject({ summary: empty(2000), bring: z.array(some(300)).max(20).default([]), price: empty(500) })
  .meta({ id: 'CardPlainText' });

export const linkKinds = ['e-service', 'form', 'page'] as const;
const linkName = words(200).optional();
const CardLink = z
  .strictObject({ kind: z.enum(linkKinds), url: webAddress, names: z.strictObject({ fi: linkName, sv: linkName, en: linkName }) })
  .meta({ id: 'CardLink' });
export type CardLink = z.output<typeof CardLink>;

const Forward = z
  .strictObject({ unitId: id.nullable().default(null), specialist: empty(200), phone: empty(60) })
  .meta({ id: 'CardForward' });

export const CardContent = z
  .strictObject({
    adviceLevel: z.enum(adviceLevels).default('inform'),
    texts: z.strictObject({ fi: CardText, sv: CardText, en: CardText }).partial().default({}),
    plain: PlainText.nullable().default(null),
    links: z.array(CardLink).max(20).default([]),
    forward: Forward.default({ unitId: null, specialist: '', phone: '' }),
  })
  .meta({ id: 'CardContent' });
export type CardContent = z.output<typeof CardContent>;

/** As it may be written now. */
export const CardContentInput = CardContent.extend({
  links: z
    .array(CardLink.extend({ url: newWebAddress }))
    .max(20)
    .default([]),
}).meta({ id: 'CardContentInput' });

const Titles = z.object({ fi: z.string(), sv: z.string(), en: z.string() }).partial();
export type Titles = z.output<typeof Titles>;

export const versionStates = ['draft', 'offered', 'approved', 'published', 'past'] as const;
export type VersionState = (typeof versionStates)[number];

export const linkFaults = ['not-found', 'server-error', 'no-such-name', 'no-answer', 'certificate', 'astray'] as const;
export type LinkFault = (typeof linkFaults)[number];

export const taskKinds = ['wrong', 'review', 'link'] as const;
export type TaskKind = (typeof taskKinds)[number];

export const CardTask = z
  .object({
    id,
    kind: z.enum(taskKinds),
    /** The link, or the review date. */
    about: z.string(),
    why: z.string(),
    byName: z.string().nullable(),
    openedAt: instant,
    handledAt: instant.nullable(),
    handledByName: z.string().nullable(),
    note: z.string(),
  })
  .meta({ id: 'CardTask' });

export const Card = z
  .object({
    id,
    serviceId: id.nullable(),
    serviceNames: Titles.nullable(),
    organisationId: id.nullable(),
    ownerOrganisationId: id,
    ownerPersonId: id.nullable(),
    ownerName: z.string().nullable(),
    reviewOn: day,
    isStale: z.boolean(),
    retiredAt: instant.nullable(),
    publishedNumber: z.int().nullable(),
    publishedAt: instant.nullable(),
    /** Null until something has been published. */
    content: CardContent.nullable(),
    /** An approved version that waits for its day. */
    coming: z.object({ number: z.int(), publishOn: day, changeNote: z.string() }).nullable(),
    linkFaults: z.array(z.object({ url: z.string(), fault: z.enum(linkFaults), since: instant })),
    helped: z.int(),
    wrong: z.int(),
    mine: z.object({ id, helped: z.boolean(), why: z.string() }).nullable(),
    /** What one may do here, today, for the authority whose service it is; null where it is nobody's in particular. */
    permitted: z.array(z.string()).nullable(),
    may: z.object({ write: z.boolean(), approve: z.boolean() }),
    /** For those who keep it. */
    draftState: z.enum(versionStates).nullable(),
    openTasks: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Card' });
export type Card = z.output<typeof Card>;

export const cardViews = ['all', 'mine', 'waiting', 'stale', 'reported', 'retired'] as const;
/** `text`: only those about services of this distinct text. */
export const CardQuery = z.object({
  view: z.enum(cardViews).default('all'),
  text: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .optional(),
});
export type CardView = (typeof cardViews)[number];

export const CardRow = z
  .object({
    id,
    titles: Titles,
    organisationId: id.nullable(),
    ownerOrganisationId: id,
    ownerName: z.string().nullable(),
    adviceLevel: z.enum(adviceLevels),
    reviewOn: day,
    isStale: z.boolean(),
    isPublished: z.boolean(),
    draftState: z.enum(versionStates).nullable(),
    openTasks: z.int(),
    brokenLinks: z.int(),
  })
  .meta({ id: 'CardRow' });

const count = z.int();
/** `todo`: open tasks of one's own cards, or of those nobody answers for any more, and what waits for one's approval. */
export const CardList = z
  .object({ rows: z.array(CardRow), counts: z.object({ mine: count, waiting: count, stale: count, reported: count, todo: count }) })
  .meta({ id: 'CardList' });
export type CardList = z.output<typeof CardList>;

const keeping = { serviceId: id.nullable(), organisationId: id.nullable(), ownerPersonId: id.nullable(), reviewOn: day };

export const CardInput = z
  .strictObject({
    ownerOrganisationId: id,
    serviceId: keeping.serviceId.default(null),
    organisationId: keeping.organisationId.default(null),
    content: CardContentInput,
  })
  .meta({ id: 'CardInput' });
export type CardInput = z.output<typeof CardInput>;

export const CardChange = z
  .strictObject({ version: z.int(), ...z.strictObject({ ...keeping, retired: z.boolean() }).partial().shape })
  .meta({ id: 'CardChange' });
export type CardChange = z.output<typeof CardChange>;

/** Who may be named as the owner of a card: those who keep the organisation's cards. */
export const CardKeepers = z.object({ people: z.array(z.object({ id, name: z.string() })) }).meta({ id: 'CardKeepers' });
