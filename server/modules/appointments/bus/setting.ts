import { dayOf } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { hasOtherAddress } from '../../directory/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { conflictsIn } from '../capacity/conflicts/service.ts';
import { given } from '../capacity/given.ts';
import { keepingOf } from '../capacity/keeping.ts';
import { relocateBooked, toldOf } from '../relocating/relocating.ts';
import type { Told } from '../relocating/schema.ts';
import { requireFewDays } from '../slots/few-days.ts';
import { bookedAtStops, lockStop, type StopRow, stopsOf } from '../stops/queries.ts';
import { timetableOf } from '../stops/standing.ts';
import type { Booking } from '../types.ts';
import type {
  BusDays,
  BusInput,
  BusStopChange,
  BusStopDays,
  BusStopHoursInput,
  BusStopInput,
  BusView,
  ChangedBus,
  ChangedBusStop,
} from './schema.ts';
import * as rows from './writing.ts';

/** Days of which it is told where the timetable is too tight. */
const LOOKED_AHEAD = 42;

/** The points that move and that the caller keeps, with their stops; version 0: nothing is said of it yet. */
export async function busesFor({ db, clock }: Booking, actor: Actor): Promise<BusView[]> {
  const { points } = await keepingOf(db, actor);
  const buses = await rows.mobilePoints(db, [...points]);
  const ids = buses.map(({ id }) => id);
  const [stops, booked] = await Promise.all([stopsOf(db, ids), bookedAtStops(db, ids, clock.now())]);
  const today = dayOf(clock.now());
  return buses.map((bus) => {
    const those = stops.filter(({ busId }) => busId === bus.id);
    const timetable = timetableOf({ ...bus, stops: those.filter(({ active }) => active) }, bus.zone);
    const stands = Array.from({ length: LOOKED_AHEAD }, (_, n) => timetable.standsOn(today.add({ days: n }))).flat();
    const tight = stands.filter((one) => one.tight > 0);
    return {
      ...bus,
      stops: those.map(({ busId: _, ...stop }) => ({ ...stop, booked: booked.get(stop.id) ?? 0 })) as BusView['stops'],
      tight: tight.map(({ stopId, from, tight: minutes }) => ({ stopId, startsAt: Temporal.Instant.fromEpochMilliseconds(from), minutes })),
    };
  });
}

/** What is on board and how long packing takes. @throws NotFound; Conflict `booking-setup-changed` */
export async function describeBus(booking: Booking, by: By, id: string, { version, ...bus }: BusInput): Promise<ChangedBus> {
  return changing(booking, by, id, version, 'bus.changed', (trx) => rows.writeBus(trx, id, bus));
}

/** @throws NotFound for who does not keep the bus, or of a point that has not been said to be one */
export async function addStop(trx: Trx, by: By, busId: string, stop: BusStopInput): Promise<{ id: string }> {
  const bus = await keptBus(trx, by, busId);
  if (bus.version === 0) throw new NotFound();
  const id = await rows.insertStop(trx, busId, stop);
  await recordChange(trx, by, 'bus.stop-added', id, bus.organisationId);
  return { id };
}

/** Where it has another address, whoever is booked there is told. @throws NotFound; Conflict `booking-setup-changed` */
export async function changeStop(booking: Booking, by: By, id: string, { version, ...change }: BusStopChange): Promise<ChangedBusStop> {
  let told: Told = { letters: 0, unreached: [] };
  const changed = await changingStop(booking, by, id, version, 'bus.stop-changed', async (trx, was) => {
    const becomes = { ...was, ...given(change) };
    await rows.updateStop(trx, becomes);
    if (hasOtherAddress(was, becomes)) told = toldOf(booking, await relocateBooked(booking, trx, { stopId: id }));
  });
  return { ...changed, ...told };
}

/** @throws NotFound; Conflict `booking-setup-changed` */
export async function writeStopHours(booking: Booking, by: By, id: string, { version, hours }: BusStopHoursInput): Promise<ChangedBus> {
  return changingStop(booking, by, id, version, 'bus.timetable-changed', (trx) => rows.replaceHours(trx, id, hours));
}

/** @throws NotFound; Conflict `booking-setup-changed`; Invalid `too-many-away-days` */
export async function writeStopDays(booking: Booking, by: By, id: string, { version, ...days }: BusStopDays): Promise<ChangedBus> {
  requireFewDays(days);
  return changingStop(booking, by, id, version, 'bus.days-changed', (trx) => rows.replaceDays(trx, [id], days));
}

/**
 * The bus is broken, or runs again: on these days at none of its stops, or as their timetables say. Nobody booked is dropped: the answer
 * names who must be moved. @throws NotFound; Conflict `booking-setup-changed`; Invalid `too-many-away-days`
 */
export async function writeBusDays(booking: Booking, by: By, id: string, { version, runs, ...days }: BusDays): Promise<ChangedBus> {
  requireFewDays(days);
  return changing(booking, by, id, version, 'bus.days-changed', async (trx) => {
    const stops = await stopsOf(trx, [id]);
    await rows.replaceDays(
      trx,
      stops.map((stop) => stop.id),
      { ...days, hours: runs ? null : [] },
    );
    await rows.countBus(trx, id);
  });
}

async function changing(
  booking: Booking,
  by: By,
  id: string,
  version: number,
  action: string,
  write: (trx: Trx) => Promise<void>,
): Promise<ChangedBus> {
  return inTransaction(booking.db, async (trx) => {
    const bus = await keptBus(trx, by, id);
    if (bus.version !== version) throw new Conflict('booking-setup-changed');
    await write(trx);
    await recordChange(trx, by, action, id, bus.organisationId);
    return { version: version + 1, ...(await conflictsOf(booking, trx, id)) };
  });
}

async function changingStop(
  booking: Booking,
  by: By,
  id: string,
  version: number,
  action: string,
  write: (trx: Trx, was: StopRow) => Promise<void>,
): Promise<ChangedBus> {
  return inTransaction(booking.db, async (trx) => {
    const stop = await lockStop(trx, id);
    if (!stop) throw new NotFound();
    const bus = await keptBus(trx, by, stop.busId);
    if (stop.version !== version) throw new Conflict('booking-setup-changed');
    await write(trx, stop);
    await rows.countStop(trx, id);
    await recordChange(trx, by, action, id, bus.organisationId);
    return { version: version + 1, ...(await conflictsOf(booking, trx, stop.busId)) };
  });
}

const conflictsOf = ({ clock }: Booking, trx: Trx, busId: string) =>
  conflictsIn({ db: trx, clock }, { organisationIds: [], pointIds: [busId] });

async function keptBus(trx: Trx, by: By, id: string): Promise<rows.MobilePoint> {
  const { points } = await keepingOf(trx, by.actor);
  const [bus] = points.has(id) ? await rows.mobilePoints(trx, [id], true) : [];
  if (!bus) throw new NotFound();
  return bus;
}
