import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';

const moment = z.iso.datetime();
const hour = z.int().min(0).max(23);

/** What a wait of so many minutes is called: under ten, under twenty-five, longer. */
export const Level = z.enum(['calm', 'some', 'busy']);

/** Whole minutes from now, said outwards: the wait falls between them eight times of ten. */
export const WaitRange = z.object({ low: z.int(), high: z.int() }).meta({ id: 'WaitRange' });

const BestTime = z.object({ date: z.iso.date(), hour, minutes: z.int() }).meta({ id: 'BestTime' });

/** How busy a point is now, and when it usually is not. What is not known is null, never zero. */
export const PublicWaits = z
  .object({
    pointId: id,
    at: moment,
    isOpen: z.boolean(),
    /** Closing when open, else the next opening; null: not within a year. */
    changesAt: moment.nullable(),
    busy: Level.nullable(),
    /** By kind of help; a null name holds those kinds that the point does not tell in public. */
    helps: z.array(z.object({ name: Names.nullable(), isOpen: z.boolean(), wait: WaitRange.nullable() })),
    /** The middle wait of those who came in that hour (Monday is 1) in the last sixty days; hours with fewer than five visits are left out. */
    hours: z.array(z.object({ weekday: z.int().min(1).max(7), hour, minutes: z.int() })),
    bestToday: BestTime.nullable(),
    /** Of today and the six days after it. */
    bestThisWeek: BestTime.nullable(),
  })
  .meta({ id: 'PublicWaits' });

export type Level = z.infer<typeof Level>;
export type PublicWaits = z.infer<typeof PublicWaits>;
export type HourOfWeek = PublicWaits['hours'][number];
export type BestTime = z.infer<typeof BestTime>;
