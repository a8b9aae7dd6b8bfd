import { z } from 'zod';
import { erasable as ofCustomer } from '../../customers/schema.ts';

export const Kind = z.enum(['correct', 'erase', 'restrict']);
/** With what was booked: coming times end, and earlier ones say no more whose they were. */
const erasable = [...ofCustomer, 'appointments'] as const;
const Erased = z.array(z.enum(erasable));

/** As a controller's people see it. */
export const DataRequest = z
  .object({
    id: z.uuid(),
    kind: Kind,
    customerName: z.string(),
    /** Who asked for the customer by a mandate. */
    askedByName: z.string().nullable(),
    ownerOrganisationId: z.uuid(),
    /** Null: all that the organisation keeps of the customer. */
    matterNumber: z.string().nullable(),
    matterNumbers: z.array(z.string()),
    words: z.string(),
    askedAt: z.string(),
    dueOn: z.string(),
    isLate: z.boolean(),
    /** Whether a matter of the customer is open anywhere: nothing is erased by the service meanwhile. */
    isServed: z.boolean(),
    outcome: z.enum(['done', 'partly', 'refused']).nullable(),
    reason: z.string(),
    erased: Erased,
    answeredAt: z.string().nullable(),
    /** Whether a notice tells the customer of the answer; without a matter kept here they find it on their own pages only. */
    isNoticed: z.boolean(),
    /** Of a restriction that holds: when it ends, once the customer has been told. */
    liftsAt: z.string().nullable(),
    liftReason: z.string(),
    mayLift: z.boolean(),
  })
  .meta({ id: 'DataRequest' });

export const DataRequestList = z.object({ rows: z.array(DataRequest) }).meta({ id: 'DataRequestList' });

/** How many wait for an answer here, and how many of them are due in days or overdue: what a handler is reminded by. */
export const DataRequestCounts = z.object({ open: z.int(), dueSoon: z.int(), late: z.int() }).meta({ id: 'DataRequestCounts' });

/** Said to the customer as it stands. */
export const LiftingInput = z.strictObject({ reason: z.string().normalize().trim().min(1).max(4000) }).meta({ id: 'LiftingInput' });

/** On every page of a matter whose data are restricted (GDPR art. 18): since when, and until when if lifting has been told. */
export const Restriction = z.object({ since: z.string(), liftsAt: z.string().nullable() }).meta({ id: 'Restriction' });

export const DataRequestAnswer = z
  .strictObject({
    outcome: z.enum(['done', 'partly', 'refused']),
    /** Said to the customer as it stands. */
    reason: z.string().normalize().trim().min(1).max(4000),
    erase: Erased.max(erasable.length).default([]),
  })
  .meta({ id: 'DataRequestAnswer' });

export type DataRequest = z.infer<typeof DataRequest>;
export type DataRequestCounts = z.infer<typeof DataRequestCounts>;
export type LiftingInput = z.infer<typeof LiftingInput>;
export type Restriction = z.infer<typeof Restriction>;
export type DataRequestList = z.infer<typeof DataRequestList>;
export type DataRequestAnswer = z.infer<typeof DataRequestAnswer>;
export type RequestKind = z.infer<typeof Kind>;
