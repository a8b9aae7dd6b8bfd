import { DEFAULT_ZONE, dayOf } from '../../../platform/clock/day.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import type { Booking } from '../types.ts';
import { answerOffer, lockLetGo, type OfferRow, offerAgain, openOfferOf } from './offer-queries.ts';
import * as rows from './queries.ts';
import { suits } from './rules.ts';

/** Offers what has become free of a service: one queue for all, so that two nodes never give the same line in two orders. */
export const OFFER_JOB = 'offer-free-times';
export const offerSoon = (trx: Trx, bookableId: string): Promise<void> =>
  addJob(trx, OFFER_JOB, { bookableId }, { key: `${OFFER_JOB}:${bookableId}`, queue: OFFER_JOB });

/** Leaves the line within another change; what is offered goes to the next. Again: nothing more. @throws NotFound */
export async function leaveWithin(trx: Trx, id: string, now: Temporal.Instant): Promise<void> {
  const one = await rows.lockWaiting(trx, id);
  if (!one) throw new NotFound();
  if (one.state !== 'waiting') return;
  await rows.endWaiting(trx, id, 'left', now);
  const offer = await openOfferOf(trx, id);
  if (offer) await letGo(trx, offer, now);
  await offerSoon(trx, one.bookableId);
}

async function letGo(trx: Trx, { id, bookableId }: OfferRow, now: Temporal.Instant): Promise<void> {
  await answerOffer(trx, id, 'left', now);
  await offerSoon(trx, bookableId);
}

/** Whoever gives up their agreed time waits for no earlier one. */
export async function leaveWithTime(trx: Trx, appointmentId: string, now: Temporal.Instant): Promise<void> {
  for (const id of await rows.lockBeside(trx, appointmentId)) await leaveWithin(trx, id, now);
}

type Time = Pick<AppointmentRow, 'startsAt' | 'endsAt'>;

/**
 * After an agreed time was moved. An earlier one that suits is what was waited for, and before the first day that suits there is nothing to
 * wait for: the place ends. Else it waits for what is earlier than the new time, and an offer that is not goes to the next.
 */
export async function followMove(booking: Booking, trx: Trx, was: AppointmentRow, to: Time, now: Temporal.Instant): Promise<void> {
  for (const id of await rows.lockBeside(trx, was.id)) {
    const one = (await rows.lockWaiting(trx, id)) as rows.WaitingRow;
    const offer = await openOfferOf(trx, id);
    const zone = (await booking.capacities.at(was.bookableId, was.pointId))?.bookable.zone ?? DEFAULT_ZONE;
    if (isOver(one, was, to, zone)) await leaveWithin(trx, id, now);
    else if (offer && Temporal.Instant.compare(offer.startsAt, to.startsAt) >= 0) await letGo(trx, offer, now);
  }
}

function isOver(one: rows.WaitingRow, was: Time, { startsAt, endsAt }: Time, zone: string): boolean {
  if (one.fromDay && Temporal.PlainDate.compare(dayOf(startsAt, zone), one.fromDay) < 0) return true;
  const isEarlier = Temporal.Instant.compare(startsAt, was.startsAt) < 0;
  return isEarlier && suits(one, { from: startsAt.epochMilliseconds, until: endsAt.epochMilliseconds }, zone);
}

/**
 * Staff take their move back: a place that ended with it stands in line where it stood, with what was offered to it. Not when somebody behind
 * it was offered a time meanwhile.
 */
export async function returnEnded(trx: Trx, { id, bookableId, endedAt }: rows.EndedRow, now: Temporal.Instant): Promise<void> {
  const letGoId = await lockLetGo(trx, id, endedAt, now);
  if ((await rows.wasPassedBy(trx, id)) || !(await rows.standAgain(trx, id))) return;
  if (letGoId) await offerAgain(trx, letGoId);
  await offerSoon(trx, bookableId);
}
