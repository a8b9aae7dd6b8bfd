import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { inOrderOfNames } from '../../directory/service.ts';
import type { Names } from '../../directory/types.ts';

/** Where one can be served: a point, or the stop of a bus, which has an address of its own. */
export type BookingPlaceRow = {
  id: string;
  pointId: string;
  /** Null: the point itself. */
  stopId: string | null;
  name: Names;
  street: string;
  postalCode: string;
  city: string;
  zone: string;
  latitude: number | null;
  longitude: number | null;
};

/** Where a service, or any, can be booked by anybody: not at a point that is no more. A point is where the directory says that its place is. */
export async function bookingPlaces({ db, clock }: Reading, bookableId: string | null): Promise<BookingPlaceRow[]> {
  const { rows } = await sql<BookingPlaceRow>`
    select coalesce(s.id, p.id) as id, p.id as "pointId", s.id as "stopId", ${nameOf}, coalesce(s.street, p.street) as street,
      coalesce(s.postal_code, p.postal_code) as "postalCode", coalesce(s.city, p.city) as city, p.zone,
      coalesce(s.latitude, at.latitude) as latitude, coalesce(s.longitude, at.longitude) as longitude
    from service_point p left join bus on bus.point_id = p.id left join bus_stop s on s.bus_id = p.id and s.active
      left join lateral (select c.latitude, c.longitude from service_channel c
        where c.point_id = p.id and c.kind = 'place' and c.retired_at is null and c.latitude is not null and not p.mobile
        order by c.texts -> 'fi' ->> 'name' is distinct from p.name ->> 'fi', c.id limit 1) at on true
    where (bus.point_id is null or s.id is not null) and ${isLeft(clock)} and exists (select from bookable_place bp join bookable b on b.id = bp.bookable_id
      where bp.point_id = p.id and b.active and not b.fixed and b.who = 'public' and (${bookableId}::uuid is null or b.id = ${bookableId}::uuid)
        and (bus.point_id is null or 'bus' = any(b.ways)))
    order by p.id, s.id`.execute(db);
  return rows;
}

type Reading = { db: Db; clock: Clock };

/** Of `service_point p`: it is still there today, or is to be. */
export const isLeft = (clock: Clock): RawBuilder<boolean> => sql`(p.valid_until is null or p.valid_until > ${dayOf(clock.now())}::date)`;

/** The points first, then the stops of buses, each as the reader sees their names. */
export const placesInOrder = <T extends Pick<BookingPlaceRow, 'name' | 'stopId'>>(places: readonly T[], language: string): T[] =>
  inOrderOfNames(places, language).toSorted((one, other) => Number(one.stopId !== null) - Number(other.stopId !== null));

/** "Palvelubussi, Kylätalo" */
const nameOf = sql`case when s.id is null then p.name else jsonb_build_object('fi', (p.name ->> 'fi') || ', ' || (s.name ->> 'fi'),
  'sv', (p.name ->> 'sv') || ', ' || (s.name ->> 'sv'), 'en', (p.name ->> 'en') || ', ' || (s.name ->> 'en')) end as name`;

export type PlaceRow = Pick<BookingPlaceRow, 'name' | 'street' | 'postalCode' | 'city' | 'stopId'> & {
  id: string;
  /** How one finds the stop. */
  finding: Partial<Names>;
};

/** Where an appointment is: at the stop, when it has one; a stop no longer used too. */
export async function placeOf(db: Db, pointId: string, stopId: string | null = null): Promise<PlaceRow | undefined> {
  return (await placesOf(db, [{ pointId, stopId }]))[0];
}

/** "Kylätie 3, Niemelä"; nothing remotely. */
export async function streetOf(db: Db, pointId: string | null, stopId: string | null): Promise<string> {
  const place = pointId ? await placeOf(db, pointId, stopId) : undefined;
  return [place?.street, place?.city].filter(Boolean).join(', ');
}

type Spot = { pointId: string; stopId: string | null };

/** Where each of these is, each place once; `placeAmong` finds it. Nothing remotely. */
export const placesOfParts = (db: Db, parts: readonly Part[]): Promise<PlaceRow[]> =>
  placesOf(
    db,
    parts.flatMap(({ pointId, stopId }) => (pointId ? { pointId, stopId } : [])),
  );

type Part = { pointId: string | null; stopId: string | null };

export const placeAmong = <T extends { id: string }>(places: readonly T[], { pointId, stopId }: Part): T | undefined =>
  places.find(({ id }) => id === (stopId ?? pointId));

/** Several in one statement, each once. */
export async function placesOf(db: Db, spots: readonly Spot[]): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select distinct on (1) coalesce(s.id, p.id) as id, s.id as "stopId", ${nameOf}, coalesce(s.street, p.street) as street,
      coalesce(s.postal_code, p.postal_code) as "postalCode", coalesce(s.city, p.city) as city, coalesce(s.finding, '{}') as finding
    from unnest(${spots.map(({ pointId }) => pointId)}::uuid[], ${spots.map(({ stopId }) => stopId)}::uuid[]) as spot (point_id, stop_id)
      join service_point p on p.id = spot.point_id left join bus_stop s on s.bus_id = p.id and s.id = spot.stop_id`.execute(db);
  return rows;
}
