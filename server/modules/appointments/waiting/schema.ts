import { z } from 'zod';
import { id, instant } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';

const Waiter = z
  .object({
    id,
    name: z.string(),
    joinedAt: instant,
    language: z.string(),
    needs: z.array(z.string()),
    hasTime: z.boolean(),
    offeredUntil: instant.nullable(),
  })
  .meta({ id: 'Waiter' });

/** Who waits for a service at a place. `waiters`: for those who serve there; null for those who only see how many. */
export const WaitingLine = z
  .object({
    serviceId: id,
    serviceName: Names,
    /** Null: remotely. */
    placeId: id.nullable(),
    placeName: Names.nullable(),
    count: z.int(),
    /** How long the first has waited. */
    since: instant,
    offered: z.int(),
    waiters: z.array(Waiter).nullable(),
  })
  .meta({ id: 'WaitingLine' });
export const WaitingLines = z.object({ lines: z.array(WaitingLine) }).meta({ id: 'WaitingLines' });
export type WaitingLine = z.output<typeof WaitingLine>;
