import { z } from 'zod';
import { id, instant } from '../../../platform/http/shapes.ts';
import { OtherTimes } from '../capacity/conflicts/schema.ts';

/** To how many of those who are to come a letter leaves when the address changes, and whom no letter reaches. */
export const Told = z
  .object({ letters: z.int(), unreached: z.array(z.object({ appointmentId: id, startsAt: instant, told: OtherTimes.shape.told })) })
  .meta({ id: 'ToldOfAddress' });

export type Told = z.output<typeof Told>;
