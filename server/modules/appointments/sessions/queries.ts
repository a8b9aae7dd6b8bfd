import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Way } from '../types.ts';

export type SessionRow = {
  id: string;
  bookableId: string;
  seriesId: string | null;
  pointId: string | null;
  ownerOrg: string;
  way: Way;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  capacity: number;
  taken: number;
  houseId: string;
  cancelledAt: Temporal.Instant | null;
};

const columns = sql`s.id, s.bookable_id as "bookableId", s.series_id as "seriesId", s.point_id as "pointId", s.owner_org as "ownerOrg", s.way,
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.capacity, s.taken, s.house_id as "houseId", s.cancelled_at as "cancelledAt"`;

export async function sessionOf(db: Db, id: string): Promise<SessionRow | undefined> {
  return (await sql<SessionRow>`select ${columns} from booking_session s where s.id = ${id}::uuid`.execute(db)).rows[0];
}

/** Each in the order of the key: who wants the same meetings waits in line. */
export async function lockSessions(trx: Trx, ids: readonly string[]): Promise<SessionRow[]> {
  return (
    await sql<SessionRow>`select ${columns} from booking_session s where s.id = any(${ids}::uuid[]) order by s.id for no key update`.execute(
      trx,
    )
  ).rows;
}

export async function sessionsOfSeries(db: Db, seriesId: string): Promise<SessionRow[]> {
  return (
    await sql<SessionRow>`select ${columns} from booking_session s where s.series_id = ${seriesId}::uuid order by s.position, s.starts_at`.execute(
      db,
    )
  ).rows;
}

/**
 * Lets the places go that have been held too long, under the meeting's lock. One that is just being cancelled is passed by: it is counted
 * by whoever cancels it, and two never wait for each other. @returns how many are taken
 */
export async function freeExpired(trx: Trx, sessionId: string, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with old as (select id, people from appointment where session_id = ${sessionId}::uuid and state = 'held' and held_until <= ${now}::timestamptz
        for update skip locked),
      gone as (update appointment a set state = 'expired', changed_at = ${now}::timestamptz, version = version + 1 from old where a.id = old.id)
    update booking_session set taken = taken - (select coalesce(sum(people), 0) from old) where id = ${sessionId}::uuid returning taken`.execute(
    trx,
  );
  return (rows[0] as { taken: number }).taken;
}

/** Places are counted under the meeting’s own lock: see `lockSessions`. */
export async function countIn(trx: Trx, sessionId: string, people: number): Promise<void> {
  await sql`update booking_session set taken = taken + ${people} where id = ${sessionId}::uuid`.execute(trx);
}

export async function setAskedBy(trx: Trx, placeId: string, organisationId: string): Promise<void> {
  await sql`update appointment set asked_by = ${organisationId}::uuid where id = ${placeId}::uuid`.execute(trx);
}

export type NewSession = Omit<SessionRow, 'taken' | 'cancelledAt' | 'startsAt' | 'endsAt'> & {
  from: number;
  until: number;
  position: number;
  createdBy: string;
};

export async function insertSession(trx: Trx, it: NewSession, now: Temporal.Instant): Promise<void> {
  await sql`insert into booking_session (id, bookable_id, series_id, position, point_id, owner_org, way, starts_at, ends_at, capacity, house_id, created_by, created_at)
    values (${it.id}::uuid, ${it.bookableId}::uuid, ${it.seriesId}::uuid, ${it.position}, ${it.pointId}::uuid, ${it.ownerOrg}::uuid, ${it.way},
      to_timestamp(${it.from}::float8 / 1000), to_timestamp(${it.until}::float8 / 1000), ${it.capacity}, ${it.houseId}::uuid, ${it.createdBy}::uuid,
      ${now}::timestamptz)`.execute(trx);
}

export async function insertSeries(
  trx: Trx,
  it: { id: string; bookableId: string; ownerOrg: string; createdBy: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into booking_series (id, bookable_id, owner_org, created_by, created_at)
    values (${it.id}::uuid, ${it.bookableId}::uuid, ${it.ownerOrg}::uuid, ${it.createdBy}::uuid, ${now}::timestamptz)`.execute(trx);
}

/** The appointment that takes the room and the leader is agreed at once: nobody confirms it. */
export async function settleHouse(trx: Trx, id: string): Promise<void> {
  await sql`update appointment set state = 'confirmed', held_until = null where id = ${id}::uuid`.execute(trx);
}

/** Where the bus stands for the meeting. Read once the meeting is locked: whoever moves it to another stop writes both in one change. */
export async function stopOfHouse(trx: Trx, houseId: string): Promise<string | null> {
  const { rows } = await sql<{ stopId: string | null }>`select stop_id as "stopId" from appointment where id = ${houseId}::uuid`.execute(
    trx,
  );
  return rows[0]?.stopId ?? null;
}

export async function cancelSession(trx: Trx, id: string, now: Temporal.Instant): Promise<void> {
  await sql`update booking_session set cancelled_at = ${now}::timestamptz where id = ${id}::uuid`.execute(trx);
}

/** Who has a place, held or agreed. */
export async function placesTaken(db: Db, sessionId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from appointment where session_id = ${sessionId}::uuid and state in ('held', 'confirmed')
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export type OfferedSession = {
  id: string;
  seriesId: string | null;
  serviceId: string;
  name: { fi: string; sv: string; en: string };
  placeId: string | null;
  way: Way;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  capacity: number;
  free: number;
};

/** `forStaff`: also what is not for anybody, and at shorter notice. */
export type OfferedAt = { bookableId?: string | undefined; pointId?: string | undefined; forStaff?: boolean };

/** Of a session `s` at `service_point p`: the point is there on its day, as for the times of any appointment. */
const isThere = sql`(p.id is null or ((s.starts_at at time zone p.zone)::date >= p.valid_from
  and (p.valid_until is null or (s.starts_at at time zone p.zone)::date < p.valid_until)))`;

/** What anybody may still book, of the bus where it stands then; what has been held too long counts as free. */
export async function offeredSessions(
  db: Db,
  now: Temporal.Instant,
  { bookableId, pointId, forStaff = false }: OfferedAt = {},
): Promise<OfferedSession[]> {
  const { rows } = await sql<OfferedSession>`
    select s.id, s.series_id as "seriesId", s.bookable_id as "serviceId", b.name, coalesce(h.stop_id, s.point_id) as "placeId", s.way, s.starts_at as "startsAt",
      s.ends_at as "endsAt", s.capacity, greatest(0, s.capacity - s.taken + coalesce((select sum(a.people) from appointment a
        where a.session_id = s.id and a.state = 'held' and a.held_until <= ${now}::timestamptz), 0))::int as free
    from booking_session s join bookable b on b.id = s.bookable_id join appointment h on h.id = s.house_id left join service_point p on p.id = s.point_id
    where s.cancelled_at is null and ${isThere} and s.starts_at > ${now}::timestamptz + make_interval(mins => case when ${forStaff} then 0 else b.notice end)
      and b.active and b.fixed and (${forStaff} or b.who = 'public')
      and (${bookableId ?? null}::uuid is null or s.bookable_id = ${bookableId ?? null}::uuid)
      and (${pointId ?? null}::uuid is null or ${pointId ?? null}::uuid in (s.point_id, h.stop_id))
    order by s.starts_at, s.id`.execute(db);
  return rows;
}
