import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Names } from '../../../directory/types.ts';

export type OpenAlarm = {
  id: string;
  raisedAt: Temporal.Instant;
  raisedById: string;
  raisedBy: string;
  counter: Names | null;
  mistaken: boolean;
  coming: { id: string; name: string }[];
};

/** Those that stand, and those that were taken back as a mistake since then. */
export async function openAlarms(db: Db, pointId: string, takenBackSince: Temporal.Instant): Promise<OpenAlarm[]> {
  const { rows } =
    await sql<OpenAlarm>`select a.id, a.raised_at as "raisedAt", a.raised_by as "raisedById", p.name as "raisedBy", c.name as counter, a.mistaken,
      coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) order by w.at) from silent_alarm_coming w
        join person q on q.id = w.person_id where w.alarm_id = a.id), '[]') as coming
    from silent_alarm a join person p on p.id = a.raised_by left join counter c on c.id = a.counter_id
    where a.point_id = ${pointId}::uuid and (a.ended_at is null or (a.mistaken and a.ended_at > ${takenBackSince}::timestamptz))
    order by a.raised_at`.execute(db);
  return rows;
}

/** The counter one sits at is where the alarm is from. An open alarm of one's own is the same alarm; a minute later it rings anew. */
export async function raise(trx: Trx, pointId: string, personId: string, at: Temporal.Instant): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into silent_alarm (point_id, counter_id, raised_by, raised_at)
    values (${pointId}::uuid, (select id from counter where point_id = ${pointId}::uuid and person_id = ${personId}::uuid and state <> 'closed'),
      ${personId}::uuid, ${at}::timestamptz)
    on conflict (point_id, raised_by) where ended_at is null do update set counter_id = excluded.counter_id,
      raised_at = case when silent_alarm.raised_at < excluded.raised_at - interval '1 minute' then excluded.raised_at else silent_alarm.raised_at end
    returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export type LockedAlarm = {
  id: string;
  pointId: string;
  counterId: string | null;
  raisedBy: string;
  raisedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  disturbanceId: string | null;
};

export async function lockAlarm(trx: Trx, id: string): Promise<LockedAlarm | undefined> {
  const { rows } =
    await sql<LockedAlarm>`select id, point_id as "pointId", counter_id as "counterId", raised_by as "raisedBy", raised_at as "raisedAt",
      ended_at as "endedAt", disturbance_id as "disturbanceId" from silent_alarm where id = ${id}::uuid for update`.execute(trx);
  return rows[0];
}

export async function insertComing(trx: Trx, alarmId: string, personId: string, at: Temporal.Instant): Promise<void> {
  await sql`insert into silent_alarm_coming (alarm_id, person_id, at) values (${alarmId}::uuid, ${personId}::uuid, ${at}::timestamptz)
    on conflict do nothing`.execute(trx);
}

/** `disturbanceId` null: it was a mistake. */
export async function end(trx: Trx, id: string, personId: string, at: Temporal.Instant, disturbanceId: string | null): Promise<void> {
  await sql`update silent_alarm set ended_at = ${at}::timestamptz, ended_by = ${personId}::uuid, disturbance_id = ${disturbanceId}::uuid,
    mistaken = ${disturbanceId === null} where id = ${id}::uuid`.execute(trx);
}
