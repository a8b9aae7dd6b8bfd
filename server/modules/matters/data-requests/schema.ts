import { z } from 'zod';
import { erasable } from '../../customers/schema.ts';

export const Kind = z.enum(['correct', 'erase', 'restrict']);
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
  })
  .meta({ id: 'DataRequest' });

export const DataRequestList = z.object({ rows: z.array(DataRequest) }).meta({ id: 'DataRequestList' });

export const DataRequestAnswer = z
  .strictObject({
    outcome: z.enum(['done', 'partly', 'refused']),
    /** Said to the customer as it stands. */
    reason: z.string().normalize().trim().min(1).max(4000),
    erase: Erased.max(erasable.length).default([]),
  })
  .meta({ id: 'DataRequestAnswer' });

export type DataRequest = z.infer<typeof DataRequest>;
export type DataRequestList = z.infer<typeof DataRequestList>;
export type DataRequestAnswer = z.infer<typeof DataRequestAnswer>;
export type RequestKind = z.infer<typeof Kind>;
