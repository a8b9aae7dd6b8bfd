import { sql } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { isLeft } from '../stops/places.ts';
import type { AppointmentState } from '../types.ts';

export type Mark = 'present' | 'told' | 'absent';

export type StaffMeetingRow = {
  id: string;
  houseId: string;
  seriesId: string | null;
  position: number;
  ownerOrg: string;
  serviceId: string;
  name: { fi: string; sv: string; en: string };
  pointId: string | null;
  way: 'point' | 'remote' | 'phone' | 'bus';
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  capacity: number;
  taken: number;
  marked: number;
  cancelled: boolean;
};

const meetingColumns = sql`s.id, s.house_id as "houseId", s.series_id as "seriesId", s.position, s.owner_org as "ownerOrg", s.bookable_id as "serviceId", b.name, s.point_id as "pointId", s.way,
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.capacity, s.taken, s.cancelled_at is not null as cancelled,
  (select count(*)::int from attendance t join appointment a on a.id = t.appointment_id where a.session_id = s.id) as marked`;

type Range = { from: Temporal.Instant; until: Temporal.Instant };

export async function meetingsBetween(db: Db, { from, until }: Range): Promise<StaffMeetingRow[]> {
  const { rows } = await sql<StaffMeetingRow>`select ${meetingColumns} from booking_session s join bookable b on b.id = s.bookable_id
    where s.starts_at >= ${from}::timestamptz and s.starts_at < ${until}::timestamptz order by s.starts_at, s.id`.execute(db);
  return rows;
}

export async function meetingById(db: Db, id: string): Promise<StaffMeetingRow | undefined> {
  const { rows } = await sql<StaffMeetingRow>`select ${meetingColumns} from booking_session s join bookable b on b.id = s.bookable_id
    where s.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export type FixedService = {
  id: string;
  name: { fi: string; sv: string; en: string };
  ownerOrg: string;
  minutes: number;
  ways: string[];
  pointIds: string[];
};

/** What is given at set times for many, at points that are still there. */
export async function fixedServices({ db, clock }: { db: Db; clock: Clock }): Promise<FixedService[]> {
  const { rows } = await sql<FixedService>`select b.id, b.name, b.organisation_id as "ownerOrg", b.minutes, b.ways,
      array(select bp.point_id from bookable_place bp join service_point p on p.id = bp.point_id and ${isLeft(clock)}
        where bp.bookable_id = b.id order by bp.point_id) as "pointIds"
    from bookable b where b.fixed and b.active order by b.name ->> 'fi', b.id`.execute(db);
  return rows;
}

export type AttenderRow = {
  id: string;
  contact: string | null;
  people: number;
  language: string;
  needs: string[];
  interpreterLanguage: string | null;
  state: AppointmentState;
  mark: Mark | null;
};

/** Who has or had an agreed place, by when they booked. Whoever checked in, at a kiosk or reception or on the list of the day, is present. */
export async function attendersOf(db: Db, sessionId: string): Promise<AttenderRow[]> {
  const { rows } =
    await sql<AttenderRow>`select a.id, a.contact, a.people, a.language, a.needs, a.interpreter_language as "interpreterLanguage", a.state,
      coalesce(t.mark, case a.state when 'cancelled' then 'told' when 'arrived' then 'present' end) as mark
    from appointment a left join attendance t on t.appointment_id = a.id
    where a.session_id = ${sessionId}::uuid and a.state in ('confirmed', 'arrived', 'missed', 'cancelled') and a.contact is not null
    order by a.created_at, a.id`.execute(db);
  return rows;
}

export type Placed = {
  id: string;
  sessionId: string | null;
  jointId: string | null;
  stepId: string | null;
  state: AppointmentState;
  askedBy: string | null;
};

/** Somebody’s place at a meeting, with the authority that asked them to come. */
export async function lockPlace(trx: Trx, id: string): Promise<Placed | undefined> {
  const { rows } = await sql<Placed>`select a.id, a.session_id as "sessionId", a.joint_id as "jointId", a.step_id as "stepId", a.state,
      coalesce(a.asked_by, (select j.asked_by from joint_booking j where j.id = a.joint_id)) as "askedBy"
    from appointment a where a.id = ${id}::uuid for no key update of a`.execute(trx);
  return rows[0];
}

const states = { present: 'arrived', absent: 'missed', told: 'cancelled' } as const;

/** What has become of the place follows from the mark; taken back, it is as it was agreed. */
export async function setMark(trx: Trx, id: string, mark: Mark | null, by: string, now: Temporal.Instant): Promise<void> {
  if (mark)
    await sql`insert into attendance (appointment_id, mark, marked_by, marked_at) values (${id}::uuid, ${mark}, ${by}::uuid, ${now}::timestamptz)
      on conflict (appointment_id) do update set mark = excluded.mark, marked_by = excluded.marked_by, marked_at = excluded.marked_at`.execute(
      trx,
    );
  else await sql`delete from attendance where appointment_id = ${id}::uuid`.execute(trx);
  await sql`update appointment set state = ${mark ? states[mark] : 'confirmed'}, changed_at = ${now}::timestamptz, version = version + 1
    where id = ${id}::uuid`.execute(trx);
}

/** Told once; told again after it was taken back. @returns whether it is told now */
export async function tellMissed(trx: Trx, appointmentId: string, organisationId: string, now: Temporal.Instant): Promise<boolean> {
  const { rows } =
    await sql`insert into missed_meeting (appointment_id, organisation_id, told_at) values (${appointmentId}::uuid, ${organisationId}::uuid, ${now}::timestamptz)
    on conflict (appointment_id) do update set withdrawn_at = null, seen_by = null, seen_at = null, told_at = excluded.told_at
    where missed_meeting.withdrawn_at is not null returning appointment_id`.execute(trx);
  return rows.length > 0;
}

/** @returns whom it had been told to; undefined: nobody */
export async function withdrawMissed(trx: Trx, appointmentId: string, now: Temporal.Instant): Promise<string | undefined> {
  const { rows } = await sql<{ organisationId: string }>`update missed_meeting set withdrawn_at = ${now}::timestamptz
    where appointment_id = ${appointmentId}::uuid and withdrawn_at is null returning organisation_id as "organisationId"`.execute(trx);
  return rows[0]?.organisationId;
}

/** Told to these organisations and seen by nobody yet. */
export async function countMissed(db: Db, organisationIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from missed_meeting
    where organisation_id = any(${organisationIds}::uuid[]) and withdrawn_at is null and seen_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

export type MissedRow = {
  id: string;
  organisationId: string;
  name: { fi: string; sv: string; en: string };
  startsAt: Temporal.Instant;
  toldAt: Temporal.Instant;
  contact: string | null;
};

/** Told to these organisations and seen by nobody yet. */
export async function missedOf(db: Db, organisationIds: readonly string[]): Promise<MissedRow[]> {
  const { rows } =
    await sql<MissedRow>`select a.id, m.organisation_id as "organisationId", b.name, a.starts_at as "startsAt", m.told_at as "toldAt", a.contact
    from missed_meeting m join appointment a on a.id = m.appointment_id join bookable b on b.id = a.bookable_id
    where m.organisation_id = any(${organisationIds}::uuid[]) and m.withdrawn_at is null and m.seen_at is null order by a.starts_at, a.id`.execute(
      db,
    );
  return rows;
}

/** @returns whether it was there to see */
export async function seeMissed(
  trx: Trx,
  id: string,
  organisationIds: readonly string[],
  by: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { rows } = await sql<{
    organisationId: string;
  }>`update missed_meeting set seen_by = coalesce(seen_by, ${by}::uuid), seen_at = coalesce(seen_at, ${now}::timestamptz)
    where appointment_id = ${id}::uuid and organisation_id = any(${organisationIds}::uuid[]) and withdrawn_at is null
    returning organisation_id as "organisationId"`.execute(trx);
  return rows[0]?.organisationId;
}
