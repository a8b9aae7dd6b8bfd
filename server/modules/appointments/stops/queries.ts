import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { Exception, Pattern } from '../slots/patterns.ts';

export type StopRow = {
  id: string;
  busId: string;
  name: Names;
  street: string;
  postalCode: string;
  city: string;
  latitude: number;
  longitude: number;
  finding: Partial<Names>;
  accessibility: Partial<Names>;
  active: boolean;
  version: number;
  hours: Pattern[];
  exceptions: Exception[];
};

export type BusRow = {
  id: string;
  organisationId: string;
  name: Names;
  zone: string;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
  leaveMinutes: number;
  onBoard: Partial<Names>;
  accessibility: Partial<Names>;
  walkIn: boolean;
  version: number;
};

/** The buses with a timetable; `ids` null: all. */
export async function busesOf(db: Db, ids: readonly string[] | null): Promise<BusRow[]> {
  const { rows } =
    await sql<BusRow>`select p.id, p.organisation_id as "organisationId", p.name, p.zone, p.valid_from as "validFrom", p.valid_until as "validUntil", b.leave_minutes as "leaveMinutes",
      b.on_board as "onBoard", b.accessibility, b.walk_in as "walkIn", b.version
    from bus b join service_point p on p.id = b.point_id
    where (${ids}::uuid[] is null or p.id = any(${ids}::uuid[])) order by p.name ->> 'fi', p.id`.execute(db);
  return rows;
}

/** Their stops with their timetables, those no longer used too; exceptions from the day before yesterday on. */
export async function stopsOf(db: Db, busIds: readonly string[] | null): Promise<StopRow[]> {
  const { rows } = await sql<StopRow>`select ${stopColumns} from bus_stop s
    where (${busIds}::uuid[] is null or s.bus_id = any(${busIds}::uuid[])) order by s.name ->> 'fi', s.id`.execute(db);
  return rows;
}

const hours = sql`coalesce((select jsonb_agg(jsonb_build_object('everyWeeks', h.every_weeks, 'anchor', h.anchor, 'weekdays', h.weekdays, 'opens', h.opens,
      'closes', h.closes, 'validFrom', h.valid_from, 'validUntil', h.valid_until, 'onHolidays', h.on_holidays) order by h.valid_from nulls first, h.weekdays, h.opens)
    from bus_stop_hours h where h.stop_id = s.id), '[]')`;
const exceptions = sql`coalesce((select jsonb_agg(jsonb_build_object('date', e.day, 'hours', case when e.opens is null then null
      else jsonb_build_object('opens', e.opens, 'closes', e.closes) end) order by e.day, e.opens)
    from bus_stop_exception e where e.stop_id = s.id and e.day > current_date - 2), '[]')`;
const stopColumns = sql`s.id, s.bus_id as "busId", s.name, s.street, s.postal_code as "postalCode", s.city, s.latitude, s.longitude, s.finding,
  s.accessibility, s.active, s.version, ${hours} as hours, ${exceptions} as exceptions`;

/** How many agreed times are still to come, by stop. */
export async function bookedAtStops(db: Db, busIds: readonly string[], now: Temporal.Instant): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`select a.stop_id as id, count(*)::int as count
    from appointment a join bus_stop s on s.id = a.stop_id
    where s.bus_id = any(${busIds}::uuid[]) and a.state = 'confirmed' and a.starts_at > ${now}::timestamptz and a.contact is not null
    group by 1`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function lockStop(db: Db, id: string): Promise<StopRow | undefined> {
  const { rows } = await sql<StopRow>`select ${stopColumns} from bus_stop s where s.id = ${id}::uuid for no key update of s`.execute(db);
  return rows[0];
}

export type RouteRow = {
  busId: string;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
  leaveMinutes: number;
  stops: Pick<StopRow, 'id' | 'latitude' | 'longitude' | 'hours' | 'exceptions'>[];
};

/** What the hours of buses are worked out from, of those of these points that are buses. */
export async function routesOf(db: Db, pointIds: readonly string[]): Promise<RouteRow[]> {
  const { rows } =
    await sql<RouteRow>`select b.point_id as "busId", p.valid_from as "validFrom", p.valid_until as "validUntil", b.leave_minutes as "leaveMinutes", coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'latitude', s.latitude, 'longitude', s.longitude, 'hours', ${hours}, 'exceptions', ${exceptions}) order by s.id)
      from bus_stop s where s.bus_id = b.point_id and s.active), '[]') as stops
    from bus b join service_point p on p.id = b.point_id where b.point_id = any(${pointIds}::uuid[])`.execute(db);
  return rows;
}

/** Of which bus the stop is, one no longer used too; null: it is no stop. */
export async function busOfStop(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ busId: string }>`select bus_id as "busId" from bus_stop where id = ${id}::uuid`.execute(db);
  return rows[0]?.busId ?? null;
}

/** As a stop is named to staff. */
export type NamedStop = { id: string; name: { fi: string; sv: string; en: string } };
/** Of a joined `bus_stop s`; null where there is none. */
export const namedStop = sql`case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end`;
