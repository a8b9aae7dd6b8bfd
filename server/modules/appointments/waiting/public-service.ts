import { Invalid, NotFound } from '../../../platform/errors.ts';
import type { Done } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { offered } from '../pages/offers.ts';
import { bookingPlaces } from '../stops/places.ts';
import type { Booking } from '../types.ts';
import { openOfferOf } from './offer-queries.ts';
import type { WaitingPlace, WaitingRequest } from './public-schema.ts';
import { placeInLine, waitingOf } from './queries.ts';
import { joinLine } from './service.ts';

/** @throws NotFound for what nobody may book; Invalid `unknown-reference` for a way or place it is not given by or at */
export async function joinPublicLine(
  booking: Booking,
  key: IdempotencyKey | undefined,
  { serviceId, placeIds, name, email, phone, ...wish }: WaitingRequest,
  address: string,
): Promise<Done<{ id: string }>> {
  const service = await offered(booking, serviceId);
  if (!service.ways.includes(wish.way)) throw new Invalid('unknown-reference', { fields: ['way'] });
  const points = (await bookingPlaces(booking, serviceId)).filter(({ stopId }) => stopId === null).map(({ id }) => id);
  const isSound = wish.way === 'point' ? placeIds.length > 0 && placeIds.every((one) => points.includes(one)) : placeIds.length === 0;
  if (!isSound) throw new Invalid('unknown-reference', { fields: ['placeIds'] });
  const suiting = { ...wish, bookableId: serviceId, pointIds: [...new Set(placeIds)], weekdays: [...new Set(wish.weekdays)] };
  return joinLine(booking, key, suiting, { name, email, phone }, { address });
}

/** A place in line as whoever stands in it may see it. @throws NotFound */
export async function readWaiting({ db }: Booking, id: string): Promise<WaitingPlace> {
  const one = await waitingOf(db, id);
  if (!one) throw new NotFound();
  const { bookableId: serviceId, pointIds: placeIds, weekdays, fromHour, untilHour, fromDay, untilDay, needs, state, joinedAt } = one;
  const offer = state === 'waiting' ? await openOfferOf(db, id) : undefined;
  return {
    ...{ serviceId, placeIds, weekdays, fromHour, untilHour, fromDay, untilDay, needs, state, joinedAt },
    way: one.way as WaitingPlace['way'],
    language: one.language as WaitingPlace['language'],
    inLine: state === 'waiting' ? await placeInLine(db, one) : null,
    movesOwn: one.appointmentId !== null,
    offer: offer
      ? { id: offer.id, placeId: offer.pointId, startsAt: offer.startsAt, endsAt: offer.endsAt, answerBy: offer.answerBy }
      : null,
  };
}
