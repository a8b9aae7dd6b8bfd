import { NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { type Contact, openContact } from '../../booking/contact.ts';
import { type AppointmentRow, appointmentOf } from '../../booking/queries.ts';
import { giveToOthers, move } from '../../booking/service.ts';
import { freeTimesOf } from '../../free/service.ts';
import { protectedAmong } from '../../protected.ts';
import type { FreeTime } from '../../slots/rules.ts';
import { type NamedStop, stopsOf } from '../../stops/queries.ts';
import type { Booking } from '../../types.ts';
import { keepingOf } from '../keeping.ts';
import { createCapacities } from '../service.ts';
import type { CustomerMove, OtherTimes } from './schema.ts';

const DAYS = 28;
const MOST = 60;

/**
 * When else the customer could come within four weeks, those nearest to their own; their own too when others are free then. To each stop of
 * their bus. @throws NotFound
 */
export async function otherTimes(booking: Booking, actor: Actor, id: string): Promise<OtherTimes> {
  const one = await kept(booking, actor, id);
  const { startsAt, language, contact, matterId } = one;
  const now = asItIsNow(booking);
  const isOwn = ({ stop }: TimeAt) => (stop?.id ?? null) === one.stopId;
  const times = (await Promise.all((await stopsFor(booking, one)).map((stop) => timesAt(now, one, stop)))).flat();
  // Those of the other stops take no room from those of their own.
  const [own, others] = [times.filter(isOwn), times.filter((time) => !isOwn(time))];
  const found = [...nearest(own, startsAt), ...nearest(others, startsAt)].sort((a, b) => a.from - b.from);
  const shown = found.map(({ from, until, stop }) => ({ startsAt: momentOf(from), endsAt: momentOf(until), stop }));
  const isReached = (await protectedAmong(booking.db, [matterId])).size === 0;
  return { times: shown, told: isReached ? toldBy(openContact(booking.keys, id, contact)) : 'nobody', language };
}

/** Those of the bus in use; elsewhere there is none. */
async function stopsFor({ db }: Booking, { pointId, stopId }: AppointmentRow): Promise<(NamedStop | null)[]> {
  if (!pointId || !stopId) return [null];
  const stops = await stopsOf(db, [pointId]);
  return stops.filter(({ active }) => active).map(({ id, name }) => ({ id, name: name as NamedStop['name'] }));
}

type TimeAt = FreeTime & { stop: NamedStop | null };

async function timesAt(booking: Booking, one: AppointmentRow, stop: NamedStop | null): Promise<TimeAt[]> {
  const { id: ownId, bookableId, pointId, needs, interpreterLanguage, language, people } = one;
  const now = booking.clock.now();
  const range = { from: now.epochMilliseconds, until: now.add({ hours: 24 * DAYS }).epochMilliseconds };
  const asked = { bookableId, pointId, stopId: stop?.id ?? null, needs, interpreterLanguage, language, people, ownId };
  return (await freeTimesOf(booking, asked, range)).map((time) => ({ ...time, stop }));
}

function nearest(times: readonly TimeAt[], { epochMilliseconds: own }: Temporal.Instant): TimeAt[] {
  return times.toSorted((one, other) => Math.abs(one.from - own) - Math.abs(other.from - own)).slice(0, MOST);
}

/** How whoever has left this learns of a change. */
export const toldBy = (contact: Contact | null): OtherTimes['told'] => (contact?.email ? 'email' : contact?.phone ? 'call' : 'nobody');
const momentOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

/**
 * Moves a customer whose time is no longer there: to another time, or another stop of their bus, of which they are told, or at the same
 * time to others who are free then.
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken`, `booked-already`
 */
export async function moveCustomer(booking: Booking, by: By, id: string, { startsAt, placeId }: CustomerMove): Promise<void> {
  const { ownerOrg, startsAt: was, pointId, stopId } = await kept(booking, by.actor, id);
  const isThere = !placeId || placeId === (stopId ?? pointId);
  const isSame = isThere && Temporal.Instant.compare(startsAt, was) === 0;
  const action = isSame ? 'appointment.given-to-others' : 'appointment.moved';
  const trace = (trx: Parameters<typeof recordChange>[0]) => recordChange(trx, by, action, id, ownerOrg);
  if (isSame) await giveToOthers(asItIsNow(booking), id, trace);
  else await move(asItIsNow(booking), id, { at: startsAt.epochMilliseconds, placeId }, trace);
}

/** What is kept for a second would give the time to whoever has just been written away. */
const asItIsNow = (booking: Booking): Booking => ({ ...booking, capacities: createCapacities(booking.db) });

async function kept({ db }: Booking, actor: Actor, id: string): Promise<AppointmentRow> {
  const [{ organisations, points }, one] = await Promise.all([keepingOf(db, actor), appointmentOf(db, id)]);
  const isKept = one && (organisations.has(one.ownerOrg) || (one.pointId !== null && points.has(one.pointId)));
  if (!isKept) throw new NotFound();
  return one;
}
