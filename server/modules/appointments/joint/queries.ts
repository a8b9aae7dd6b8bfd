import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { type AppointmentRow, appointmentColumns } from '../booking/queries.ts';

export type JointKind = 'visit' | 'series';
export type JointRow = {
  id: string;
  kind: JointKind;
  seriesId: string | null;
  secretHash: string;
  /** Of a visit, on the first day on which a queue takes its arrivals. */
  expectedId: string | null;
  language: string;
  askedBy: string | null;
  sequence: number;
  version: number;
  /** Its parts are, or have been, entries of their own in a calendar. */
  apart: boolean;
  /** Which part alone staff moved last, or the whole, by its own id. */
  changedPart: string | null;
};

const columns = sql`id, kind, series_id as "seriesId", secret_hash as "secretHash", expected_id as "expectedId", language, asked_by as "askedBy", sequence, version,
  apart, changed_part as "changedPart"`;

type NewJoint = Pick<JointRow, 'id' | 'kind' | 'seriesId' | 'secretHash' | 'language' | 'askedBy'>;

export async function insertJoint(trx: Trx, it: NewJoint, now: Temporal.Instant): Promise<void> {
  await sql`insert into joint_booking (id, kind, series_id, secret_hash, language, asked_by, created_at)
    values (${it.id}::uuid, ${it.kind}, ${it.seriesId}::uuid, ${it.secretHash}, ${it.language}, ${it.askedBy}::uuid, ${now}::timestamptz)`.execute(
    trx,
  );
}

export async function jointOf(db: Db, id: string): Promise<JointRow | undefined> {
  return (await sql<JointRow>`select ${columns} from joint_booking where id = ${id}::uuid`.execute(db)).rows[0];
}

/** After its parts, always: whoever changes one part locks that one and then this. */
export async function lockJoint(trx: Trx, id: string): Promise<JointRow | undefined> {
  return (await sql<JointRow>`select ${columns} from joint_booking where id = ${id}::uuid for no key update`.execute(trx)).rows[0];
}

export async function jointIdOfSecret(db: Db, secretHash: string): Promise<string | undefined> {
  return (await sql<{ id: string }>`select id from joint_booking where secret_hash = ${secretHash}`.execute(db)).rows[0]?.id;
}

/** In the order they are to be, whatever has become of them. */
export async function partsOfJoint(db: Db, id: string): Promise<AppointmentRow[]> {
  return (
    await sql<AppointmentRow>`select ${appointmentColumns} from appointment where joint_id = ${id}::uuid order by starts_at, id`.execute(db)
  ).rows;
}

/** Of what is still to come, when was called off or cancelled since the last letter that has left: whoever booked does not know it yet. */
export async function cancelledUntold(db: Db, id: string, version: number, now: Temporal.Instant): Promise<Temporal.Instant[]> {
  const { rows } = await sql<{ startsAt: Temporal.Instant }>`select a.starts_at as "startsAt" from appointment a
    where a.joint_id = ${id}::uuid and a.state = 'cancelled' and a.ends_at > ${now}::timestamptz
      and a.changed_at > coalesce((select max(l.not_before) from appointment_letter l
        where l.joint_id = ${id}::uuid and l.version < ${version} and l.state = 'sent' and l.kind <> 'reminder'), '-infinity')
    order by a.starts_at, a.id`.execute(db);
  return rows.map(({ startsAt }) => startsAt);
}

/** Each in the order of the key. */
export async function lockParts(trx: Trx, id: string): Promise<AppointmentRow[]> {
  const { rows } =
    await sql<AppointmentRow>`select ${appointmentColumns} from appointment where joint_id = ${id}::uuid order by id for no key update`.execute(
      trx,
    );
  return rows.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

type Change = Pick<JointRow, 'expectedId' | 'apart' | 'changedPart'>;

/** @returns the version it has from now on */
export async function changeJoint(trx: Trx, id: string, { expectedId, apart, changedPart }: Change): Promise<number> {
  const { rows } = await sql<{ version: number }>`update joint_booking set expected_id = ${expectedId}::uuid, apart = apart or ${apart},
    changed_part = ${changedPart}::uuid, sequence = sequence + 1, version = version + 1 where id = ${id}::uuid returning version`.execute(
    trx,
  );
  return (rows[0] as { version: number }).version;
}

/** Where arrivals for each service go. */
export async function queuesOf(db: Db, pointId: string, bookableIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; queueId: string }>`select bookable_id as id, queue_id as "queueId" from bookable_place
    where point_id = ${pointId}::uuid and bookable_id = any(${bookableIds}::uuid[]) and queue_id is not null`.execute(db);
  return new Map(rows.map(({ id, queueId }) => [id, queueId]));
}

export async function setExpected(trx: Trx, appointmentId: string, expectedId: string | null, contact: string): Promise<void> {
  await sql`update appointment set expected_id = ${expectedId}::uuid, contact = ${contact} where id = ${appointmentId}::uuid`.execute(trx);
}
