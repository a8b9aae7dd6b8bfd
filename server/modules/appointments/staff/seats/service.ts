import { dayOf } from '../../../../platform/clock/day.ts';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { Invalid, NotFound } from '../../../../platform/errors.ts';
import type { IdempotencyKey } from '../../../../platform/http/idempotency-key.ts';
import { allOrganisations, isCurrent, permittedTasksFor } from '../../../directory/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { bookStep } from '../../../matters/path/booked/service.ts';
import { pointWithQueues } from '../../../queue/service.ts';
import { confirmHold } from '../../booking/confirming.ts';
import type { HeldBy } from '../../booking/holding.ts';
import { setStep } from '../../booking/queries.ts';
import { partsOfJoint } from '../../joint/queries.ts';
import { confirmJoint } from '../../joint/service.ts';
import { timeOnPath } from '../../own/on-path.ts';
import { holdCourse } from '../../series/holding.ts';
import { offeredCourses, offeredMeetings } from '../../sessions/offered.ts';
import { mayLead, servesFor } from '../../sessions/policy.ts';
import { type SessionRow, sessionOf, sessionsOfSeries, stopOfHouse } from '../../sessions/queries.ts';
import { holdSeat } from '../../sessions/seats.ts';
import { requireKnownNeeds } from '../../special-needs.ts';
import type { Booking } from '../../types.ts';
import { orLetGo, requireMatter, requireOffer } from '../booking/service.ts';
import type { SeatBooking, SeatsLeft } from './schema.ts';

/** Places at meetings and in courses of a service that the caller may book a customer into. @throws NotFound */
export async function seatsLeft(booking: Booking, actor: Actor, serviceId: string): Promise<SeatsLeft> {
  const { organisationId } = await requireOffer(booking, actor, serviceId);
  const at = { bookableId: serviceId, forStaff: true };
  const [meetings, courses] = [await offeredMeetings(booking, at), await offeredCourses(booking, at)];
  return { meetings, courses, askers: await askersOf(booking, actor, organisationId) };
}

/** Only those to whom an agreement lets it be told today (223/2007); whoever does not hold the meeting speaks for their own. */
async function askersOf({ db, clock }: Booking, actor: Actor, providerId: string): Promise<string[]> {
  const own = servesFor(actor);
  const today = dayOf(clock.now());
  const current = (await allOrganisations(db)).filter((one) => isCurrent(one, today));
  const known = current.map(({ id }) => id);
  const asking = own.includes(providerId) ? known : known.filter((id) => own.includes(id));
  const permitted = await permittedTasksFor(db, { providerIds: [providerId], pointId: null, day: today }, asking);
  return asking.filter((id) => (permitted.get(id)?.tasks.length ?? 0) > 0);
}

/**
 * Books a customer a place at a meeting of many, in one call, which repeated is the same one.
 * @returns the place
 * @throws NotFound for a meeting out of reach, or one of a course; Invalid `unknown-reference`, `time-not-bookable`, `too-many-people`,
 *   `unknown-special-need`; Conflict `session-full`, `too-many-booked`, `customer-restricted`, or as for any change of an open matter
 */
export async function bookSeat(booking: Booking, key: IdempotencyKey | undefined, by: By, id: string, input: SeatBooking): Promise<string> {
  const session = await requireMayBook(booking, by, await sessionOf(booking.db, id), input);
  const { resourceId } = await holdSeat(booking, key, id, input, heldBy(by));
  await orLetGo(booking, [resourceId], () => {
    const matter = input.matterId ? { matterId: input.matterId, step: stepOf(booking, by, session, input) } : undefined;
    return confirmHold(booking, undefined, resourceId, bookerOf(input), { staff: { by, matter } });
  });
  return resourceId;
}

/** The same of every meeting of a course; the path of the matter says when it begins. @returns the whole, and its first meeting */
export async function bookCourse(
  booking: Booking,
  key: IdempotencyKey | undefined,
  by: By,
  seriesId: string,
  input: SeatBooking,
): Promise<{ id: string; firstId: string }> {
  const first = (await sessionsOfSeries(booking.db, seriesId)).find(({ cancelledAt }) => cancelledAt === null);
  const session = await requireMayBook(booking, by, first, input);
  const { resourceId: id } = await holdCourse(booking, key, seriesId, input, heldBy(by));
  const places = (await partsOfJoint(booking.db, id)).map((part) => part.id);
  const firstId = places[0] as string;
  await orLetGo(booking, places, () => {
    const { matterId } = input;
    const step = stepOf(booking, by, session, input);
    const matter = matterId ? { matterId, steps: async (trx: Trx) => setStep(trx, firstId, await step(trx)) } : undefined;
    return confirmJoint(booking, undefined, id, bookerOf(input), { by, matter });
  });
  return { id, firstId };
}

const heldBy = ({ actor }: By): HeldBy => ({ kind: 'staff', personId: actor.personId });
const bookerOf = ({ name, email, phone }: SeatBooking) => ({ name, email, phone });

/** What is open to staff may be booked; whoever holds the meeting may always, and alone names another authority than their own. */
async function requireMayBook(
  booking: Booking,
  by: By,
  session: SessionRow | undefined,
  { askedBy, needs, matterId, ...customer }: SeatBooking,
): Promise<SessionRow> {
  if (!session) throw new NotFound();
  const leads = mayLead(by.actor, session, session.pointId ? await pointWithQueues(booking.db, session.pointId) : undefined);
  if (!leads) await requireOffer(booking, by.actor, session.bookableId);
  const known = leads ? (await allOrganisations(booking.db)).map(({ id }) => id) : servesFor(by.actor);
  if (askedBy && !known.includes(askedBy)) throw new Invalid('unknown-reference', { fields: ['askedBy'] });
  await requireKnownNeeds(booking.db, needs);
  await requireMatter(booking, by, matterId, customer);
  return session;
}

function stepOf(booking: Booking, by: By, session: SessionRow, { matterId, stepId }: SeatBooking) {
  return async (trx: Trx) => {
    const stopId = session.way === 'bus' ? await stopOfHouse(trx, session.houseId) : null;
    const time = await timeOnPath(trx, { ...session, stopId });
    return bookStep(booking, trx, by, { matterId: matterId as string, stepId }, time);
  };
}
