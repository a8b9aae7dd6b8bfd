import type { Kysely } from 'kysely';
import { type OpeningHours, openingsOfDay } from '../../../platform/clock/opening.ts';
import { besidePool } from '../../../platform/db/pool.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { type Calendar, calendarOf, rememberedByDay } from '../slots/patterns.ts';
import { busOfStop, type RouteRow, routesOf } from '../stops/queries.ts';
import { timetableOf } from '../stops/standing.ts';
import { bookablesAt, resourcesFor, versionOfSetup } from './queries.ts';
import { isThere } from './rules.ts';
import type { Bookable, BusRoute, Capacity, ResourceRow, Staffed } from './types.ts';

/**
 * What services take at places, read anew when the set-up has changed, which is looked at once a second for all who ask: what is taken
 * of it is read each time, and a booking is written under locks, so a second's delay shows a time that is refused at worst.
 */
export type Capacities = {
  /** Undefined where the service is not given. `pointId` null: remotely. */
  at(bookableId: string, pointId: string | null): Promise<Capacity | undefined>;
  /** Of many places in two questions. */
  atAll(bookableId: string, pointIds: readonly string[]): Promise<Capacity[]>;
  /** What a place is: a point, or the stop of a bus. */
  spotOf(placeId: string): Promise<Spot>;
};

export type Spot = { pointId: string; stopId: string | null };

const KEPT_MS = 1_000;
const MOST_KEPT = 2_000;

/** One for each process; for a change that has just been written, one of its own (`asItIsNow`), since this one is a second behind. */
export function createCapacities(pooled: Kysely<Tables>): Capacities {
  const db = besidePool(pooled);
  const kept = new Map<string, { reading: Promise<Capacity[]>; version: string }>();
  const calendars = rememberedCalendars();
  const versionNow = setupVersion(db);
  async function read(bookableId: string, pointIds: readonly string[] | null): Promise<Capacity[]> {
    const key = `${bookableId} ${pointIds?.join(' ') ?? 'remote'}`;
    // Before what it is of: a change between the two is seen the next second.
    const version = await versionNow();
    const earlier = kept.get(key);
    if (earlier?.version === version) return earlier.reading;
    const reading = capacitiesOf(db, calendars, bookableId, pointIds);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { reading, version });
    reading.catch(() => kept.delete(key));
    return reading;
  }
  const busOf = rememberedBuses(db);
  return {
    spotOf: async (placeId) => {
      const busId = await busOf(placeId);
      return busId ? { pointId: busId, stopId: placeId } : { pointId: placeId, stopId: null };
    },
    at: async (bookableId, pointId) => (await read(bookableId, pointId === null ? null : [pointId]))[0],
    atAll: (bookableId, pointIds) => read(bookableId, pointIds),
  };
}

/** Which set-up it is, asked at most once a second. */
function setupVersion(db: Kysely<Tables>): () => Promise<string> {
  let last: { reading: Promise<string>; from: number } | undefined;
  return () => {
    const now = performance.now();
    if (last && now - last.from < KEPT_MS) return last.reading;
    const reading = versionOfSetup(db);
    last = { reading, from: now };
    reading.catch(() => {
      last = undefined;
    });
    return reading;
  };
}

/** A stop is of one bus for good, and no point becomes a stop: what was read once is known. */
function rememberedBuses(db: Kysely<Tables>): (placeId: string) => Promise<string | null> {
  const known = new Map<string, string | null>();
  return async (placeId) => {
    const found = known.get(placeId);
    if (found !== undefined) return found;
    const busId = await busOfStop(db, placeId);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(placeId, busId);
    return busId;
  };
}

/** As it stands at this moment, within a change too. `pointIds` null: remotely. */
export const readCapacities = (db: Db, bookableId: string, pointIds: readonly string[] | null): Promise<Capacity[]> =>
  capacitiesOf(db, rememberedCalendars(), bookableId, pointIds);

async function capacitiesOf(db: Db, calendars: Calendars, bookableId: string, pointIds: readonly string[] | null): Promise<Capacity[]> {
  const [bookables, resources, routes] = await Promise.all([
    bookablesAt(db, bookableId, pointIds),
    resourcesFor(db, bookableId, pointIds),
    pointIds ? routesOf(db, pointIds) : [],
  ]);
  const routeOf = ({ pointId, zone }: Bookable) => {
    const row = routes.find(({ busId }) => busId === pointId);
    return row ? calendars.ofRoute(row, zone) : null;
  };
  return bookables.map((bookable) => ({
    bookable,
    doors: doorsOf(bookable, routeOf(bookable), calendars),
    route: routeOf(bookable),
    resources: resources.flatMap((row) => staffedAt(row, bookable, calendars) ?? []),
  }));
}

/** A bus is open where it stands; what its point says of hours is of its telephone. */
function doorsOf(bookable: Bookable, route: BusRoute | null, calendars: Calendars): Calendar | null {
  if (route) return route.timetable.open();
  return bookable.pointId ? calendars.ofDoors(bookable) : null;
}

/** Undefined when it is never at the place. */
function staffedAt(row: ResourceRow & { pointId: string | null }, { pointId, zone }: Bookable, calendars: Calendars): Staffed | undefined {
  const hours = row.hours.filter((one) => one.pointId === null || one.pointId === pointId);
  const isHere = row.pointId === pointId || row.pointId === null || hours.some((one) => one.pointId === pointId);
  if (!isHere) return undefined;
  const fitting = (language: string | null) =>
    row.kind === 'person' ? hours.filter(({ languages }) => !languages || (language !== null && languages.includes(language))) : hours;
  return {
    ...row,
    hours,
    // A person without hours is never there; a room without hours whenever the doors are open.
    calendarIn: (language) =>
      row.kind !== 'person' && row.hours.length + row.exceptions.length === 0
        ? null
        : calendars.of({ ...row, hours: fitting(language) }, zone),
  };
}

type Calendars = {
  of(row: Pick<ResourceRow, 'hours' | 'exceptions'>, zone: string): Calendar;
  ofDoors(bookable: Bookable): Calendar;
  ofRoute(route: RouteRow, zone: string): BusRoute;
};

/** Many have the same hours; a calendar is remembered by what it says. */
function rememberedCalendars(): Calendars {
  const known = new Map<string, Calendar>();
  const routes = new Map<string, BusRoute>();
  const remember = (words: string, make: () => Calendar) => {
    const calendar = known.get(words) ?? make();
    if (known.size >= MOST_KEPT) known.clear();
    known.set(words, calendar);
    return calendar;
  };
  return {
    ofRoute: (row, zone) => {
      const words = JSON.stringify([row, zone]);
      const route = routes.get(words) ?? { stopIds: row.stops.map(({ id }) => id), timetable: timetableOf(row, zone) };
      if (routes.size >= MOST_KEPT) routes.clear();
      routes.set(words, route);
      return route;
    },
    of: ({ hours, exceptions }, zone) => remember(JSON.stringify([hours, exceptions, zone]), () => calendarOf(hours, exceptions, zone)),
    // A point that is not there yet, or no more, is closed whatever its hours say.
    ofDoors: ({ opening, zone, ...point }) => {
      const hours = { ...(opening as object), zone } as OpeningHours;
      return remember(JSON.stringify([hours, point.validFrom, point.validUntil]), () =>
        rememberedByDay((day) =>
          (isThere(point, day) ? openingsOfDay(hours, day) : []).map(({ opens, closes }) => ({
            from: opens.epochMilliseconds,
            until: closes.epochMilliseconds,
          })),
        ),
      );
    },
  };
}
