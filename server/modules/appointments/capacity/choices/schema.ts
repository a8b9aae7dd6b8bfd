import { z } from 'zod';
import { id } from '../../../../platform/http/shapes.ts';
import { Names } from '../../../directory/schema.ts';

const Queue = z.object({ id, name: Names, organisationId: id });

/** Where something can be given. `kept`: by any organisation; else by those of one's own that serve there. */
const Place = z.object({ pointId: id, kept: z.boolean(), organisationIds: z.array(id), queues: z.array(Queue) });

/** Somebody who works for these organisations. `booked`: their hours are written already. */
const Person = z.object({ id, name: z.string(), organisationIds: z.array(id), booked: z.boolean() });

/** What the set-up of booking is made of, as far as the caller may choose it. `organisationIds`: those one keeps. */
export const BookingChoices = z
  .object({ organisationIds: z.array(id), places: z.array(Place), people: z.array(Person) })
  .meta({ id: 'BookingChoices' });

export type BookingChoices = z.output<typeof BookingChoices>;
