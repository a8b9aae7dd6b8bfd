import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import { rangeOf } from '../../capacity/queries.ts';
import { joined, type Span } from '../../slots/spans.ts';
import type { Load } from './rules.ts';

export type GivenService = { bookableId: string; pointIds: string[]; isRemote: boolean };

/** What can be booked, by anybody or by the staff, with where; meetings at set times are found by their places left. */
export async function servicesWithPlaces(db: Db): Promise<GivenService[]> {
  const { rows } = await sql<GivenService>`
    select b.id as "bookableId", array(select bp.point_id from bookable_place bp where bp.bookable_id = b.id order by bp.point_id) as "pointIds",
      b.ways && array['remote', 'phone'] as "isRemote"
    from bookable b where b.active and not b.fixed order by b.id`.execute(db);
  return rows;
}

/** Which have been measured on that day, as `<service> <place or null>`. */
export async function measuredOn(db: Db, day: Temporal.PlainDate): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select bookable_id || ' ' || coalesce(point_id::text, 'null') as key from booking_availability
    where day = ${day.toString()}::date`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

/** What is blocked of these in the range. */
export async function blockedOf(db: Db, resourceIds: readonly string[], { from, until }: Span): Promise<Map<string, Span[]>> {
  const { rows } = await sql<{
    id: string;
    begins: number;
    ends: number;
  }>`select resource_id as id, extract(epoch from lower(during))::float8 * 1000 as begins,
      extract(epoch from upper(during))::float8 * 1000 as ends
    from appointment_block where resource_id = any(${resourceIds}::uuid[]) and ended_at is null and during && ${rangeOf(from, until)}`.execute(
    db,
  );
  const grouped = Map.groupBy(rows, ({ id }) => id);
  return new Map([...grouped].map(([id, those]) => [id, joined(those.map(({ begins, ends }) => ({ from: begins, until: ends })))]));
}

type Distance = { minutes: number; days: number } | null;
export type Measured = Load & {
  bookableId: string;
  pointId: string | null;
  measuredAt: Temporal.Instant;
  first: Distance;
  third: Distance;
};

/** Two nodes may measure at once: the first counts. */
export async function addMeasured(db: Db, day: Temporal.PlainDate, it: Measured): Promise<void> {
  await sql`insert into booking_availability (day, bookable_id, point_id, measured_at, first_minutes, first_days, third_minutes, third_days,
      open_minutes, taken_minutes)
    values (${day.toString()}::date, ${it.bookableId}::uuid, ${it.pointId}::uuid, ${it.measuredAt}::timestamptz, ${it.first?.minutes ?? null}, ${it.first?.days ?? null},
      ${it.third?.minutes ?? null}, ${it.third?.days ?? null}, ${it.openMinutes}, ${it.takenMinutes}) on conflict do nothing`.execute(db);
}
