import { z } from 'zod';
import { ArrangementInput, Customer, CustomerInput, Language } from '../customers/schema.ts';
import { Contact, ContactInput } from './contacts/schema.ts';
import { Restriction } from './data-requests/schema.ts';
import { Message } from './messages/schema.ts';
import { Need, NeedInput } from './needs/schema.ts';
import { Notice } from './noticing/schema.ts';
import { Step } from './path/schema.ts';
import { SupportRequest } from './requests/schema.ts';
import { Share } from './sharing/schema.ts';

export const ActingFor = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    ground: z.enum(['mandate', 'guardian', 'parent', 'company', 'other']),
  })
  .meta({ id: 'ActingFor' });

export const MatterInput = z
  .strictObject({
    title: z.string().normalize().trim().max(200).optional(),
    language: Language.optional(),
    /** An existing customer one may see, a new one, or nobody known. */
    customerId: z.uuid().nullish(),
    customer: CustomerInput.nullish(),
    contact: ContactInput,
    needs: z.array(NeedInput).max(20).default([]),
    arrangements: z.array(ArrangementInput).max(27).default([]),
    actingFor: ActingFor.nullish(),
  })
  .meta({ id: 'MatterInput' });

export const MatterChange = z
  .strictObject({
    title: z.string().normalize().trim().min(1).max(200).optional(),
    language: Language.optional(),
    actingFor: ActingFor.nullish(),
    customerId: z.uuid().optional(),
    version: z.int(),
  })
  .meta({ id: 'MatterChange' });

/** `papersStay`: papers that are still with us have been looked at, and stay where they are. */
export const ClosingInput = z.strictObject({ papersStay: z.boolean().optional() }).meta({ id: 'ClosingInput' });

export const HandOverInput = z
  .strictObject({
    unitId: z.uuid(),
    personId: z.uuid().nullish(),
    note: z.string().trim().max(4000).default(''),
  })
  .meta({ id: 'HandOverInput' });

export const OpenedMatter = z
  .object({
    id: z.uuid(),
    number: z.string(),
    contactId: z.uuid(),
  })
  .meta({ id: 'OpenedMatter' });

/** One line of a list, in the order the eye needs it: who, need, channel, age against promise, arrangements. */
export const MatterRow = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    customerName: z.string().nullable(),
    need: z.string().nullable(),
    channel: z.string(),
    state: z.enum(['open', 'closed', 'merged']),
    awaits: z.enum(['us', 'customer', 'authority', 'nobody']),
    awaitsSince: z.string(),
    dueAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    arrangements: z.array(z.string()),
    unread: z.boolean(),
    /** The customer's data are restricted (GDPR art. 18). */
    isRestricted: z.boolean(),
    personId: z.uuid().nullable(),
    unitId: z.uuid(),
    version: z.int(),
  })
  .meta({ id: 'MatterRow' });

export const MatterList = z
  .object({
    rows: z.array(MatterRow),
    counts: z.object({ mine: z.int(), unit: z.int(), waiting: z.int() }),
    next: z.string().nullable(),
  })
  .meta({ id: 'MatterList' });

export const Happening = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    at: z.string(),
    needId: z.uuid().nullable(),
    personName: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Happening' });

export const PermittedWork = z
  .object({
    organisationId: z.uuid(),
    tasks: z.array(z.enum(['inform', 'guide', 'help-fill', 'receive', 'decide'])),
    may: z.array(z.string()),
    mayNot: z.array(z.string()),
    validUntil: z.string().nullable(),
  })
  .meta({ id: 'PermittedWork' });

/** One matter as one reader may see it: rows of others leave no trace and no count. */
export const MatterPage = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    language: z.string(),
    state: z.enum(['open', 'closed', 'merged']),
    awaits: z.enum(['us', 'customer', 'authority', 'nobody']),
    awaitsSince: z.string(),
    dueAt: z.string().nullable(),
    openedAt: z.string(),
    openedChannel: z.string(),
    closedAt: z.string().nullable(),
    ownerOrganisationId: z.uuid(),
    unitId: z.uuid(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    pointId: z.uuid().nullable(),
    actingFor: ActingFor.nullable(),
    customerOutcome: z.string().nullable(),
    mergedInto: z.uuid().nullable(),
    outcome: z.enum(['handled', 'initiated', 'neither']).nullable(),
    version: z.int(),
    restriction: Restriction.nullable(),
    customer: Customer,
    identification: z.object({
      level: z.string(),
      at: z.string().nullable(),
      channel: z.string().nullable(),
      current: z.boolean(),
    }),
    earlierMatters: z.int(),
    needs: z.array(Need),
    steps: z.array(Step),
    contacts: z.array(Contact),
    messages: z.array(Message),
    requests: z.array(SupportRequest),
    happenings: z.array(Happening),
    notices: z.array(Notice),
    shares: z.array(Share),
    linked: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
    duplicates: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        openedAt: z.string(),
      }),
    ),
    permitted: z.array(PermittedWork),
    alsoHere: z.array(z.object({ personId: z.uuid(), name: z.string() })),
    may: z.object({
      write: z.boolean(),
      handOver: z.boolean(),
      ask: z.boolean(),
      close: z.boolean(),
      merge: z.boolean(),
      share: z.boolean(),
    }),
  })
  .meta({ id: 'MatterPage' });

export const MergeInput = z.strictObject({ otherId: z.uuid() }).meta({ id: 'MergeInput' });
export const SplitInput = z
  .strictObject({
    needIds: z.array(z.uuid()).min(1).max(20),
    title: z.string().normalize().trim().min(1).max(200),
  })
  .meta({ id: 'SplitInput' });
export const LinkInput = z.strictObject({ otherId: z.uuid() }).meta({ id: 'LinkInput' });

/** POST, so that a name never stands in a URL. */
export const SearchInput = z.strictObject({ words: z.string().normalize().trim().min(1).max(200) }).meta({ id: 'SearchInput' });
export const SearchResult = z
  .object({
    matters: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        customerName: z.string().nullable(),
        state: z.string(),
        openedAt: z.string(),
        why: z.enum(['number', 'title', 'need', 'message', 'customer']),
        snippet: z.string().nullable(),
      }),
    ),
    customers: z.array(z.object({ id: z.uuid(), name: z.string(), matters: z.int() })),
  })
  .meta({ id: 'SearchResult' });

export const DraftBody = z.record(z.string().max(60), z.unknown()).meta({ id: 'DraftBody' });
export const Presence = z
  .object({
    alsoHere: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Presence' });

export type MatterInput = z.infer<typeof MatterInput>;
export type MatterChange = z.infer<typeof MatterChange>;
export type HandOverInput = z.infer<typeof HandOverInput>;
export type MatterRow = z.infer<typeof MatterRow>;
export type MatterList = z.infer<typeof MatterList>;
export type MatterPage = z.infer<typeof MatterPage>;
export type Happening = z.infer<typeof Happening>;
export type PermittedWork = z.infer<typeof PermittedWork>;
export type SearchResult = z.infer<typeof SearchResult>;
export type OpenedMatter = z.infer<typeof OpenedMatter>;
