import { z } from 'zod';
import { day, dayText, id, instant } from '../../../../platform/http/shapes.ts';
import { MOST_NEEDS, Names } from '../../../directory/schema.ts';
import { BookableChange } from '../bookables/schema.ts';
import { BookingConflicts } from '../conflicts/schema.ts';
import { DaysInput, HoursInput, ResourceChange } from '../resources/schema.ts';

const Week = {
  /** Null: remotely. */
  placeId: id.nullable(),
  /** Two weeks from it still have a year of four figures. */
  from: day.refine(({ year }) => year < 9999),
  /** Needs and language of the resident who looks. */
  needs: z.array(z.string().min(1).max(60)).max(MOST_NEEDS).default([]),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .default(null),
};

/** A change that is tried and not kept, with the week of free times to show. */
export const BookableTrialInput = z
  .strictObject({ change: BookableChange.omit({ version: true }), ...Week })
  .meta({ id: 'BookableTrialInput' });

export const ResourceTrialInput = z
  .strictObject({
    change: ResourceChange.omit({ version: true, hours: true }).default({}),
    hours: HoursInput.shape.hours.optional(),
    days: DaysInput.omit({ version: true }).optional(),
    /** Which of its services to show; null: none. */
    bookableId: id.nullable(),
    ...Week,
  })
  .meta({ id: 'ResourceTrialInput' });

/** `given`: the service would be there at all; `times`: the free ones of seven days, as a resident would see them; and who would have to be moved. */
export const BookingTrial = z
  .object({ given: z.boolean(), times: z.array(z.object({ startsAt: instant, endsAt: instant })), ...BookingConflicts.shape })
  .meta({ id: 'BookingTrial' });

/** One day of somebody or something: the hours as they fall on it. `instead`: those of an exception. `closed`: the doors of its point are. */
const TrialDay = z.object({
  day: dayText,
  holiday: Names.nullable(),
  instead: z.boolean(),
  closed: z.boolean(),
  hours: z.array(z.object({ opens: z.string(), closes: z.string(), pointId: id.nullable(), languages: z.array(z.string()).nullable() })),
});

export const ResourceTrial = z.object({ ...BookingTrial.shape, days: z.array(TrialDay) }).meta({ id: 'ResourceTrial' });

export type BookableTrialInput = z.output<typeof BookableTrialInput>;
export type ResourceTrialInput = z.output<typeof ResourceTrialInput>;
export type BookingTrial = z.output<typeof BookingTrial>;
export type ResourceTrial = z.output<typeof ResourceTrial>;
export type TrialDay = ResourceTrial['days'][number];
