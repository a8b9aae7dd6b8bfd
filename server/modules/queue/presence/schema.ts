import { z } from 'zod';
import { dayText, id } from '../../../platform/http/shapes.ts';
import { Names, OpeningHours } from '../../directory/schema.ts';

const direction = z.enum(['left', 'right', 'ahead', 'back', 'up', 'down']).nullable();

const fields = {
  opening: OpeningHours,
  direction,
  /** Where to go, without a counter. */
  place: Names.nullable(),
};

export const Presence = z.object({ id, pointId: id, organisationId: id, version: z.int(), ...fields }).meta({ id: 'AuthorityPresence' });
export const PresenceList = z.object({ presences: z.array(Presence) }).meta({ id: 'AuthorityPresenceList' });
export const PresenceInput = z
  .strictObject({ organisationId: id, ...fields, direction: direction.default(null), place: fields.place.default(null) })
  .meta({ id: 'AuthorityPresenceInput' });
export const PresenceChange = z.strictObject(fields).partial().extend({ version: z.int() }).meta({ id: 'AuthorityPresenceChange' });

const moment = z.iso.datetime();

/** An authority that is at the point on that day. */
export const HereThen = z
  .object({
    organisationId: id,
    name: Names,
    hours: z.array(z.object({ opens: moment, closes: moment })),
    /** Within its hours at this moment, and somebody serves. */
    isHere: z.boolean(),
    direction,
    place: Names.nullable(),
  })
  .meta({ id: 'AuthorityHere' });

export const PointDay = z
  .object({
    pointId: id,
    day: dayText,
    at: moment,
    here: z.array(HereThen),
    /** Those who come on other days; null: not within a year. */
    others: z.array(z.object({ organisationId: id, name: Names, next: moment.nullable() })),
  })
  .meta({ id: 'PointDay' });

export type Presence = z.infer<typeof Presence>;
export type PresenceInput = z.infer<typeof PresenceInput>;
export type PresenceChange = z.infer<typeof PresenceChange>;
export type HereThen = z.infer<typeof HereThen>;
export type PointDay = z.infer<typeof PointDay>;
