import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import { freeBookedStep } from '../../matters/path/booked/service.ts';
import { type Booker, isPast } from '../booking/confirming.ts';
import { bookerHash, bookerHashes, sealContact } from '../booking/contact.ts';
import * as appointments from '../booking/queries.ts';
import { appointmentChanged } from '../events.ts';
import { type OwnDoer, recordOwn } from '../own/trail.ts';
import type { Booking } from '../types.ts';
import * as rows from './queries.ts';
import { settleJoint } from './settling.ts';

/** `steps`: writes on the path of the matter when it is, in the same change. */
export type JointByStaff = { by: By; matter: { matterId: string; steps(trx: Trx): Promise<void> } | undefined };

/**
 * Makes all that is held as one an agreed whole: with one code, all of it or nothing.
 * @throws NotFound; Conflict `hold-expired` when a part of it is gone, `too-many-booked`
 */
export async function confirmJoint(
  booking: Booking,
  key: IdempotencyKey | undefined,
  id: string,
  booker: Booker,
  staff?: JointByStaff,
): Promise<Done<{ id: string }>> {
  return once(
    booking.db,
    key,
    async (trx) => {
      const parts = await lockAll(trx, id);
      // Two tabs, or a call sent again without its key: it is confirmed, once.
      if (!parts.some(({ state }) => state === 'confirmed')) await confirmParts(booking, trx, id, parts, booker, staff);
      return { resourceId: id, status: 201, value: { id } };
    },
    async () => ({ id }),
  );
}

async function confirmParts(
  booking: Booking,
  trx: Trx,
  id: string,
  parts: readonly appointments.AppointmentRow[],
  booker: Booker,
  staff: JointByStaff | undefined,
): Promise<void> {
  if (parts.some((part) => part.state !== 'held' || isPast(part, booking.clock.now()))) throw new Conflict('hold-expired');
  const asContact = { ...booker, code: null };
  await requireFew(booking, trx, parts, asContact);
  const now = booking.clock.now();
  for (const part of parts) {
    const contact = sealContact(booking.keys, part.id, asContact);
    await appointments.confirm(
      trx,
      part.id,
      { contact, bookerHash: bookerHash(booking.keys, asContact), expectedId: null, matterId: staff?.matter?.matterId ?? null },
      now,
    );
    await appointmentChanged(trx, part.id, { change: 'confirmed', version: part.version + 1 });
    if (staff) await recordChange(trx, staff.by, 'appointment.booked', part.id, part.ownerOrg);
  }
  await staff?.matter?.steps(trx);
  await settleJoint(booking, trx, id, 'confirmed');
}

async function requireFew(
  { capacities, keys, clock }: Booking,
  trx: Trx,
  parts: readonly appointments.AppointmentRow[],
  contact: Booker & { code: null },
): Promise<void> {
  const services = new Map(parts.map((part) => [part.bookableId, part]));
  for (const { bookableId, pointId } of [...services.values()].sort((a, b) => (a.bookableId < b.bookableId ? -1 : 1))) {
    const bookable = (await capacities.at(bookableId, pointId))?.bookable;
    if (!bookable) throw new NotFound();
    const count = await appointments.countOfBooker(trx, bookableId, bookerHashes(keys, contact), clock.now());
    if (count >= bookable.mostPerPerson) throw new Conflict('too-many-booked');
  }
}

/** Whoever has the link lets all of it go that is still to come, held or agreed; again: nothing more. @throws NotFound; Conflict `booked-already` when nothing is to come */
export async function cancelJoint(booking: Booking, id: string, own: OwnDoer): Promise<void> {
  await inTransaction(booking.db, async (trx) => {
    const parts = await lockAll(trx, id);
    const live = parts.filter(({ state }) => state === 'held' || state === 'confirmed');
    if (live.length === 0 && parts.some(({ state }) => state === 'arrived' || state === 'missed')) throw new Conflict('booked-already');
    // Places at meetings are counted in the order of the meetings' keys, as when they are taken.
    live.sort((a, b) => ((a.sessionId ?? a.id) < (b.sessionId ?? b.id) ? -1 : 1));
    for (const part of live) {
      const isAgreed = part.state === 'confirmed';
      await appointments.endAppointment(trx, part.id, isAgreed ? 'cancelled' : 'expired', booking.clock.now());
      if (isAgreed) await appointmentChanged(trx, part.id, { change: 'cancelled', version: part.version + 1 });
      if (part.stepId) await freeBookedStep(booking, trx, part.stepId, part.stepMade, own);
      if (isAgreed) await recordOwn(trx, own, 'appointment.cancelled', part);
    }
    if (live.some(({ state }) => state === 'confirmed')) await settleJoint(booking, trx, id, 'cancelled');
  });
}

/** @throws NotFound for what is no part of it */
export async function requirePart(booking: Booking, jointId: string, appointmentId: string): Promise<void> {
  const one = await appointments.appointmentOf(booking.db, appointmentId);
  if (one?.jointId !== jointId) throw new NotFound();
}

async function lockAll(trx: Trx, id: string): Promise<appointments.AppointmentRow[]> {
  const parts = await rows.lockParts(trx, id);
  if (parts.length === 0) throw new NotFound();
  return parts;
}
