import { z } from 'zod';
import { id } from '../../../../platform/http/shapes.ts';
import { interpreterLanguage, language, needKeys, people, reached } from '../../booking/schema.ts';
import { Course, Meeting } from '../../sessions/schema.ts';
import { StaffAppointment } from '../booking/schema.ts';

export const SeatsQuery = z.object({ service: id });

/** `askers`: the authorities that may be told of a meeting missed, when they asked the customer to come. */
export const SeatsLeft = z
  .object({ meetings: z.array(Meeting), courses: z.array(Course), askers: z.array(id) })
  .meta({ id: 'SeatsLeft', description: 'The first to come first; full ones too' });

/** A customer booked by staff. `askedBy`: the authority that asked them to come, told of a meeting missed. */
export const SeatBooking = z
  .strictObject({
    name: z.string().normalize().trim().min(1).max(200),
    ...reached,
    language: language.default('fi'),
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    people: people.default(1),
    askedBy: id.nullable().default(null),
    /** The matter whose path says the time, and which of its steps; none: a new one. */
    matterId: id.nullable().default(null),
    stepId: id.nullable().default(null),
  })
  .meta({ id: 'SeatBooking' });

/** `id`: of the place, or of the whole course; `first`: the meeting it begins with. */
export const SeatBooked = z.object({ id, first: StaffAppointment }).meta({ id: 'SeatBooked' });

export type SeatsLeft = z.output<typeof SeatsLeft>;
export type SeatBooked = z.output<typeof SeatBooked>;
export type SeatBooking = z.output<typeof SeatBooking>;
