import { type Asked, firstFreeTimes, freeTimesOf } from '../free/service.ts';
import { type Drive, type Spot, told, within } from '../stops/driving.ts';
import { type BookingPlaceRow, bookingPlaces } from '../stops/places.ts';
import type { Booking } from '../types.ts';
import { middleOf } from './queries.ts';

type Time = { from: number; until: number };
/** `drive` null: nobody knows where the place is. */
export type Near = { place: BookingPlaceRow; time: Time; drive: Drive | null };
/** `start` is not known: everywhere there is a time, none with a drive. `remote`: the first, where the service is given so. */
export type Nearby = { isKnown: boolean; near: Near[]; elsewhere: Near[]; remote: Time | null };

export const NOTHING_ASKED: Nearby = { isKnown: false, near: [], elsewhere: [], remote: null };

export type Wanted = Omit<Asked, 'pointId' | 'stopId' | 'ownId'> & { start: string | Spot; minutes: number; remote: boolean };

const MOST = 12;

/** The earliest times within so many minutes' drive, about; then at places of which nobody knows where they are. @throws NotFound */
export async function nearbyTimes(booking: Booking, { start, minutes, remote, ...asked }: Wanted): Promise<Nearby> {
  const [places, from] = await Promise.all([
    bookingPlaces(booking, asked.bookableId),
    typeof start === 'string' ? middleOf(booking.db, start) : start,
  ]);
  const spots = places.map((place) => ({ place, spot: spotOf(place) }));
  const { near, unknown } = from ? within(spots, from, minutes) : { near: [], unknown: spots };
  const looked = new Map([
    ...unknown.map(({ place }) => [place.id, null] as const),
    ...near.map(({ place, drive }) => [place.id, drive] as const),
  ]);
  const pointIds = [...new Set(places.filter(({ id }) => looked.has(id)).map(({ pointId }) => pointId))];
  const [firsts, first] = await Promise.all([firstFreeTimes(booking, asked, pointIds), remote ? firstRemote(booking, asked) : null]);
  const found = firsts.flatMap(({ pointId, stopId, time }): Near[] => {
    const place = places.find(({ id }) => id === (stopId ?? pointId));
    const drive = place && looked.get(place.id);
    return place && drive !== undefined ? [{ place, time, drive: drive && told(drive) }] : [];
  });
  return {
    isKnown: from !== undefined,
    near: found.filter(({ drive }) => drive !== null).slice(0, MOST),
    elsewhere: found.filter(({ drive }) => drive === null).slice(0, MOST),
    remote: first,
  };
}

const spotOf = ({ latitude, longitude }: BookingPlaceRow): Spot | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };

/** Looked for two weeks at a time. */
const STRIDE = 14 * 24 * 3_600_000;
const STRIDES = 4;

async function firstRemote(booking: Booking, asked: Omit<Asked, 'pointId'>): Promise<Time | null> {
  const now = booking.clock.now().epochMilliseconds;
  for (let n = 0; n < STRIDES; n += 1) {
    const [time] = await freeTimesOf(booking, { ...asked, pointId: null }, { from: now + n * STRIDE, until: now + (n + 1) * STRIDE });
    if (time) return time;
  }
  return null;
}
