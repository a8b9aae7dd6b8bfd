import { z } from 'zod';

/** The rules of a point's order, the strongest first. */
export const OrderRule = z
  .discriminatedUnion('when', [
    z.strictObject({ when: z.literal('appointment-due') }),
    z.strictObject({ when: z.literal('chain-continued') }),
    z.strictObject({ when: z.literal('special-need'), needs: z.array(z.string().max(60)).min(1).max(27) }),
    z.strictObject({ when: z.literal('waited-over'), minutes: z.int().min(1).max(480) }),
  ])
  .meta({ id: 'OrderRule' });

export const OrderRules = z.array(OrderRule).max(12);
