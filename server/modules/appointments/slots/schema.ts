import { z } from 'zod';
import { dayText } from '../../../platform/http/shapes.ts';

/** Hours as they are written: of people and rooms, and of where the bus stands. */
const opens = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const closes = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** From when to when on one day. */
export const stretch = { opens, closes };

/** Every so many weeks, counted from the Monday of the anchor's week. */
export const repeating = {
  everyWeeks: z.int().min(1).max(52).default(1),
  anchor: dayText,
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((all) => new Set(all).size === all.length),
  ...stretch,
  validFrom: dayText.nullable().default(null),
  /** Inclusive. */
  validUntil: dayText.nullable().default(null),
  onHolidays: z.boolean().default(false),
};

export const isInOrder = ({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }): boolean =>
  !validFrom || !validUntil || validFrom <= validUntil;
