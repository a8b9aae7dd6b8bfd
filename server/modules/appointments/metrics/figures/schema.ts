import { z } from 'zod';
import { day, id } from '../../../../platform/http/shapes.ts';
import { Names } from '../../../directory/schema.ts';

const LONGEST_DAYS = 731;
/** Nobody's figures reach further, either way. */
const [FIRST_YEAR, LAST_YEAR] = [2020, 2099];
const dayOfFigures = day.refine(({ year }) => year >= FIRST_YEAR && year <= LAST_YEAR);

/** Days, both included, two years at most; when left out, the ninety days until today. `place=remote`: what is given remotely. */
export const BookingPeriod = z
  .strictObject({
    from: dayOfFigures.optional(),
    until: dayOfFigures.optional(),
    service: id.optional(),
    place: z.union([id, z.literal('remote')]).optional(),
  })
  .refine(({ from, until }) => !from || !until || (from.until(until).days >= 0 && from.until(until).days < LONGEST_DAYS));

const share = z.number().min(0).max(1).nullable();

/** The middle one of the measurements of each day. Days of the calendar, and hours as they pass; null: mostly none could be had. */
const Distance = z.object({ days: z.number().nullable(), hours: z.number().nullable() });

const Availability = z
  .object({
    /** Days times services times places. */
    measured: z.int(),
    first: Distance,
    /** The third that could still be had if two others booked before one. */
    third: Distance,
    /** Of the measurements, the share in which any could be had as far as one may book. */
    withFree: share,
    /** Of the time of those who serve in the coming four weeks, the share taken. */
    taken: share,
  })
  .meta({ id: 'BookingAvailability' });

/** Of fewer than five appointments everything is null. Minutes after the agreed start; before it they are below nothing. */
const Punctuality = z
  .object({
    booked: z.int().nullable(),
    /** Of how many it is known when service began. */
    begun: z.int().nullable(),
    startMinutes: z.number().nullable(),
    within5: share,
    within10: share,
    arrivalMinutes: z.number().nullable(),
    /** The share of those who came later than the agreed start. */
    arrivedLate: share,
    missed: share,
    cancelled: share,
    /** Times held while their booker wrote who they are, and the share that came to nothing. */
    held: z.int().nullable(),
    unused: share,
  })
  .meta({ id: 'BookingPunctuality' });

const Figure = { availability: Availability.nullable(), punctuality: Punctuality };

/** How soon one gets an appointment and how it is kept: of services and places, never of a person. */
export const BookingFigures = z
  .object({
    from: day,
    until: day,
    whole: z.object(Figure),
    byService: z.array(z.object({ id, name: Names, ...Figure })),
    /** Null: remotely. */
    byPlace: z.array(z.object({ id: id.nullable(), name: Names.nullable(), ...Figure })),
    byMonth: z.array(z.object({ month: z.string().meta({ example: '2027-03' }), ...Figure })),
  })
  .meta({ id: 'BookingFigures' });

export const MeasuredServices = z
  .object({ services: z.array(z.object({ id, name: Names })), places: z.array(z.object({ id: id.nullable(), name: Names.nullable() })) })
  .meta({ id: 'MeasuredServices' });

export type BookingPeriod = z.output<typeof BookingPeriod>;
export type BookingFigures = z.output<typeof BookingFigures>;
export type Availability = z.infer<typeof Availability>;
export type Punctuality = z.infer<typeof Punctuality>;
export type Figure = { availability: Availability | null; punctuality: Punctuality };
