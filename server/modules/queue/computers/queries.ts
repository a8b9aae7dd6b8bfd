import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';

export type ComputerRow = {
  name: string;
  point: Names;
  organisationId: string;
  startedAt: Temporal.Instant | null;
  help: 'asked' | 'coming' | null;
};

export async function computerRow(db: Db, deviceId: string): Promise<ComputerRow | undefined> {
  const { rows } =
    await sql<ComputerRow>`select d.name, p.name as point, p.organisation_id as "organisationId", s.started_at as "startedAt",
      case when h.id is null then null when h.taken_at is null then 'asked' else 'coming' end as help
    from queue_device d join service_point p on p.id = d.point_id
      left join computer_session s on s.device_id = d.id and s.ended_at is null
      left join computer_help h on h.device_id = d.id and h.ended_at is null
    where d.id = ${deviceId}::uuid`.execute(db);
  return rows[0];
}

type At = { deviceId: string; pointId: string; at: Temporal.Instant };

/** Begins a sitting; one that stands goes on. */
export async function beginSession(trx: Trx, { deviceId, pointId, at }: At): Promise<void> {
  await sql`insert into computer_session (device_id, point_id, started_at) values (${deviceId}::uuid, ${pointId}::uuid, ${at}::timestamptz)
    on conflict (device_id) where ended_at is null do nothing`.execute(trx);
}

export async function endSession(trx: Trx, { deviceId, at }: At, gotDone: string | null, words: string): Promise<void> {
  await sql`update computer_session set ended_at = ${at}::timestamptz, got_done = ${gotDone}, words = ${words} where device_id = ${deviceId}::uuid
    and ended_at is null`.execute(trx);
}

/** Asks for help; asked again before anybody has taken it, it is the same call. @returns whether it is a new one */
export async function askHelp(trx: Trx, { deviceId, pointId, at }: At): Promise<boolean> {
  await sql`update computer_help set ended_at = ${at}::timestamptz where device_id = ${deviceId}::uuid and ended_at is null
    and taken_at is not null`.execute(trx);
  const asked =
    await sql`insert into computer_help (device_id, point_id, asked_at) values (${deviceId}::uuid, ${pointId}::uuid, ${at}::timestamptz)
    on conflict (device_id) where ended_at is null do nothing`.execute(trx);
  return Number(asked.numAffectedRows ?? 0) > 0;
}

/** @returns whether one stood */
export async function endHelp(trx: Trx, { deviceId, at }: At): Promise<boolean> {
  const ended =
    await sql`update computer_help set ended_at = ${at}::timestamptz where device_id = ${deviceId}::uuid and ended_at is null`.execute(trx);
  return Number(ended.numAffectedRows ?? 0) > 0;
}

export type OpenCall = { id: string; name: string; askedAt: Temporal.Instant; isMine: boolean };

/** Those nobody has taken, and those this person has. */
export async function openCalls(db: Db, pointId: string, personId: string): Promise<OpenCall[]> {
  const { rows } = await sql<OpenCall>`select h.id, d.name, h.asked_at as "askedAt", h.taken_at is not null as "isMine"
    from computer_help h join queue_device d on d.id = h.device_id
    where h.point_id = ${pointId}::uuid and h.ended_at is null and (h.taken_at is null or h.taken_by = ${personId}::uuid)
    order by h.asked_at`.execute(db);
  return rows;
}

export type LockedCall = { pointId: string; takenBy: string | null; endedAt: Temporal.Instant | null };

export async function lockCall(trx: Trx, id: string): Promise<LockedCall | undefined> {
  const { rows } = await sql<LockedCall>`select point_id as "pointId", taken_by as "takenBy", ended_at as "endedAt" from computer_help
    where id = ${id}::uuid for update`.execute(trx);
  return rows[0];
}

export async function take(trx: Trx, id: string, personId: string, at: Temporal.Instant): Promise<void> {
  await sql`update computer_help set taken_by = ${personId}::uuid, taken_at = ${at}::timestamptz where id = ${id}::uuid`.execute(trx);
}

export async function endCall(trx: Trx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update computer_help set ended_at = ${at}::timestamptz where id = ${id}::uuid`.execute(trx);
}

type Between = { pointId: string; from: Temporal.Instant; until: Temporal.Instant };
export type Counted = { sittings: number; helped: number; yes: number; partly: number; no: number };

/** Sittings that began within the period and are over, and calls for help that somebody went to. */
export async function countSittings(db: Db, { pointId, from, until }: Between): Promise<Counted> {
  const { rows } = await sql<Counted>`select count(*)::int as sittings, (count(*) filter (where got_done = 'yes'))::int as yes,
      (count(*) filter (where got_done = 'partly'))::int as partly, (count(*) filter (where got_done = 'no'))::int as no,
      (select count(*)::int from computer_help h where h.point_id = ${pointId}::uuid and h.taken_at is not null
        and h.asked_at >= ${from}::timestamptz and h.asked_at < ${until}::timestamptz) as helped
    from computer_session where point_id = ${pointId}::uuid and ended_at is not null
      and started_at >= ${from}::timestamptz and started_at < ${until}::timestamptz`.execute(db);
  return rows[0] as Counted;
}

/** By their letters: an order of time would join them to who sat there when. */
export async function wordsOf(db: Db, { pointId, from, until }: Between): Promise<string[]> {
  const { rows } = await sql<{
    words: string;
  }>`select distinct words collate "fi-x-icu" as words from computer_session where point_id = ${pointId}::uuid and words <> ''
      and started_at >= ${from}::timestamptz and started_at < ${until}::timestamptz order by 1 limit 200`.execute(db);
  return rows.map(({ words }) => words);
}
