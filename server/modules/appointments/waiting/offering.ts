import { randomUUID } from 'node:crypto';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { holdTime } from '../booking/holding.ts';
import { endAppointment, lockAppointment, lockTakenDays } from '../booking/queries.ts';
import { createCapacities } from '../capacity/service.ts';
import { freeTimesOf } from '../free/service.ts';
import { addLetter } from '../letters/queries.ts';
import { leaveWithin } from './leaving.ts';
import * as offers from './offer-queries.ts';
import * as rows from './queries.ts';
import { answerTimes, KEPT_AFTER, suits } from './rules.ts';
import { servingInAnother } from './tongues.ts';
import type { Offering } from './types.ts';

/** So far ahead a free time is looked for, in days. */
const DAYS = 92;
const DAY_MS = 24 * 3_600_000;

/** Each line that somebody stands in; the job of each minute, which finds what no event told of: holds that ran out, new hours. */
export async function tendLines(offering: Offering): Promise<void> {
  for (const id of await rows.bookablesAwaited(offering.db)) await offerFreeTimes(offering, id);
}

/**
 * Gives what is free to whom it suits, in the order of joining. First what was not answered and what was declined, which is held still and
 * goes over in one change; then what has become free. Runs at any time and again: each step is whole by itself.
 */
export async function offerFreeTimes(offering: Offering, bookableId: string): Promise<void> {
  // What is kept for a second would offer hours that have just been taken away.
  const now = { ...offering, capacities: createCapacities(offering.db) };
  const terms = await rows.termsOf(now.db, bookableId);
  for (const offer of await offers.overdueOffers(now.db, bookableId, now.clock.now())) await lapse(now, offer, terms?.mostUnanswered ?? 1);
  for (const offer of await offers.offersToPassOn(now.db, bookableId)) await passOn(now, offer, terms);
  for (const id of await rows.pastWaiting(now.db, bookableId, now.clock.now()))
    await inTransaction(now.db, (trx) => leaveWithin(trx, id, now.clock.now()));
  if (!terms) return;
  for (const one of await rows.lineOf(now.db, bookableId)) await offerFirst(now, terms, one);
}

/** No answer: they keep their place, or lose it after so many in a row. They are told which. */
async function lapse({ db, clock }: Offering, offer: offers.OfferRow, most: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    await rows.lockWaiting(trx, offer.waitingId);
    if (!(await offers.answerOffer(trx, offer.id, 'lapsed', clock.now()))) return;
    const isLost = (await rows.countUnanswered(trx, offer.waitingId, false)) >= most;
    if (isLost) await rows.endWaiting(trx, offer.waitingId, 'lost', clock.now());
    await addLetter(trx, { kind: isLost ? 'lost' : 'unanswered', subjectId: offer.id, notBefore: clock.now() });
  });
}

/** To the first whom it suits, in the change in which it is let go; to nobody: then it is free for all. */
async function passOn(offering: Offering, offer: offers.OfferRow, terms: rows.Terms | undefined): Promise<void> {
  const { db, clock } = offering;
  const time = { from: offer.startsAt.epochMilliseconds, until: offer.endsAt.epochMilliseconds, pointId: offer.pointId };
  const letGo = (trx: Trx) => letGoOf(trx, offer, clock.now());
  for (const one of terms ? await rows.lineOf(db, offer.bookableId) : []) {
    if (!(await isFor(offering, one, time))) continue;
    if (await offerTo(offering, terms as rows.Terms, one, time, { ownId: offer.appointmentId, letGo })) return;
  }
  await inTransaction(db, async (trx) => {
    await lockTakenDays(trx, [offer.appointmentId]);
    await letGo(trx).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  });
}

/** Once: whoever finds it let go already, or offered again, gives up. */
async function letGoOf(trx: Trx, { id, appointmentId }: offers.OfferRow, now: Temporal.Instant): Promise<void> {
  const held = await lockAppointment(trx, appointmentId);
  if (held?.state !== 'held' || (await offers.offerOf(trx, id))?.state === 'open') throw new Conflict('time-taken');
  await endAppointment(trx, appointmentId, 'expired', now);
}

type Time = { from: number; until: number; pointId: string | null };

async function isFor(offering: Offering, one: rows.WaitingRow, time: Time): Promise<boolean> {
  const isPlace = time.pointId === null ? one.pointIds.length === 0 : one.pointIds.includes(time.pointId);
  return isPlace && (await isWanted(offering, one))(time);
}

/** The earliest of what is free that suits them. */
async function offerFirst(offering: Offering, terms: rows.Terms, one: rows.WaitingRow): Promise<void> {
  const from = offering.clock.now().epochMilliseconds;
  const until = Math.min(from + DAYS * DAY_MS, one.appointmentStartsAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY);
  const places = one.pointIds.length > 0 ? one.pointIds : [null];
  const another = await servingInAnother(offering, one);
  const found: Time[] = [];
  for (const pointId of places) {
    const asked = { bookableId: one.bookableId, pointId, ...wishOf(one), chosen: another?.get(pointId) };
    const times = await freeTimesOf(offering, asked, { from, until }).catch(gone);
    found.push(...times.map((time) => ({ from: time.from, until: time.until, pointId })));
  }
  const wanted = await isWanted(offering, one);
  for (const time of found.filter(wanted).sort((a, b) => a.from - b.from)) if (await offerTo(offering, terms, one, time)) return;
}

/** No longer given there. */
function gone(error: unknown): [] {
  if (error instanceof NotFound) return [];
  throw error;
}

async function isWanted(offering: Offering, one: rows.WaitingRow): Promise<(time: Time) => boolean> {
  const before = await offers.offeredBefore(offering.db, one.id);
  const capacities = await Promise.all(
    (one.pointIds.length > 0 ? one.pointIds : [null]).map((id) => offering.capacities.at(one.bookableId, id)),
  );
  const zones = new Map(capacities.flatMap((it) => (it ? [[it.bookable.pointId, it.bookable.zone] as const] : [])));
  const own = one.appointmentStartsAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  return (time) => {
    const zone = zones.get(time.pointId);
    return zone !== undefined && time.from < own && !before.has(offers.offerKey(time.pointId, time.from)) && suits(one, time, zone);
  };
}

type Replacing = { ownId?: string; letGo?: (trx: Trx) => Promise<void> };

/** @returns whether it is held for them now; if not, somebody was sooner or there is no time to answer */
async function offerTo(
  offering: Offering,
  { answerMinutes }: rows.Terms,
  one: rows.WaitingRow,
  { from, pointId }: Time,
  { ownId, letGo }: Replacing = {},
): Promise<boolean> {
  const startsAt = Temporal.Instant.fromEpochMilliseconds(from);
  const times = answerTimes({ now: offering.clock.now(), startsAt, answerMinutes, quiet: offering.quietHours });
  if (!times) return false;
  const chosen = (await servingInAnother(offering, one))?.get(pointId);
  const input = { bookableId: one.bookableId, pointId, way: one.way, ...wishOf(one), at: from, ownId, chosen };
  const offer = { id: randomUUID(), waitingId: one.id, pointId, startsAt, ...times };
  const beside = async (trx: Trx, appointmentId: string) => {
    await requireSuited(trx, one.id, startsAt);
    await offers.insertOffer(trx, { ...offer, appointmentId });
    await addLetter(trx, { kind: 'offered', subjectId: offer.id, notBefore: times.toldAt });
  };
  const until = times.answerBy.add({ minutes: KEPT_AFTER });
  try {
    await holdTime(offering, undefined, input, { kind: 'waiting', until }, { beside, ...(letGo ? { letGo } : {}) });
    return true;
  } catch (error) {
    if (error instanceof Conflict || error instanceof Invalid || error instanceof NotFound) return false;
    throw error;
  }
}

/** Left, offered another, or their own time moved meanwhile: what is offered is never later than it. @throws Conflict `waiting-over` */
async function requireSuited(trx: Trx, waitingId: string, startsAt: Temporal.Instant): Promise<void> {
  const isWaiting = (await rows.lockWaiting(trx, waitingId))?.state === 'waiting';
  if (!isWaiting || (await offers.openOfferOf(trx, waitingId))) throw new Conflict('waiting-over');
  // Read anew: whoever moves the time locks the place in line first.
  const own = (await rows.waitingOf(trx, waitingId))?.appointmentStartsAt;
  if (own && Temporal.Instant.compare(startsAt, own) >= 0) throw new Conflict('waiting-over');
}

const wishOf = ({ needs, interpreterLanguage, language }: rows.WaitingRow) => ({ needs, interpreterLanguage, language });
