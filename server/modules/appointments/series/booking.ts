import { Invalid, NotFound } from '../../../platform/errors.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { allOrganisations } from '../../directory/service.ts';
import type { By } from '../../identity/types.ts';
import { pointWithQueues } from '../../queue/service.ts';
import type { Booker } from '../booking/confirming.ts';
import { confirmJoint } from '../joint/service.ts';
import { requireLeads } from '../sessions/policy.ts';
import { sessionsOfSeries } from '../sessions/queries.ts';
import type { Booking } from '../types.ts';
import { type CourseWish, holdCourse } from './holding.ts';

/**
 * Books a customer into a course, in one call. A crash between leaves a hold that runs out; the same call again finishes it.
 * @throws NotFound for a course of others; Invalid `unknown-reference`; Conflict `session-full`, `too-many-booked`
 */
export async function bookCourse(
  booking: Booking,
  key: IdempotencyKey | undefined,
  by: By,
  seriesId: string,
  { booker, ...wish }: CourseWish & { booker: Booker },
): Promise<{ id: string }> {
  const [first] = await sessionsOfSeries(booking.db, seriesId);
  requireLeads(by.actor, first, first?.pointId ? await pointWithQueues(booking.db, first.pointId) : undefined);
  if (!first) throw new NotFound();
  const organisations = wish.askedBy ? await allOrganisations(booking.db) : [];
  if (wish.askedBy && !organisations.some(({ id }) => id === wish.askedBy)) throw new Invalid('unknown-reference', { fields: ['askedBy'] });
  const { resourceId: id } = await holdCourse(booking, key, seriesId, wish, { kind: 'staff', personId: by.actor.personId });
  await confirmJoint(booking, undefined, id, booker);
  return { id };
}
