import { Invalid } from '../../../platform/errors.ts';
import { wantedFor } from '../capacity/rules.ts';
import { freeTimesOf } from '../free/service.ts';
import type { Span } from '../slots/spans.ts';
import type { Booking } from '../types.ts';
import { mostBetweenAt } from './queries.ts';
import { type Visit, visitsOf } from './rules.ts';

/** Services wanted at one point on one visit. */
export type VisitWish = {
  pointId: string;
  bookableIds: readonly string[];
  needs: readonly string[];
  interpreterLanguage?: string | null | undefined;
  language: string | null;
  people: number;
  /** The parts of one's own visit that is moved: their times are free to it. */
  ownId?: readonly string[];
  /** Staff are not bound by the notice. */
  evenNow?: boolean;
};

/** The visits that anybody may book now within the range, the earliest arrival first. @throws NotFound; Invalid `too-many-people` */
export async function visitTimesOf(booking: Booking, wish: VisitWish, range: Span): Promise<Visit[]> {
  const { pointId, bookableIds, ...more } = wish;
  const offers = await Promise.all(
    [...new Set(bookableIds)].map(async (bookableId) => {
      const times = await freeTimesOf(booking, { bookableId, pointId, ...more }, range);
      const capacity = await booking.capacities.at(bookableId, pointId);
      if (!capacity || more.people > capacity.bookable.mostPeople) throw new Invalid('too-many-people', { fields: ['people'] });
      const { terms, parts } = wantedFor(capacity.bookable, more);
      return { bookableId, terms, counts: parts.map(({ count }) => count), times };
    }),
  );
  return visitsOf(offers, await mostBetweenAt(booking.db, pointId));
}
