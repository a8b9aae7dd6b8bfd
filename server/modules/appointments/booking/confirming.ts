import type { RawBuilder } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { insertEvents, wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { wakeSoon } from '../../../platform/events/wake.ts';
import { type Done, type KeyRow, once, onceInOne } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import { expectedBeside, expectVisit, newArrivalCode } from '../../queue/service.ts';
import { changeEvent } from '../events.ts';
import { meetingRoomOf } from '../sessions/leading.ts';
import { insertLetters } from '../telling/queries.ts';
import { lettersOfConfirmed } from '../telling/rules.ts';
import type { Booking } from '../types.ts';
import { bookerHash, bookerHashes, type Contact, sealContact } from './contact.ts';
import { confirmInOne, pointsNowhere } from './in-one.ts';
import * as rows from './queries.ts';
import { requireAppointment } from './reading.ts';

export type Booker = Omit<Contact, 'code'>;

/** Booked for a matter: which step of its path says the time is written with it. */
export type ForMatter = { matterId: string; step(trx: Trx): Promise<{ stepId: string; made: boolean }> };
/** Booked by staff, as the trail says it; null: by the customer themselves, for a step of their own. */
export type ByStaff = { by: By | null; matter: ForMatter | undefined };

/** `seen`: the hold as it has been read already. */
type Confirmed = { staff?: ByStaff | undefined; seen?: rows.AppointmentRow | undefined };

/**
 * Makes a held time an agreed one. A hold that has run out still holds as long as nobody else has taken the time: who writes slowly is
 * not sent back to the beginning for nothing.
 * @throws NotFound; Conflict `hold-expired`, `booked-already` when the appointment is over, `too-many-booked`
 */
export async function confirmHold(
  booking: Booking,
  key: IdempotencyKey | undefined,
  id: string,
  booker: Booker,
  { staff, seen }: Confirmed = {},
): Promise<Done<rows.AppointmentRow>> {
  const work = async (trx: Trx, keyRow: KeyRow) => {
    const value = await confirmWithin(booking, trx, id, booker, { staff, keyRow: () => keyRow(id, 201) });
    return { resourceId: id, status: 201, value };
  };
  const simply = seen && !staff ? await confirmSimply(booking, key, seen, booker) : undefined;
  return simply ?? once(booking.db, key, work, () => requireAppointment(booking.db, id));
}

/**
 * In one statement, as what was seen: what most who confirm need.
 * @returns undefined when it is not so simple: it is no hold any more, changed meanwhile, or its booker has as many as may be
 */
async function confirmSimply(
  booking: Booking,
  key: IdempotencyKey | undefined,
  seen: rows.AppointmentRow,
  booker: Booker,
): Promise<Done<rows.AppointmentRow> | undefined> {
  const { db, keys, clock, capacities } = booking;
  const now = clock.now();
  // Who comes to a meeting of many is led to its room, which is to be looked up.
  if (seen.state !== 'held' || seen.jointId || seen.sessionId || isPast(seen, now)) return undefined;
  const bookable = (await capacities.at(seen.bookableId, seen.pointId))?.bookable;
  if (!bookable) return undefined;
  const expecting = expectedOf(seen, seen.startsAt, bookable.queueId, booker.phone);
  const expected = expecting && expectedBeside(booking, expecting);
  const agreed = agreedBy(booking, seen, booker, expected);
  const what = { held: seen, hashes: bookerHashes(keys, { ...booker, code: null }), most: bookable.mostPerPerson };
  const change = async (earlier: RawBuilder<unknown>, keyRow: KeyRow) => {
    const beside = (from: RawBuilder<unknown>) => [
      ...(expected?.rows(from) ?? []),
      ...toldOfConfirmed(seen, now, from),
      keyRow(seen.id, 201, from),
    ];
    const told = await confirmInOne(db, what, agreed, now, { earlier, beside });
    if (told.row) wakeSoon(db);
    return { earlier: told.earlier, done: told.row ? { resourceId: seen.id, status: 201, value: told.row } : undefined };
  };
  return onceInOne(key, change, () => requireAppointment(db, seen.id)).catch((error: unknown) => {
    if (pointsNowhere(error)) return undefined;
    throw error;
  });
}

type Confirming = { staff?: ByStaff | undefined; keyRow?: () => RawBuilder<unknown> };

/** The same within another change. @throws as `confirmHold` */
export async function confirmWithin(
  booking: Booking,
  trx: Trx,
  id: string,
  booker: Booker,
  how: Confirming = {},
): Promise<rows.AppointmentRow> {
  const hashes = bookerHashes(booking.keys, { ...booker, code: null });
  const held = await rows.lockToConfirm(trx, id, hashes, booking.clock.now());
  if (!held) throw new NotFound();
  // Two tabs, or a call sent again without its key: it is confirmed, once.
  return held.state === 'confirmed' ? held : confirm(booking, trx, held, booker, how);
}

type ToConfirm = rows.AppointmentRow & { coming: number };

async function confirm(
  booking: Booking,
  trx: Trx,
  one: ToConfirm,
  booker: Booker,
  { staff, keyRow }: Confirming,
): Promise<rows.AppointmentRow> {
  const held = { ...one, matterId: staff?.matter?.matterId ?? one.matterId };
  // A part of what is agreed as one is confirmed with the rest of it.
  if (held.jointId) throw new NotFound();
  if (held.state !== 'held') throw new Conflict('hold-expired');
  const { clock } = booking;
  const bookable = (await booking.capacities.at(held.bookableId, held.pointId))?.bookable;
  if (!bookable) throw new NotFound();
  const now = clock.now();
  if (isPast(held, now)) throw new Conflict('hold-expired');
  if (held.coming >= bookable.mostPerPerson) throw new Conflict('too-many-booked');
  const expected = await expect(booking, trx, held, held.startsAt, bookable.queueId, booker.phone);
  const agreed = agreedBy(booking, held, booker, expected);
  const beside = [...toldOfConfirmed(held, now), ...(keyRow ? [keyRow()] : [])];
  const confirmed = await rows.confirm(trx, held.id, agreed, now, beside);
  wakeReadersAfterCommit(trx);
  if (staff?.matter) await rows.setStep(trx, held.id, await staff.matter.step(trx));
  if (staff?.by) await recordChange(trx, staff.by, 'appointment.booked', held.id, held.ownerOrg);
  return confirmed;
}

function agreedBy(
  { keys }: Booking,
  held: rows.AppointmentRow,
  booker: Booker,
  expected: { id: string; code: string } | null,
): rows.Confirmation {
  const code = expected?.code ?? (held.pointId ? newArrivalCode() : null);
  const hash = bookerHash(keys, { ...booker, code: null });
  return {
    contact: sealContact(keys, held.id, { ...booker, code }),
    bookerHash: hash,
    expectedId: expected?.id ?? null,
    matterId: held.matterId,
  };
}

/** The event and the letters of it, as pieces of the statement that confirms. */
function toldOfConfirmed({ id, version, startsAt }: rows.AppointmentRow, now: Temporal.Instant, from?: RawBuilder<unknown>) {
  const confirmed = version + 1;
  const event = changeEvent(id, { change: 'confirmed', version: confirmed, written: true });
  const of = { appointmentId: id, version: confirmed };
  return [insertEvents([event], from), insertLetters(of, lettersOfConfirmed(startsAt, now), from)];
}

/** Held too long, and begun meanwhile: nobody can come to it any more. */
export const isPast = ({ heldUntil, startsAt }: Pick<rows.AppointmentRow, 'heldUntil' | 'startsAt'>, now: Temporal.Instant): boolean =>
  heldUntil !== null && Temporal.Instant.compare(heldUntil, now) <= 0 && Temporal.Instant.compare(startsAt, now) <= 0;

/** Where a queue takes arrivals, the point expects the customer; elsewhere their code stands on its list of the day. */
export async function expect(
  booking: Booking,
  trx: Trx,
  one: rows.AppointmentRow,
  dueAt: Temporal.Instant,
  queueId: string | null,
  phone: string | null,
) {
  const expecting = expectedOf(one, dueAt, queueId, phone);
  return expecting && expectVisit(booking, trx, { ...expecting, meetingRoom: await meetingRoomOf(trx, one.sessionId) });
}

const expectedOf = (
  { pointId, language, needs, matterId }: rows.AppointmentRow,
  dueAt: Temporal.Instant,
  queueId: string | null,
  phone: string | null,
) => (pointId && queueId ? { pointId, queueId, dueAt, matterId, language, needs, phone } : null);
