import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import { DEFAULT_ZONE, dayOf, startOfDay } from '../../../../platform/clock/day.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../../../platform/db/transaction.ts';

/** A visit's end may be written down late; older days stand as they are. */
const AGAIN_DAYS = 3;
/** The visits of older ones are forgotten. */
const FIRST_DAYS = 85;

/**
 * Counts how the appointments of past days went: begun and arrived against the agreed start, missed, cancelled, held and not used.
 * @returns how many rows of a day, a service and a place there are of the days counted
 */
export async function countPunctuality({ db, clock }: { db: Kysely<Tables>; clock: Clock }): Promise<number> {
  const today = dayOf(clock.now());
  return inTransaction(db, async (trx) => {
    // Nodes take turns: what the other counted is taken away and counted again.
    await sql`select pg_advisory_xact_lock(hashtextextended('booking_punctuality', 0))`.execute(trx);
    const from = await firstToCount(trx, today);
    await sql`delete from booking_punctuality where day >= ${from.toString()}::date`.execute(trx);
    return count(trx, from, today);
  });
}

async function firstToCount(db: Db, today: Temporal.PlainDate): Promise<Temporal.PlainDate> {
  const last = await lastCounted(db);
  const oldest = today.subtract({ days: FIRST_DAYS });
  const again = last ? last.subtract({ days: AGAIN_DAYS - 1 }) : oldest;
  return Temporal.PlainDate.compare(again, oldest) < 0 ? oldest : again;
}

async function lastCounted(db: Db): Promise<Temporal.PlainDate | undefined> {
  const { rows } = await sql<{ last: string | null }>`select to_char(max(day), 'YYYY-MM-DD') as last from booking_punctuality`.execute(db);
  const last = rows[0]?.last;
  return last ? Temporal.PlainDate.from(last) : undefined;
}

/** From that day on it may be counted again; what was held before is not asked for any more. Undefined: nothing has been counted. */
export async function countedUntil(db: Db): Promise<Temporal.Instant | undefined> {
  const last = await lastCounted(db);
  return last && startOfDay(last.subtract({ days: AGAIN_DAYS - 1 }));
}

async function count(db: Db, from: Temporal.PlainDate, until: Temporal.PlainDate): Promise<number> {
  const [begins, ends] = [from, until].map((day) => startOfDay(day)) as [Temporal.Instant, Temporal.Instant];
  const within = (column: string) => sql`${sql.ref(column)} >= ${begins}::timestamptz and ${sql.ref(column)} < ${ends}::timestamptz`;
  const dayIn = (column: string) => sql`(${sql.ref(column)} at time zone ${DEFAULT_ZONE})::date`;
  const { rows } = await sql`
    with one as (
      select a.bookable_id, a.point_id, ${dayIn('a.starts_at')} as day, a.state = 'cancelled' as cancelled,
        a.state = 'missed' or coalesce(v.ended_how = 'no-show', false) as missed, a.state = 'arrived' as came, a.starts_at, a.arrived_at,
        coalesce((select min(s.serving_at) from visit_step s where s.visit_id = v.id and s.queue_id = e.queue_id), a.served_at) as began
      from appointment a left join expected_visit e on e.id = a.expected_id left join visit v on v.id = e.visit_id
      where ${within('a.starts_at')} and a.state in ('confirmed', 'arrived', 'missed', 'cancelled')
        and not exists (select from booking_session s where s.house_id = a.id)),
    went as (
      select bookable_id, point_id, day, count(*) filter (where not cancelled) as booked, count(*) filter (where cancelled) as cancelled,
        count(*) filter (where not cancelled and (came or missed)) as known, count(*) filter (where not cancelled and missed) as missed,
        array_agg(late order by late) filter (where not cancelled and late is not null) as arrivals,
        array_agg(later order by later) filter (where not cancelled and later is not null) as starts
      from one cross join lateral (select extract(epoch from arrived_at - starts_at)::int as late, extract(epoch from began - starts_at)::int as later) x
      group by bookable_id, point_id, day),
    held as (
      select bookable_id, point_id, ${dayIn('created_at')} as day, count(*) as held,
        count(*) filter (where state = 'expired' or (state = 'held' and held_until < ${ends}::timestamptz)) as unused
      from appointment where ${within('created_at')} and booked_by is null group by 1, 2, 3)
    insert into booking_punctuality (day, bookable_id, point_id, booked, cancelled, known, missed, held, unused, arrivals, starts)
      select coalesce(w.day, h.day), coalesce(w.bookable_id, h.bookable_id), coalesce(w.point_id, h.point_id), coalesce(w.booked, 0), coalesce(w.cancelled, 0),
        coalesce(w.known, 0), coalesce(w.missed, 0), coalesce(h.held, 0), coalesce(h.unused, 0), coalesce(w.arrivals, '{}'), coalesce(w.starts, '{}')
      from went w full join held h on h.day = w.day and h.bookable_id = w.bookable_id and coalesce(h.point_id, ${NOWHERE}) = coalesce(w.point_id, ${NOWHERE})
    returning 1`.execute(db);
  return rows.length;
}

/** A full join needs an equality. */
const NOWHERE = sql.raw(`'00000000-0000-0000-0000-000000000000'::uuid`);
