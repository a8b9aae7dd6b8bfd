import { startOfDay } from '../../../../platform/clock/day.ts';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.ts';
import type { IdempotencyKey } from '../../../../platform/http/idempotency-key.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { bookStep } from '../../../matters/path/booked/service.ts';
import { keptOf } from '../../../matters/reading/service.ts';
import { servesFor } from '../../../queue/service.ts';
import { confirmHold, type ForMatter } from '../../booking/confirming.ts';
import { holdTime } from '../../booking/holding.ts';
import { type AppointmentRow, appointmentOf } from '../../booking/queries.ts';
import { cancel, move } from '../../booking/service.ts';
import { hadOf } from '../../booking/taking-back.ts';
import { freeTimesOf } from '../../free/service.ts';
import { timeOnPath } from '../../own/on-path.ts';
import { protectedAmong } from '../../protected.ts';
import type { FreeTime } from '../../slots/rules.ts';
import { requireKnownNeeds } from '../../special-needs.ts';
import type { Booking } from '../../types.ts';
import { requireSight } from '../sight.ts';
import { type OfferRow, offerRows } from './queries.ts';
import type { BookableOffer, StaffBookingInput, StaffMove } from './schema.ts';

/** What the caller may book for somebody: nothing, for those who serve nobody. */
export async function offersFor(booking: Booking, actor: Actor): Promise<BookableOffer[]> {
  const rows = await offerRows(booking, null);
  return rows.filter((one) => mayBook(actor, one)).map(({ placeOrgs: _, ...offer }) => offer);
}

/** What is open to anybody, for all who serve; what only staff or the invited get, for the organisation's own and who receives its visitors. */
const mayBook = (actor: Actor, { who, organisationId, placeOrgs }: OfferRow): boolean =>
  who === 'public' ? servesFor(actor) : servesFor(actor, [organisationId, ...placeOrgs]);

export async function requireOffer(booking: Booking, actor: Actor, id: string): Promise<OfferRow> {
  const [one] = await offerRows(booking, id);
  if (!one || !mayBook(actor, one)) throw new NotFound();
  return one;
}

const MOST_DAYS = 62;

export type FreeWish = {
  service: string;
  place?: string | undefined;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  needs: readonly string[];
  interpreterLanguage?: string | undefined;
  language: string | null;
  /** How many come together; of a time that is moved, as many as it was booked for. */
  people?: number | undefined;
  /** Being moved. */
  appointment?: string | undefined;
};

/** Free times that staff may book, also at shorter notice than anybody. @throws NotFound; Invalid `too-many-days` */
export async function staffFreeTimes(booking: Booking, actor: Actor, wish: FreeWish): Promise<FreeTime[]> {
  const { service: bookableId, place, from, until, needs, interpreterLanguage, language, people, appointment: ownId } = wish;
  const own = ownId ? await seenOf(booking, actor, ownId, bookableId) : undefined;
  if (!own) await requireOffer(booking, actor, bookableId);
  const days = from.until(until).days;
  if (days < 0 || days > MOST_DAYS) throw new Invalid('too-many-days');
  const range = { from: startOfDay(from).epochMilliseconds, until: startOfDay(until.add({ days: 1 })).epochMilliseconds };
  const spot = place ? await booking.capacities.spotOf(place) : { pointId: null };
  return freeTimesOf(
    booking,
    { bookableId, ...spot, needs, interpreterLanguage, language, people: own?.people ?? people, ownId, evenNow: true },
    range,
  );
}

/** @throws NotFound also when it is of another service: seeing a time opens that service alone */
async function seenOf({ db }: Booking, actor: Actor, id: string, bookableId: string): Promise<AppointmentRow> {
  await requireSight(db, actor, id);
  const one = await appointmentOf(db, id);
  if (one?.bookableId !== bookableId) throw new NotFound();
  return one;
}

/**
 * Books a time for somebody: held and agreed in one, and said on the path of their matter. Called again after a lost answer, it is the
 * same one. The customer is told by e-mail, if they have one.
 * @throws NotFound for a service, matter or step out of reach; Invalid `time-not-bookable`, `too-many-people`, `unknown-special-need`; Conflict
 *   `time-taken`, `too-many-booked`, `customer-restricted` when it says how a customer under turvakielto is reached, or as for any change of an open matter
 */
export async function bookFor(booking: Booking, by: By, key: IdempotencyKey | undefined, input: StaffBookingInput): Promise<string> {
  const offer = await requireOffer(booking, by.actor, input.serviceId);
  await requireKnownNeeds(booking.db, input.needs);
  await requireMatter(booking, by, input.matterId, input.customer);
  const { serviceId: bookableId, placeId, way, startsAt, language, needs, interpreterLanguage, people } = input;
  const spot = placeId ? await booking.capacities.spotOf(placeId) : { pointId: null };
  const wish = { bookableId, ...spot, way, language, needs, interpreterLanguage, people, at: startsAt.epochMilliseconds, evenNow: true };
  const { resourceId: id } = await holdTime(booking, key, wish, { kind: 'staff', personId: by.actor.personId });
  await orLetGo(booking, [id], async () => {
    const staff = { by, matter: await forMatter(booking, by, offer, input) };
    return confirmHold(booking, undefined, id, input.customer, { staff });
  });
  return id;
}

/** @throws NotFound for a matter out of reach; Conflict `customer-restricted` */
export async function requireMatter(
  { db }: Booking,
  { actor }: By,
  matterId: string | null,
  customer: { email: string | null; phone: string | null },
): Promise<void> {
  if (matterId && !(await keptOf(db, actor, [matterId])).has(matterId)) throw new NotFound();
  const isReached = Boolean(customer.email || customer.phone);
  if (isReached && (await protectedAmong(db, [matterId])).size > 0) throw new Conflict('customer-restricted');
}

/** What could not be agreed stands in nobody's way. */
export async function orLetGo<T>(booking: Booking, ids: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    for (const id of ids) await letGo(booking, id);
    throw error;
  }
}

async function letGo(booking: Booking, id: string): Promise<void> {
  await cancel(booking, id, undefined, { onlyHeld: true }).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error;
  });
}

async function forMatter(booking: Booking, by: By, offer: OfferRow, input: StaffBookingInput): Promise<ForMatter | undefined> {
  const { matterId, stepId, placeId, way, startsAt } = input;
  if (!matterId) return undefined;
  const spot = placeId ? await booking.capacities.spotOf(placeId) : { pointId: null, stopId: null };
  const time = await timeOnPath(booking.db, { startsAt, way, ...spot, ownerOrg: offer.organisationId });
  return { matterId, step: (trx) => bookStep(booking, trx, by, { matterId, stepId }, time) };
}

/**
 * @returns the version by which it is taken back, until the customer is told a minute later
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken`, `booked-already`, `appointment-changed`
 */
export async function moveFor(booking: Booking, by: By, id: string, { startsAt, placeId, undoes }: StaffMove): Promise<number> {
  const { ownerOrg } = await requireSight(booking.db, by.actor, id);
  const to = { at: startsAt.epochMilliseconds, placeId };
  const arranged = undoes === undefined ? {} : { from: undoes, undoes: true, had: await hadOf(booking.db, id, [to]) };
  let version = 0;
  const beside = async (trx: Trx) => {
    await recordChange(trx, by, 'appointment.moved', id, ownerOrg);
    version = (await appointmentOf(trx, id))?.version as number;
  };
  await move(booking, id, to, beside, arranged);
  return version;
}

/** @throws NotFound; Conflict `booked-already` once the customer has come */
export async function cancelFor(booking: Booking, by: By, id: string): Promise<void> {
  const { ownerOrg } = await requireSight(booking.db, by.actor, id);
  const beside = (trx: Trx) => recordChange(trx, by, 'appointment.cancelled', id, ownerOrg);
  await cancel(booking, id, undefined, { beside });
}
