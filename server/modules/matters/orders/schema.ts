import { z } from 'zod';
import { momentText } from '../../../platform/http/shapes.ts';

export const OrderKind = z.enum(['interpreter', 'sign-language', 'speech-to-text']);
export const OrderState = z.enum(['to-order', 'ordered', 'confirmed', 'done', 'failed', 'cancelled']);
export const FailedWhy = z.enum(['nobody-free', 'did-not-come', 'wrong-language', 'connection', 'other']);

const line = z.string().normalize().trim().max(120);
const fields = {
  kind: OrderKind,
  language: line,
  way: z.enum(['on-site', 'video', 'phone']),
  at: momentText,
  /** Of the occasion, in minutes. */
  minutes: z.int().min(5).max(600),
  place: line,
};

export const OrderInput = z
  .strictObject({ ...fields, language: fields.language.default(''), place: fields.place.default('') })
  .meta({ id: 'OrderInput' });

/** Not made from `OrderInput`: its defaults would stand in for what a change leaves out. */
export const OrderChange = z
  .strictObject({ ...fields, provider: line, reference: line, state: OrderState, failedWhy: FailedWhy.nullable() })
  .partial()
  .extend({ version: z.int() })
  .meta({ id: 'OrderChange' });

export const Order = z
  .object({
    id: z.uuid(),
    matterId: z.uuid(),
    kind: OrderKind,
    language: z.string(),
    way: fields.way,
    at: z.string(),
    minutes: z.int(),
    place: z.string(),
    state: OrderState,
    provider: z.string(),
    reference: z.string(),
    failedWhy: FailedWhy.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Order' });

export const OrderList = z.object({ orders: z.array(Order) }).meta({ id: 'OrderList' });

/** A task in the unit's list, with the matter it is for. */
export const OrderTask = Order.extend({ matterNumber: z.string(), matterTitle: z.string(), customerName: z.string() }).meta({
  id: 'OrderTask',
});
export const OrderTasks = z.object({ orders: z.array(OrderTask) }).meta({ id: 'OrderTasks' });

export type OrderInput = z.infer<typeof OrderInput>;
export type OrderChange = z.infer<typeof OrderChange>;
export type OrderState = z.infer<typeof OrderState>;
export type FailedWhy = z.infer<typeof FailedWhy>;
export type Order = z.infer<typeof Order>;
export type OrderTask = z.infer<typeof OrderTask>;
