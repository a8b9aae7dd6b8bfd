import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Names, OpeningHours } from '../../directory/schema.ts';
import { OrderRules } from '../order/schema.ts';

const queueFields = {
  organisationId: id,
  kind: z.enum(['authority', 'service', 'situation', 'reception']),
  serviceId: id.nullable(),
  situation: z.string().max(60).nullable(),
  name: Names,
  /** One letter that says nothing of the authority. */
  prefix: z.string().regex(/^[A-Z]$/),
  position: z.int().min(0).max(999),
  atKiosk: z.boolean(),
  opening: OpeningHours.nullable(),
  usualMinutes: z.int().min(1).max(480).nullable(),
  active: z.boolean(),
};

export const Queue = z.object({ id, pointId: id, version: z.int(), ...queueFields }).meta({ id: 'Queue' });
export const QueueInput = z
  .strictObject({
    ...queueFields,
    serviceId: queueFields.serviceId.default(null),
    situation: queueFields.situation.default(null),
    position: queueFields.position.default(0),
    atKiosk: queueFields.atKiosk.default(true),
    opening: queueFields.opening.default(null),
    usualMinutes: queueFields.usualMinutes.default(null),
    active: queueFields.active.default(true),
  })
  .meta({ id: 'QueueInput' });
export const QueueChange = z.strictObject(queueFields).partial().extend({ version: z.int() }).meta({ id: 'QueueChange' });

const counterFields = {
  kind: z.enum(['desk', 'room', 'safety', 'meeting', 'remote']),
  name: Names,
  direction: z.enum(['left', 'right', 'ahead', 'back', 'up', 'down']).nullable(),
  /** Special needs this place suits. */
  suits: z.array(z.string().max(60)).max(27),
  position: z.int().min(0).max(999),
  active: z.boolean(),
  queueIds: z.array(id).max(60),
};

export const Counter = z.object({ id, pointId: id, version: z.int(), ...counterFields }).meta({ id: 'Counter' });
export const CounterInput = z
  .strictObject({
    ...counterFields,
    direction: counterFields.direction.default(null),
    suits: counterFields.suits.default([]),
    position: counterFields.position.default(0),
    active: counterFields.active.default(true),
    queueIds: counterFields.queueIds.default([]),
  })
  .meta({ id: 'CounterInput' });
export const CounterSetUp = z.strictObject(counterFields).partial().extend({ version: z.int() }).meta({ id: 'CounterSetUp' });

/** `version` 0: the point has written no rules of its own, these are the usual ones. */
export const Policy = z.object({ rules: OrderRules, version: z.int() }).meta({ id: 'OrderPolicy' });
export const PolicyInput = z.strictObject({ rules: OrderRules, version: z.int() }).meta({ id: 'OrderPolicyInput' });

export const SetUp = z
  .object({ pointId: id, queues: z.array(Queue), counters: z.array(Counter), policy: Policy })
  .meta({ id: 'QueueSetUp' });

export const TrialInput = z.strictObject({ rules: OrderRules, day: z.iso.date().optional() }).meta({ id: 'PolicyTrialInput' });

const waits = z.object({
  visitors: z.int(),
  /** Minutes from arrival, or from an agreed time, to the call; null: there were none. */
  median: z.int().nullable(),
  longest: z.int().nullable(),
});
const groups = z.object({ all: waits, appointment: waits, need: waits, chain: waits, others: waits });

/** The day as it was, and as it would have been had these rules stood. */
export const Trial = z
  .object({
    day: z.iso.date(),
    before: groups,
    after: groups,
    /** Visitors who would have been called at another place in the order. */
    moved: z.int(),
  })
  .meta({ id: 'PolicyTrial' });

export type QueueInput = z.infer<typeof QueueInput>;
export type QueueChange = z.infer<typeof QueueChange>;
export type CounterInput = z.infer<typeof CounterInput>;
export type CounterSetUp = z.infer<typeof CounterSetUp>;
export type PolicyInput = z.infer<typeof PolicyInput>;
export type SetUp = z.infer<typeof SetUp>;
export type TrialInput = z.infer<typeof TrialInput>;
export type Trial = z.infer<typeof Trial>;
