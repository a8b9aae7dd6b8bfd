import { z } from 'zod';
import { id, instant } from '../../../../platform/http/shapes.ts';
import { Names } from '../../../directory/schema.ts';
import { otherStop, Stop } from '../../booking/schema.ts';

/**
 * Why the customer must be moved: the service is given there no more, the point is none any more or not yet, the doors are closed then, or
 * somebody or something the appointment takes has a closed account, is no longer there, not then, or no longer suits it.
 */
export const ConflictReason = z.enum([
  'service-gone',
  'place-gone',
  'place-closed',
  'person-disabled',
  'resource-gone',
  'resource-away',
  'resource-unfit',
]);

export const BookingConflict = z
  .object({
    appointmentId: id,
    bookableId: id,
    pointId: id.nullable(),
    /** One that is no more is named too. */
    pointName: Names.nullable(),
    /** Of a bus, where they would come. */
    stop: Stop.nullable(),
    startsAt: instant,
    endsAt: instant,
    reasons: z.array(ConflictReason),
    /** Who or what is not there. */
    resourceIds: z.array(id),
  })
  .meta({ id: 'BookingConflict' });

/** `count` and `points`: of all; the earliest 500 are there. */
export const BookingConflicts = z
  .object({
    count: z.int(),
    /** How many at each, and remotely; the earliest to be seen to first. */
    points: z.array(z.object({ pointId: id.nullable(), pointName: Names.nullable(), count: z.int() })),
    conflicts: z.array(BookingConflict),
  })
  .meta({ id: 'BookingConflicts' });

/** What a change left: nobody is dropped, but these must be moved. */
export const ChangedSetUp = z.object({ version: z.int(), ...BookingConflicts.shape }).meta({ id: 'ChangedBookingSetUp' });

export const ConflictsQuery = z.object({ resource: id.optional(), bookable: id.optional(), point: id.optional() });

/** `stop`: of a bus, which comes to each of its stops at times of its own. `told`: how the customer learns of a new time: a letter leaves by itself, somebody must call them, or nothing is known of how to reach them. */
export const OtherTimes = z
  .object({
    times: z.array(z.object({ startsAt: instant, endsAt: instant, stop: Stop.nullable() })),
    told: z.enum(['email', 'call', 'nobody']),
    language: z.string(),
  })
  .meta({ id: 'OtherTimes' });
export const CustomerMove = z.strictObject({ startsAt: instant, placeId: otherStop }).meta({ id: 'CustomerMove' });

export type CustomerMove = z.output<typeof CustomerMove>;
export type OtherTimes = z.output<typeof OtherTimes>;
export type ConflictReason = z.infer<typeof ConflictReason>;
export type BookingConflict = z.output<typeof BookingConflict>;
export type BookingConflicts = z.output<typeof BookingConflicts>;
export type ChangedSetUp = z.output<typeof ChangedSetUp>;
