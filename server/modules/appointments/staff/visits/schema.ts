import { z } from 'zod';
import { id, instant } from '../../../../platform/http/shapes.ts';
import { interpreterLanguage, language, needKeys, people } from '../../booking/schema.ts';
import { partsOf } from '../../visits/schema.ts';
import { BookedCustomer, StaffAppointment } from '../booking/schema.ts';

/** Several services on one visit of a customer. Of a matter each part is a step of its path: `stepId`, which of them; none: a new one. */
export const StaffVisitInput = z
  .strictObject({
    placeId: id,
    parts: partsOf(z.strictObject({ serviceId: id, startsAt: instant, stepId: id.nullable().default(null) })),
    language: language.default('fi'),
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    people: people.default(1),
    customer: BookedCustomer,
    matterId: id.nullable().default(null),
  })
  .meta({ id: 'StaffVisitInput' });

/** `page`: the customer's own, of all of it. */
export const StaffVisit = z.object({ id, page: z.string(), parts: z.array(StaffAppointment) }).meta({ id: 'StaffVisit' });

export type StaffVisitInput = z.output<typeof StaffVisitInput>;
export type StaffVisit = z.output<typeof StaffVisit>;
