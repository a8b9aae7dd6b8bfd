import { z } from 'zod';
import { openingHoursShape } from '../../platform/clock/opening.ts';

const words = z.string().trim().min(1).max(200);

export const Names = z.strictObject({ fi: words, sv: words, en: words }).meta({ id: 'Names' });

/** A part of an address that people can read: lower case letters, digits and hyphens. */
export const Key = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

/** The clock's shape, closed against unknown fields and bounded. */
export const OpeningHours = z
  .strictObject({
    ...openingHoursShape.shape,
    weekly: z.array(z.strictObject(openingHoursShape.shape.weekly.element.shape)).max(50),
    exceptions: z.array(z.strictObject(openingHoursShape.shape.exceptions.element.shape)).max(400),
  })
  .meta({ id: 'OpeningHours' });

/** So many special needs may be told at once: more than the list has by far, since each of them must be one it knows. */
export const MOST_NEEDS = 100;

export const ListKey = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,59}$/);
