import { z } from 'zod';
import { day, dayText, id } from '../../../../platform/http/shapes.ts';
import { isInOrder, repeating, stretch } from '../../slots/schema.ts';

const languages = z.array(z.string().regex(/^[a-z]{2,3}$/)).max(20);

const fields = {
  organisationId: id,
  /** Null: not of one point. */
  pointId: id.nullable(),
  /** Whose hours these are; null: nobody's who signs in. */
  personId: id.nullable(),
  name: z.string().trim().max(200),
  features: z.array(z.string().regex(/^[a-z0-9-]{1,40}$/)).max(20),
  languages,
  /** Of a person: what they serve. Of the others: what they suit, none: any. */
  bookableIds: z.array(id).max(300),
  active: z.boolean(),
};
const kind = z.enum(['person', 'room', 'interpreter', 'equipment', 'remote-desk']);

/** Closing at or before opening is the next day. */
const Hours = z
  .strictObject({
    /** Where; null: wherever it is. */
    pointId: id.nullable().default(null),
    ...repeating,
    /** Hours of advice in these languages only; null: any. */
    languages: languages.min(1).nullable().default(null),
  })
  .refine(isInOrder, { path: ['validUntil'] })
  .meta({ id: 'ResourceHoursLine' });

const Stretch = z.strictObject(stretch);
/** Instead of the usual hours; none: away. */
const ExceptionDay = z.object({ day: dayText, hours: z.array(Stretch) });

export const Resource = z
  .object({ id, version: z.int(), kind, ...fields, hours: z.array(Hours), exceptions: z.array(ExceptionDay) })
  .meta({ id: 'Resource' });
export const Resources = z.object({ resources: z.array(Resource) }).meta({ id: 'Resources' });
export const ResourceInput = z
  .strictObject({
    kind,
    ...fields,
    pointId: fields.pointId.default(null),
    personId: fields.personId.default(null),
    features: fields.features.default([]),
    languages: fields.languages.default([]),
    bookableIds: fields.bookableIds.default([]),
    active: fields.active.default(true),
  })
  .meta({ id: 'ResourceInput' });
const hours = z.array(Hours).max(60);
export const ResourceChange = z
  .strictObject({ ...fields, hours })
  .partial()
  .extend({ version: z.int() })
  .meta({ id: 'ResourceChange' });
export const HoursInput = z.strictObject({ version: z.int(), hours }).meta({ id: 'ResourceHoursInput' });

/** `hours` null: the usual hours again; none: away; some: those instead. */
export const DaysInput = z
  .strictObject({ version: z.int(), from: day, until: day, hours: z.array(Stretch).max(6).nullable() })
  .meta({ id: 'ResourceDaysInput' });

export type Resource = z.output<typeof Resource>;
export type ResourceInput = z.output<typeof ResourceInput>;
export type ResourceChange = z.output<typeof ResourceChange>;
export type HoursInput = z.output<typeof HoursInput>;
export type DaysInput = z.output<typeof DaysInput>;
