import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { DayList } from './schema.ts';

export type Stretch = { from: Temporal.Instant; until: Temporal.Instant };

/**
 * At the point; and remotely with an organisation that serves there, unless what it takes stands at another point: whoever of it sits down at a
 * remote desk sees who is ready.
 */
export const onDayAt = (pointId: string, { from, until }: Stretch): RawBuilder<unknown> =>
  sql`a.starts_at >= ${from}::timestamptz and a.starts_at < ${until}::timestamptz and a.state <> 'cancelled'
    and (a.point_id = ${pointId}::uuid or (a.point_id is null and ${servedFrom(sql`${pointId}::uuid`)}))`;

/** Needs the alias a. */
const servedFrom = (point: RawBuilder<unknown>): RawBuilder<unknown> => sql`(exists (select from service_point sp where sp.id = ${point}
      and (sp.organisation_id = a.owner_org or exists (select from queue q where q.point_id = sp.id and q.active and q.organisation_id = a.owner_org)))
    and not exists (select from appointment_resource ar join resource r on r.id = ar.resource_id
      where ar.appointment_id = a.id and ar.live and r.point_id <> ${point}))`;

/** On whose day lists it stands. */
export async function pointsServing(trx: Trx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from appointment a join service_point p on p.id = a.point_id
      or (a.point_id is null and ${servedFrom(sql`p.id`)}) where a.id = ${id}::uuid`.execute(trx);
  return rows.map((row) => row.id);
}

export type MeetingOfDay = { houseId: string; id: string; capacity: number; booked: number; taken: string[] };

/** Which of the times are a meeting's own, that takes its leader and room for all who come; and for how many it is agreed. */
export async function meetingsAmong(db: Db, ids: readonly string[]): Promise<Map<string, Omit<MeetingOfDay, 'houseId'>>> {
  const { rows } = await sql<MeetingOfDay>`select s.house_id as "houseId", s.id, s.capacity,
      (select coalesce(sum(a.people), 0)::int from appointment a where a.session_id = s.id and a.state in ('confirmed', 'arrived', 'missed')) as booked,
      array(select coalesce(nullif(r.name, ''), p.name, '') from appointment_resource ar join resource r on r.id = ar.resource_id
        left join person p on p.id = r.person_id where ar.appointment_id = s.house_id and ar.live order by r.kind = 'room' desc, r.name, r.id) as taken
    from booking_session s where s.house_id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ houseId, ...meeting }) => [houseId, meeting]));
}

/** Who came to the point that day without an agreed time, by the first step of their visit. */
export async function walkInsOf(
  db: Db,
  pointId: string,
  day: Temporal.PlainDate,
): Promise<(DayList['walkIns'][number] & { organisationId: string })[]> {
  const { rows } = await sql<
    DayList['walkIns'][number] & { organisationId: string }
  >`select v.id as "visitId", v.code, v.arrived_at as "arrivedAt",
      q.name as "queueName", q.organisation_id as "organisationId",
      case when v.ended_how = 'served' then 'done' when v.ended_at is not null then 'left' when s.serving_at is not null then 'serving' else 'arrived' end as state
    from visit v join lateral (select * from visit_step s where s.visit_id = v.id order by s.position limit 1) s on true join queue q on q.id = s.queue_id
    where v.point_id = ${pointId}::uuid and v.day = ${day.toString()}::date and not exists (select from expected_visit e where e.visit_id = v.id)
    order by v.arrived_at`.execute(db);
  return rows;
}

/** What a look or a word says of how it stands; the rest as it was. */
export type Standing = {
  state: 'confirmed' | 'arrived' | 'missed';
  lateUntil: Temporal.Instant | null;
  arrivedAt: Temporal.Instant | null;
  servedAt: Temporal.Instant | null;
  doneAt: Temporal.Instant | null;
  missedBy: string | null;
};

/** How the agreed time stands on its day; no new version, since nothing of it is told to its booker. */
export async function setStanding(trx: Trx, id: string, it: Standing, now: Temporal.Instant): Promise<void> {
  await sql`update appointment set state = ${it.state}, late_until = ${it.lateUntil}::timestamptz, arrived_at = ${it.arrivedAt}::timestamptz,
      served_at = ${it.servedAt}::timestamptz, done_at = ${it.doneAt}::timestamptz, missed_by = ${it.missedBy}::uuid,
      missed_at = case when ${it.state} = 'missed' then coalesce(missed_at, ${now}::timestamptz) end, changed_at = ${now}::timestamptz
    where id = ${id}::uuid`.execute(trx);
}

export type Followed = { id: string; pointId: string | null; stepId: string | null; done: boolean };

/**
 * The agreed time as its visit stands: it has come by it, is served, is done. Whoever typed a telephone number and was not served
 * may be anybody: the customer is still to come. Whoever has come to a meeting of many has done what the step asks.
 */
export async function followVisit(trx: Trx, visitId: string, now: Temporal.Instant): Promise<Followed[]> {
  const { rows } = await sql<Followed>`update appointment a set changed_at = ${now}::timestamptz, missed_at = null, missed_by = null,
      state = case when x.nobody then 'confirmed' else 'arrived' end, arrived_at = case when not x.nobody then x.arrived_at end,
      served_at = case when not x.nobody then x.served_at end, done_at = case when x.ended_how = 'served' then x.ended_at end
    from (select e.id as expected_id, v.arrived_at, v.ended_at, v.ended_how,
        (select min(s.serving_at) from visit_step s where s.visit_id = v.id) as served_at,
        (v.came_by = 'phone' and v.ended_at is not null and v.ended_how is distinct from 'served') as nobody,
        v.ended_how in ('served', 'meeting') as came_to_it
      from expected_visit e join visit v on v.id = e.visit_id where v.id = ${visitId}::uuid) x
    where a.expected_id = x.expected_id and a.state in ('confirmed', 'arrived', 'missed')
    returning a.id, a.point_id as "pointId", a.step_id as "stepId", coalesce(x.came_to_it, false) as done`.execute(trx);
  return rows;
}

/** Greeted by a misclick that was taken back, so that they are expected there again. Who was marked as present without a visit stays so. */
export async function expectAgain(trx: Trx, pointId: string, now: Temporal.Instant): Promise<void> {
  await sql`update appointment a set state = 'confirmed', arrived_at = null, changed_at = ${now}::timestamptz
    from expected_visit e where e.id = a.expected_id and e.point_id = ${pointId}::uuid and e.visit_id is null and e.cancelled_at is null
      and e.due_at between ${now}::timestamptz - interval '1 day' and ${now}::timestamptz + interval '1 day'
      and a.state = 'arrived' and a.arrived_at is not null and not exists (select from attendance t where t.appointment_id = a.id)`.execute(
    trx,
  );
}

/** Nobody has come so long after the time, and nothing has been said. By telephone nobody comes: those are marked by hand. What a meeting itself takes
 * is nobody's. */
export async function missPassed(trx: Trx, now: Temporal.Instant): Promise<{ id: string; pointId: string | null; ownerOrg: string }[]> {
  const { rows } = await sql<{ id: string; pointId: string | null; ownerOrg: string }>`
    with passed as (select a.id from appointment a join bookable b on b.id = a.bookable_id where a.state = 'confirmed' and a.way <> 'phone'
        and not exists (select from booking_session s where s.house_id = a.id) and a.starts_at < ${now}::timestamptz
        and greatest(a.starts_at, a.late_until) + make_interval(mins => b.missed_after) <= ${now}::timestamptz order by a.id limit 200 for update of a skip locked)
    update appointment a set state = 'missed', missed_at = ${now}::timestamptz, missed_by = null, changed_at = ${now}::timestamptz
    from passed where a.id = passed.id returning a.id, a.point_id as "pointId", a.owner_org as "ownerOrg"`.execute(trx);
  return rows;
}
