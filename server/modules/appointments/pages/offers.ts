import { dayOf, startOfDay } from '../../../platform/clock/day.ts';
import { NotFound } from '../../../platform/errors.ts';
import { firstFreeTimes, freeTimesOf } from '../free/service.ts';
import { type BookingPlaceRow, bookingPlaces, placesOf } from '../stops/places.ts';
import type { Booking } from '../types.ts';
import type { Choice } from './choice.ts';
import { type OfferedService, serviceOf } from './queries.ts';

type Time = { from: number; until: number };
export type Day = { day: Temporal.PlainDate; times: Time[] };

/** Of one place: a week with its times, the first that has any unless one was asked for; without days where none has, as far as one may book. */
export type Week = { from: Temporal.PlainDate; today: Temporal.PlainDate; days: Day[]; later: boolean };
/** Of all places: the first free time at each. */
export type Firsts = { point: Pick<BookingPlaceRow, 'id' | 'name' | 'street'>; time: Time }[];

const DAYS = 7;
/** So many of the places with the earliest times. */
const MOST_PLACES = 12;

/** @throws NotFound for what nobody may book */
export async function offered(booking: Booking, id: string): Promise<OfferedService> {
  const service = await serviceOf(booking.db, id);
  if (!service?.offered) throw new NotFound();
  return service;
}

type Asked = Pick<Choice, 'needs' | 'language' | 'people'>;

/** The first free time at each place where the service is given, the earliest first; a stop of the bus is a place of its own. */
export async function firstsOf(booking: Booking, { id }: OfferedService, { needs, language, people }: Asked): Promise<Firsts> {
  const points = await bookingPlaces(booking, id);
  const found = await firstFreeTimes(booking, { bookableId: id, needs, language, people }, [
    ...new Set(points.map(({ pointId }) => pointId)),
  ]);
  return found.slice(0, MOST_PLACES).flatMap(({ pointId, stopId, time }) => {
    const point = points.find((one) => one.id === (stopId ?? pointId));
    return point ? [{ point, time }] : [];
  });
}

/** The first free time at each other stop of the bus, for an agreed time that is moved. */
export async function otherStops(booking: Booking, { id }: OfferedService, asked: Asked, { pointId, stopId, own }: Where): Promise<Firsts> {
  if (!pointId || !stopId || !own) return [];
  const { needs, language, people } = asked;
  const firsts = await firstFreeTimes(booking, { bookableId: id, needs, language, people, ownId: own.id }, [pointId]);
  const others = firsts.filter((first) => first.stopId !== stopId);
  const points = await placesOf(booking.db, others);
  return others.flatMap(({ stopId: at, time }) => {
    const point = points.find((one) => one.id === at);
    return point ? [{ point, time }] : [];
  });
}

/** `own`: an agreed time that is moved. What it takes is free to it, and it is not offered anew. */
export type Own = { id: string; at: number; matterId: string | null };
type Where = { pointId: string | null; stopId: string | null; own?: Own | undefined; from?: string | undefined };

/** @throws NotFound where the service is not given */
export async function weekOf(booking: Booking, { id, horizonDays }: OfferedService, asked: Asked, where: Where): Promise<Week> {
  const today = dayOf(booking.clock.now());
  const last = today.add({ days: horizonDays });
  const reading = { bookableId: id, pointId: where.pointId, stopId: where.stopId, ownId: where.own?.id, ...asked };
  let from = within(where.from, today, last);
  for (;;) {
    const next = from.add({ days: DAYS });
    const later = Temporal.PlainDate.compare(next, last) <= 0;
    const free = await freeTimesOf(booking, reading, { from: momentOf(from), until: momentOf(next) });
    const times = free.filter((time) => time.from !== where.own?.at);
    if (times.length > 0 || where.from) return { from, today, days: byDay(from, times), later };
    if (!later) return { from: today, today, days: [], later: false };
    from = next;
  }
}

function within(asked: string | undefined, today: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate {
  const day = asked ? Temporal.PlainDate.from(asked) : today;
  if (Temporal.PlainDate.compare(day, today) < 0) return today;
  return Temporal.PlainDate.compare(day, last) > 0 ? last : day;
}

function byDay(from: Temporal.PlainDate, times: readonly Time[]): Day[] {
  const grouped = Map.groupBy(times, (time) => dayOf(Temporal.Instant.fromEpochMilliseconds(time.from)).toString());
  return Array.from({ length: DAYS }, (_, n) => from.add({ days: n })).map((day) => ({ day, times: grouped.get(day.toString()) ?? [] }));
}

const momentOf = (day: Temporal.PlainDate) => startOfDay(day).epochMilliseconds;

const NEAREST = 4;

/** The free times closest to one that was lost, of the days around it, in order. */
export async function nearestTo(booking: Booking, service: OfferedService, asked: Asked, where: Where, at: number): Promise<Time[]> {
  const around = dayOf(Temporal.Instant.fromEpochMilliseconds(at)).subtract({ days: 3 }).toString();
  const { days } = await weekOf(booking, service, asked, { ...where, from: around });
  return days
    .flatMap(({ times }) => times)
    .filter(({ from }) => from !== at)
    .sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at))
    .slice(0, NEAREST)
    .sort((a, b) => a.from - b.from);
}
