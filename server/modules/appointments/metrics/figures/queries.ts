import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import type { Names } from '../../../directory/types.ts';
import type { Availability, Punctuality } from './schema.ts';

/** What is measured together: one service at one place, or remotely. */
export type Pair = { bookableId: string; pointId: string | null; name: Names; placeName: Names | null; organisationId: string };

/** Whatever has been measured or counted at some time. */
export async function measuredPairs(db: Db): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with pair as (select bookable_id, point_id from booking_availability union select bookable_id, point_id from booking_punctuality)
    select b.id as "bookableId", p.id as "pointId", b.name, p.name as "placeName", b.organisation_id as "organisationId"
    from pair join bookable b on b.id = pair.bookable_id left join service_point p on p.id = pair.point_id
    order by b.name ->> 'fi', b.id, p.name ->> 'fi' nulls last, p.id`.execute(db);
  return rows;
}

export type Grouping = {
  kind: 'whole' | 'service' | 'place' | 'month';
  bookableId: string | null;
  pointId: string | null;
  month: string | null;
};
export type Between = { pairs: readonly Pair[]; from: Temporal.PlainDate; until: Temporal.PlainDate };

/** A day on which nothing was free as far as one may book is farther than any other, so the middle one may be none at all. */
export async function availabilities(db: Db, between: Between): Promise<(Grouping & Availability)[]> {
  const middle = (column: string) =>
    sql`nullif(nullif(percentile_cont(0.5) within group (order by coalesce(${sql.ref(column)}::float8, 'infinity')), 'infinity'), 'nan')`;
  const { rows } = await sql<Grouping & Availability>`
    with d as (${rowsOf('booking_availability', between)})
    select ${grouping}, count(*)::int as measured,
      jsonb_build_object('days', ${middle('first_days')}, 'hours', ${middle('first_minutes')} / 60) as first,
      jsonb_build_object('days', ${middle('third_days')}, 'hours', ${middle('third_minutes')} / 60) as third,
      avg((first_minutes is not null)::int)::float8 as "withFree", (sum(taken_minutes)::float8 / nullif(sum(open_minutes), 0)) as taken
    from d group by ${groupingSets} having count(*) > 0`.execute(db);
  return rows;
}

export type CountedKeeping = Grouping & Punctuality & { booked: number; held: number; visits: number };

/** `visits`: how many agreed times the row is of, cancelled ones too, by which it is seen whether they are few. */
export async function keepings(db: Db, between: Between): Promise<CountedKeeping[]> {
  const { rows } = await sql<CountedKeeping>`
    with d as (${rowsOf('booking_punctuality', between)}),
    counted as (
      select ${grouping}, sum(booked)::int as booked, sum(booked + cancelled)::int as visits, sum(held)::int as held,
        sum(missed)::float8 / nullif(sum(known), 0) as missed, sum(cancelled)::float8 / nullif(sum(booked + cancelled), 0) as cancelled,
        sum(unused)::float8 / nullif(sum(held), 0) as unused
      from d group by ${groupingSets} having count(*) > 0),
    began as (
      select ${grouping}, count(*)::int as begun, percentile_cont(0.5) within group (order by s) / 60 as start, avg((s <= 300)::int)::float8 as within5,
        avg((s <= 600)::int)::float8 as within10
      from (select d.*, unnest(starts) as s from d) d group by ${groupingSets}),
    came as (
      select ${grouping}, percentile_cont(0.5) within group (order by s) / 60 as arrival, avg((s > 0)::int)::float8 as late
      from (select d.*, unnest(arrivals) as s from d) d group by ${groupingSets})
    select c.*, coalesce(b.begun, 0) as begun, b.start as "startMinutes", b.within5, b.within10, a.arrival as "arrivalMinutes", a.late as "arrivedLate"
    from counted c left join began b on ${sameGroup('b')} left join came a on ${sameGroup('a')}`.execute(db);
  return rows;
}

const rowsOf = (table: string, { pairs, from, until }: Between): RawBuilder<unknown> =>
  sql`select t.*, to_char(t.day, 'YYYY-MM') as month from ${sql.table(table)} t
    join unnest(${pairs.map(({ bookableId }) => bookableId)}::uuid[], ${pairs.map(({ pointId }) => pointId)}::uuid[]) as x (bookable_id, point_id)
      on x.bookable_id = t.bookable_id and x.point_id is not distinct from t.point_id
    where t.day between ${from.toString()}::date and ${until.toString()}::date`;

const groupingSets = sql.raw('grouping sets ((), (bookable_id), (point_id), (month))');
const grouping =
  sql.raw(`case when grouping(bookable_id) = 0 then 'service' when grouping(point_id) = 0 then 'place' when grouping(month) = 0 then 'month'
  else 'whole' end as kind, bookable_id as "bookableId", point_id as "pointId", month`);
const sameGroup = (other: string) =>
  sql.raw(`${other}.kind = c.kind and ${other}."bookableId" is not distinct from c."bookableId" and ${other}."pointId" is not distinct from c."pointId"
    and ${other}.month is not distinct from c.month`);
