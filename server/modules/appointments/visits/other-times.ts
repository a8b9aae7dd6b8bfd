import { startOfDay } from '../../../platform/clock/day.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import type { VisitMove } from '../joint/schema.ts';
import type { Span } from '../slots/spans.ts';
import type { Booking } from '../types.ts';
import { partsToMove, wishOf } from './moving.ts';
import type { Visit } from './rules.ts';
import { visitTimesOf } from './service.ts';

const MOST_DAYS = 14;

type Days = { from: Temporal.PlainDate; until: Temporal.PlainDate };

/**
 * When else all that is left of an agreed visit could be. @param evenNow by staff, within the notice too
 * @throws Invalid `too-many-days`; Conflict `booked-already` when nothing of it can be moved
 */
export async function otherVisitTimes(booking: Booking, jointId: string, { from, until }: Days, evenNow = false) {
  const range = rangeOf({ from, until });
  const parts = await partsToMove(booking.db, jointId);
  if (parts.length === 0) throw new Conflict('booked-already');
  return (await visitTimesOf(booking, { ...wishOf(parts), evenNow }, range)).map(shownVisit);
}

/** The days looked through for a visit, all of the last one too. @throws Invalid `too-many-days` */
export function rangeOf({ from, until }: Days): Span {
  const days = from.until(until).days;
  if (days < 0 || days > MOST_DAYS) throw new Invalid('too-many-days');
  return { from: startOfDay(from).epochMilliseconds, until: startOfDay(until.add({ days: 1 })).epochMilliseconds };
}

/** As it is told: moments, and the parts in the order in which they are given. */
export const shownVisit = ({ parts, ...visit }: Visit) => ({
  ...spanOf(visit),
  parts: parts.map(({ bookableId: serviceId, ...span }) => ({ serviceId, ...spanOf(span) })),
});

export const timesIn = (parts: VisitMove['parts']) =>
  parts.map(({ serviceId: bookableId, startsAt }) => ({ bookableId, at: startsAt.epochMilliseconds }));

const spanOf = ({ from, until }: { from: number; until: number }) => ({
  startsAt: Temporal.Instant.fromEpochMilliseconds(from),
  endsAt: Temporal.Instant.fromEpochMilliseconds(until),
});
