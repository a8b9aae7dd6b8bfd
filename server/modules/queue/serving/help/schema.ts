import { z } from 'zod';
import { id, momentText } from '../../../../platform/http/shapes.ts';
import { Names } from '../../../directory/schema.ts';

/** `id`: the counter. Of one's own and of those whom nobody helps yet, and whom one helps oneself. */
export const CounterCalls = z
  .object({
    calls: z.array(
      z.object({
        id,
        counter: Names,
        askedBy: z.string(),
        askedAt: momentText,
        /** Who comes; null: nobody yet. */
        taker: z.string().nullable(),
        isOwn: z.boolean(),
        isTaker: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CounterCalls' });

export type CounterCalls = z.output<typeof CounterCalls>;
