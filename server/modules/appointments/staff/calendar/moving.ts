import { DEFAULT_ZONE, dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { openContact } from '../../booking/contact.ts';
import { type AppointmentRow, appointmentOf } from '../../booking/queries.ts';
import { type Arranged, giveToOthers, move } from '../../booking/service.ts';
import { createCapacities } from '../../capacity/service.ts';
import { freeTimesOf } from '../../free/service.ts';
import { protectedAmong, unreachable } from '../../protected.ts';
import type { Booking } from '../../types.ts';
import { takenBy } from './blocks/queries.ts';
import type { CustomerOfAppointment, OtherPlaces, PlaceInput } from './schema.ts';
import { type Days, rangeIn } from './service.ts';
import { seesCustomer, sightOf } from './sight.ts';

/** @throws NotFound for an appointment that is not the actor's to see */
export async function seenAppointment({ db }: Pick<Booking, 'db'>, actor: Actor, id: string): Promise<AppointmentRow> {
  const [sight, one] = await Promise.all([sightOf(db, actor), appointmentOf(db, id)]);
  if (!one || !seesCustomer(sight, one)) throw new NotFound();
  return one;
}

/** Whom to call. Asked one at a time, since a calendar has no need of names. @throws NotFound */
export async function customerOf(booking: Booking, by: By, id: string): Promise<CustomerOfAppointment> {
  const one = await seenAppointment(booking, by.actor, id);
  await inTransaction(booking.db, (trx) => recordChange(trx, by, 'appointment.customer-seen', id, one.ownerOrg));
  const kept = openContact(booking.keys, id, one.contact);
  const contact = kept && (await protectedAmong(booking.db, [one.matterId])).size > 0 ? unreachable(kept) : kept;
  return { name: contact?.name ?? null, email: contact?.email ?? null, phone: contact?.phone ?? null };
}

/** When and with whom else it could be on these days, within the notice too; its own time with others as well. @throws NotFound; Invalid `too-many-days` */
export async function otherPlaces(booking: Booking, actor: Actor, id: string, days: Partial<Days>): Promise<OtherPlaces> {
  const { bookableId, pointId, stopId, needs, interpreterLanguage, language, people, startsAt } = await seenAppointment(booking, actor, id);
  const from = days.from ?? dayOf(startsAt);
  const asked = { bookableId, pointId, stopId, needs, interpreterLanguage, language, people, ownId: id, evenNow: true };
  const times = await freeTimesOf(booking, asked, rangeIn({ from, until: days.until ?? from }, DEFAULT_ZONE));
  const places = times.map((time) => ({
    startsAt: Temporal.Instant.fromEpochMilliseconds(time.from),
    endsAt: Temporal.Instant.fromEpochMilliseconds(time.until),
    resourceIds: time.free.flat().map((one) => one.id),
  }));
  return { places };
}

/**
 * Moves an appointment to another time, another person or room, or both, as the staff have chosen. The customer is written to a minute
 * later, unless it is taken back; of another person at the same time they are not told.
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken`, `booked-already`, `appointment-changed`
 */
export async function place(
  booking: Booking,
  by: By,
  id: string,
  { version, startsAt, to, instead, undoes }: PlaceInput,
): Promise<{ version: number }> {
  const one = await seenAppointment(booking, by.actor, id);
  const isSame = Temporal.Instant.compare(startsAt, one.startsAt) === 0;
  const those = to === null ? [] : isSame ? await withInstead(booking, id, to, instead) : [to];
  const arranged: Arranged = { chosen: those, from: version, undoes };
  const trace = (trx: Trx) => recordChange(trx, by, isSame ? 'appointment.given-to-others' : 'appointment.moved', id, one.ownerOrg);
  const asItIsNow = { ...booking, capacities: createCapacities(booking.db) };
  if (isSame) await giveToOthers(asItIsNow, id, trace, arranged);
  else await move(asItIsNow, id, startsAt.epochMilliseconds, trace, arranged);
  return { version: version + 1 };
}

/** At the same time only the one changes, and the others stay. */
async function withInstead({ db }: Booking, id: string, to: string, instead: string | null): Promise<string[]> {
  const now = await takenBy(db, id);
  return [...now.filter((one) => one !== instead && one !== to), to];
}
