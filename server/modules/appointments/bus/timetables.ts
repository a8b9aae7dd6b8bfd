import { sql } from 'kysely';
import { DEFAULT_ZONE, dayOf } from '../../../platform/clock/day.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import { type BusRow, busesOf, type StopRow, stopsOf } from '../stops/queries.ts';
import { type Stand, timetableOf } from '../stops/standing.ts';

/** What anybody may know of a bus: its stops in use, where it stands on these days, and where it does not come although it usually does. */
export type BusShown = {
  bus: BusRow;
  stops: StopRow[];
  stands: Stand[];
  missing: { stopId: string; day: Temporal.PlainDate }[];
  services: { id: string; name: Names }[];
};

type Asked = { from: Temporal.PlainDate; days: number };

/** Every bus for anybody to see: its stops in use, what is given aboard, and where it stands on these days. */
export async function busesShown(db: Db, { from, days }: Asked): Promise<BusShown[]> {
  const [buses, stops, services] = await Promise.all([busesOf(db, null), stopsOf(db, null), servicesAboard(db)]);
  return buses
    .filter(({ validUntil }) => !validUntil || Temporal.PlainDate.compare(from, validUntil) < 0)
    .map((bus) => {
      const those = stops.filter(({ busId, active }) => busId === bus.id && active);
      const aboard = services.filter(({ busId }) => busId === bus.id);
      return { bus, stops: those, services: aboard, ...daysOf(bus, those, { from, days }) };
    });
}

/** Where the bus stands on these days, and where its timetable says that it would and it does not. */
export function daysOf(bus: BusRow, stops: readonly StopRow[], { from, days }: Asked): Pick<BusShown, 'stands' | 'missing'> {
  const [actual, usual] = [timetableOf({ ...bus, stops }, bus.zone), timetableOf({ ...bus, stops: stops.map(asUsual) }, bus.zone)];
  const all = Array.from({ length: days }, (_, n) => from.add({ days: n }));
  const stands = all.flatMap((day) => actual.standsOn(day));
  const missing = all.flatMap((day) => {
    const there = new Set(actual.standsOn(day).map(({ stopId }) => stopId));
    const wont = new Set(usual.standsOn(day).flatMap(({ stopId }) => (there.has(stopId) ? [] : stopId)));
    return [...wont].map((stopId) => ({ stopId, day }));
  });
  return { stands, missing };
}

const asUsual = (stop: StopRow): StopRow => ({ ...stop, exceptions: [] });

/** How far ahead the next stands are looked for. */
const AHEAD = 42;

/** Where the bus stands next, or now: the earliest first. */
export function nextStands({ bus, stops }: Pick<BusShown, 'bus' | 'stops'>, now: Temporal.Instant, most: number): Stand[] {
  const { stands } = daysOf(bus, stops, { from: dayOf(now, bus.zone ?? DEFAULT_ZONE), days: AHEAD });
  return stands.filter(({ until }) => until > now.epochMilliseconds).slice(0, most);
}

async function servicesAboard(db: Db): Promise<{ busId: string; id: string; name: Names }[]> {
  const { rows } = await sql<{ busId: string; id: string; name: Names }>`select bp.point_id as "busId", b.id, b.name from bookable b
    join bookable_place bp on bp.bookable_id = b.id join bus on bus.point_id = bp.point_id
    where b.active and not b.fixed and b.who = 'public' and 'bus' = any(b.ways) order by b.id`.execute(db);
  return rows;
}
