import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { freeBookedStep, moveBookedStep } from '../../matters/path/booked/service.ts';
import { cancelExpected, hasCome } from '../../queue/service.ts';
import { appointmentChanged } from '../events.ts';
import { type OfMove, settleJoint } from '../joint/settling.ts';
import { type OwnDoer, recordOwn } from '../own/trail.ts';
import { endMeetingOf, followHouse } from '../sessions/following.ts';
import { leadToRooms } from '../sessions/leading.ts';
import { streetOf } from '../stops/places.ts';
import type { Booking } from '../types.ts';
import { requireApart } from '../visits/apart.ts';
import { followMove, leaveWithTime, returnEnded } from '../waiting/leaving.ts';
import { lockBeside, lockEndedWith } from '../waiting/queries.ts';
import { expect } from './confirming.ts';
import { type Contact, openContact, sealContact } from './contact.ts';
import { type HoldInput, Lost, reaching, take } from './holding.ts';
import * as rows from './queries.ts';
import { wasAt } from './taking-back.ts';

/** What else is written in the same change. */
type Beside = (trx: Trx) => Promise<void>;

/** `onlyHeld`: what has been agreed meanwhile stays. `own`: whoever has its link cancels it. `from`: the version that was seen. */
type Cancelling = { beside?: Beside; onlyHeld?: boolean; own?: OwnDoer; from?: number };

/**
 * Lets a time go, held or agreed; again: nothing more. `calledOff`: we cancel it, and ask the customer to choose again.
 * @throws NotFound; Conflict `booked-already` once the customer has come, `appointment-changed`
 */
export async function cancel(booking: Booking, id: string, calledOff?: Beside, how: Cancelling = {}): Promise<void> {
  const { beside, onlyHeld, own } = how;
  await inTransaction(booking.db, async (trx) => {
    await lockBeside(trx, id);
    const one = await lockOne(trx, id);
    requireUnchanged(one, how);
    if (one.state === 'cancelled' || one.state === 'expired' || (onlyHeld && one.state !== 'held')) return;
    if (one.state !== 'held' && one.state !== 'confirmed') throw new Conflict('booked-already');
    await requireNotCome(trx, one);
    const now = booking.clock.now();
    await rows.endAppointment(trx, id, one.state === 'held' ? 'expired' : 'cancelled', now);
    // Called off by us, they keep their place, now for any time that suits.
    if (!calledOff && one.state === 'confirmed') await leaveWithTime(trx, id, now);
    if (one.expectedId && !one.jointId) await cancelExpected(trx, one.expectedId);
    if (one.stepId) await freeBookedStep(booking, trx, one.stepId, one.stepMade, own ?? null);
    const change = calledOff ? 'called-off' : 'cancelled';
    if (one.state === 'confirmed') await appointmentChanged(trx, id, { change, version: one.version + 1 });
    if (own && one.state === 'confirmed') await recordOwn(trx, own, 'appointment.cancelled', one);
    await (calledOff ?? beside)?.(trx);
    if (one.state === 'confirmed' && one.jointId) await settleJoint(booking, trx, one.jointId, calledOff ? 'called-off' : 'moved');
    await endMeetingOf(booking, trx, id);
  });
}

/** By whoever has its link or secret, and so stands in the trail. @throws as `cancel` */
export const cancelOwn = (booking: Booking, id: string, own: OwnDoer): Promise<void> => cancel(booking, id, undefined, { own });

/**
 * How staff arrange it: with whom they have chosen, and within the notice too. `from`: the version they saw. `undoes`: they take back what
 * made that version, which goes untold only back to where it was; `had`: who had it then and has it again, if they are free.
 */
export type Arranged = { chosen?: readonly string[]; from?: number | undefined; undoes?: boolean; had?: readonly string[] };

/** When, in epoch milliseconds. `placeId`: another stop of the same bus; else it stays where it is. */
export type Destination = { at: number; placeId?: string | null | undefined };

/**
 * Moves an agreed time to another, of the same service at the same place, or at another stop of its bus. The old time is free when the new
 * one is taken, at once.
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken`, `booked-already`, `appointment-changed`, `other-part-then`
 */
export async function move(booking: Booking, id: string, to: number | Destination, beside?: Beside, arranged?: Arranged): Promise<void> {
  await moveBy(booking, id, to, { beside, arranged });
}

/** By whoever has its link or secret, and so stands in the trail. @throws as `move` */
export const moveOwn = (booking: Booking, id: string, to: Destination, own: OwnDoer): Promise<void> => moveBy(booking, id, to, { own });

type Moving = { beside?: Beside | undefined; arranged?: Arranged | undefined; own?: OwnDoer };

async function moveBy(booking: Booking, id: string, to: number | Destination, how: Moving): Promise<void> {
  const { beside, arranged } = how;
  const input = { ...(await sameAt(booking, id, typeof to === 'number' ? { at: to } : to)), ...asArranged(arranged) };
  await reaching(booking, input, (isLast) =>
    inTransaction(booking.db, async (trx) => {
      await moveTo(booking, trx, id, input, isLast, how);
      await beside?.(trx);
    }),
  );
}

async function sameAt(booking: Booking, id: string, to?: Destination): Promise<HoldInput> {
  const one = await rows.appointmentOf(booking.db, id);
  // A place at a meeting of many is at the meeting's time.
  if (!one || one.sessionId) throw new NotFound();
  const { bookableId, pointId, needs, interpreterLanguage, language, way, startsAt, people } = one;
  const stopId = to?.placeId ? await stopOfSameBus(booking, one, to.placeId) : one.stopId;
  return {
    bookableId,
    pointId,
    stopId,
    needs,
    interpreterLanguage,
    language,
    way,
    people,
    at: to?.at ?? startsAt.epochMilliseconds,
    ownId: id,
  };
}

/** @throws Invalid `time-not-bookable` for a place elsewhere */
async function stopOfSameBus({ capacities }: Booking, { pointId, stopId }: rows.AppointmentRow, placeId: string): Promise<string | null> {
  const spot = await capacities.spotOf(placeId);
  if (spot.pointId !== pointId) throw new Invalid('time-not-bookable');
  return spot.stopId ?? stopId;
}

const asArranged = (arranged: Arranged | undefined) => (arranged ? { chosen: arranged.chosen, had: arranged.had, evenNow: true } : {});

async function moveTo(booking: Booking, trx: Trx, id: string, input: HoldInput, isLast: boolean, { arranged, own }: Moving): Promise<void> {
  const { resources, time, during, queueId, stopId } = await take(booking, trx, input, isLast, true);
  await lockBeside(trx, id);
  const ended = arranged?.undoes ? await lockEndedWith(trx, id) : [];
  const one = await lockOne(trx, id);
  if (one.state !== 'confirmed') throw new Conflict('booked-already');
  requireUnchanged(one, arranged);
  if (one.startsAt.epochMilliseconds === input.at && one.stopId === stopId) return;
  await requireNotCome(trx, one);
  const undoes = arranged?.undoes === true && (await wasAt(trx, id, input.at));
  await rows.freeTaken(trx, id);
  if (one.expectedId && !one.jointId) await cancelExpected(trx, one.expectedId);
  // Nobody's contact, and nobody expected: what a meeting of many takes.
  const contact = openContact(booking.keys, id, one.contact);
  const startsAt = Temporal.Instant.fromEpochMilliseconds(input.at);
  const expected = one.jointId
    ? { id: one.expectedId, code: contact?.code }
    : contact && (await expect(booking, trx, one, startsAt, queueId, contact.phone));
  const sealed = contact && sealContact(booking.keys, id, { ...contact, code: expected?.code ?? contact.code });
  const to = { during, time, stopId, expectedId: expected?.id ?? null, contact: sealed };
  const now = booking.clock.now();
  if (!(await rows.moveTo(trx, id, resources, to, now))) throw new Lost();
  await followMove(booking, trx, one, { startsAt, endsAt: Temporal.Instant.fromEpochMilliseconds(time.until) }, now);
  for (const place of ended) await returnEnded(trx, place, now);
  const otherStop = stopId === one.stopId ? undefined : await streetOf(trx, one.pointId, stopId);
  if (one.stepId) await moveBookedStep(trx, one.stepId, { at: startsAt, place: otherStop }, own ?? null);
  if (own) await recordOwn(trx, own, 'appointment.moved', one);
  const told = arranged ? { byStaff: true as const, ...(undoes ? { undoes: one.version } : {}) } : {};
  await appointmentChanged(trx, id, { change: 'moved', version: one.version + 1, ...told });
  const how = { byStaff: arranged !== undefined, undoes };
  if (one.jointId) await settleMoved(booking, trx, one.jointId, { movedId: id, ...how });
  await followHouse(booking, trx, id, how);
}

/** The queue knows of an arrival a moment before the appointment does. */
async function requireNotCome(trx: Trx, { expectedId }: rows.AppointmentRow): Promise<void> {
  if (expectedId && (await hasCome(trx, expectedId))) throw new Conflict('booked-already');
}

function requireUnchanged({ version }: rows.AppointmentRow, arranged: Pick<Arranged, 'from'> | undefined): void {
  if (arranged?.from !== undefined && arranged.from !== version) throw new Conflict('appointment-changed');
}

/**
 * Moves an agreed time to one that is held for its booker already, of the same service at the same place: what the hold took goes over as
 * it is, so that nobody can come between. The hold is no more. `own`: whoever has the link. @throws NotFound; Conflict `hold-expired`, `booked-already`
 */
export async function moveToHeld(booking: Booking, trx: Trx, id: string, heldId: string, own: OwnDoer): Promise<void> {
  await rows.lockTakenDays(trx, [id, heldId]);
  const [one, held] = [await lockOne(trx, id), await lockOne(trx, heldId)];
  if (one.state !== 'confirmed') throw new Conflict('booked-already');
  if (held.state !== 'held') throw new Conflict('hold-expired');
  const queueId = (await booking.capacities.at(one.bookableId, one.pointId))?.bookable.queueId ?? null;
  if (one.expectedId && !one.jointId) await cancelExpected(trx, one.expectedId);
  const contact = openContact(booking.keys, id, one.contact) as Contact;
  const expected = one.jointId
    ? { id: one.expectedId, code: contact.code }
    : await expect(booking, trx, one, held.startsAt, queueId, contact.phone);
  const sealed = sealContact(booking.keys, id, { ...contact, code: expected?.code ?? contact.code });
  const now = booking.clock.now();
  await rows.takeOver(trx, id, held, { contact: sealed, expectedId: expected?.id ?? null }, now);
  await rows.endAppointment(trx, heldId, 'expired', now);
  await followMove(booking, trx, one, held, now);
  if (one.stepId) await moveBookedStep(trx, one.stepId, { at: held.startsAt }, own);
  await recordOwn(trx, own, 'appointment.moved', one);
  await appointmentChanged(trx, id, { change: 'moved', version: one.version + 1 });
  if (one.jointId) await settleMoved(booking, trx, one.jointId, { movedId: id, byStaff: false, undoes: false });
}

/** The whole is locked last. */
async function settleMoved(booking: Booking, trx: Trx, jointId: string, of: OfMove): Promise<void> {
  await requireApart(trx, of.movedId, jointId);
  await settleJoint(booking, trx, jointId, 'moved', of);
}

/**
 * Gives an agreed time to others who are free then, when those it took are not there. The customer comes as agreed, under the same code.
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken` when nobody else is free, `booked-already`, `appointment-changed`
 */
export async function giveToOthers(booking: Booking, id: string, beside?: Beside, arranged?: Arranged): Promise<void> {
  const input = { ...(await sameAt(booking, id)), ...asArranged(arranged) };
  await reaching(booking, input, (isLast) =>
    inTransaction(booking.db, async (trx) => {
      const { resources, during } = await take(booking, trx, input, isLast, true);
      const one = await lockOne(trx, id);
      if (one.state !== 'confirmed' || one.startsAt.epochMilliseconds !== input.at) throw new Conflict('booked-already');
      requireUnchanged(one, arranged);
      await rows.freeTaken(trx, id);
      if (!(await rows.takeOthers(trx, id, resources, during, booking.clock.now()))) throw new Lost();
      await leadToRooms(trx, { houseId: id }, booking.clock.now());
      await appointmentChanged(trx, id, { change: 'given', version: one.version + 1 });
      await beside?.(trx);
    }),
  );
}

async function lockOne(trx: Trx, id: string): Promise<rows.AppointmentRow> {
  const one = await rows.lockAppointment(trx, id);
  if (!one) throw new NotFound();
  return one;
}
