import { sql } from 'kysely';
import type { Db, Trx } from '../../../../../platform/db/transaction.ts';
import { rangeOf } from '../../../capacity/queries.ts';
import { forAnybody } from '../../../pages/queries.ts';
import { isProtected } from '../../../protected.ts';
import type { Span } from '../../../slots/spans.ts';
import type { BlockReason } from '../schema.ts';

/** Whom an appointment takes now. */
export async function takenBy(db: Db, appointmentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select resource_id as id from appointment_resource
    where appointment_id = ${appointmentId}::uuid and live order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Who is booked in the stretch stays as they are until the block is written: one who cancels meanwhile would leave a gap that neither the
 * block nor a booker who has looked already knows of.
 */
export async function lockBooked(trx: Trx, resourceId: string, { from, until }: Span): Promise<void> {
  await sql`select from appointment where id in (select ar.appointment_id from appointment_resource ar
    where ar.resource_id = ${resourceId}::uuid and ar.live and ar.during && ${rangeOf(from, until)}) order by id for no key update`.execute(
    trx,
  );
}

export type NewBlock = { id: string; resourceId: string; span: Span; reason: BlockReason; personId: string; now: Temporal.Instant };

/** Takes what nobody has booked of the stretch. */
export async function insertBlock(trx: Trx, { id, resourceId, span, reason, personId, now }: NewBlock): Promise<void> {
  const during = rangeOf(span.from, span.until);
  await sql`insert into appointment_block (id, resource_id, during, reason, made_by, made_at)
    values (${id}::uuid, ${resourceId}::uuid, ${during}, ${reason}, ${personId}::uuid, ${now}::timestamptz)`.execute(trx);
  await sql`insert into appointment_resource (block_id, resource_id, during)
    select ${id}::uuid, ${resourceId}::uuid, piece from unnest(tstzmultirange(${during}) - coalesce((select range_agg(ar.during) from appointment_resource ar
      where ar.resource_id = ${resourceId}::uuid and ar.live and ar.during && ${during}), '{}')) as piece`.execute(trx);
}

export async function endBlock(trx: Trx, id: string, now: Temporal.Instant): Promise<void> {
  await sql`update appointment_block set ended_at = ${now}::timestamptz where id = ${id}::uuid`.execute(trx);
  await sql`update appointment_resource set live = false where block_id = ${id}::uuid and live`.execute(trx);
}

export type BlockRow = { id: string; resourceId: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant; reason: BlockReason };

const columns = sql`id, resource_id as "resourceId", lower(during) as "startsAt", upper(during) as "endsAt", reason`;

export async function blockOf(db: Db, id: string): Promise<BlockRow | undefined> {
  const { rows } = await sql<BlockRow>`select ${columns} from appointment_block where id = ${id}::uuid and ended_at is null`.execute(db);
  return rows[0];
}

export async function lockBlock(trx: Trx, id: string): Promise<BlockRow | undefined> {
  const { rows } =
    await sql<BlockRow>`select ${columns} from appointment_block where id = ${id}::uuid and ended_at is null for update`.execute(trx);
  return rows[0];
}

export type TouchedRow = {
  id: string;
  version: number;
  bookableId: string;
  service: { fi: string; sv: string; en: string };
  pointId: string | null;
  ownerOrg: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  language: string;
  needs: string[];
  people: number;
  stopId: string | null;
  /** Of the visit it is a part of. */
  visitId: string | null;
  contact: string | null;
  chooses: boolean;
  /** How they are reached is used for nothing. */
  isProtected: boolean;
};

/** Agreed times to come that the block lies over, the earliest first. */
export async function touchedBy(db: Db, blockId: string, now: Temporal.Instant): Promise<TouchedRow[]> {
  const { rows } = await sql<TouchedRow>`
    select a.id, a.version, a.bookable_id as "bookableId", s.name as service, a.point_id as "pointId", a.owner_org as "ownerOrg", a.starts_at as "startsAt",
      a.ends_at as "endsAt", a.language, a.needs, a.people, a.stop_id as "stopId", j.id as "visitId", a.contact, ${forAnybody('s')} as chooses, ${isProtected} as "isProtected"
    from appointment_block b join appointment_resource ar on ar.resource_id = b.resource_id and ar.live and ar.during && b.during
      join appointment a on a.id = ar.appointment_id join bookable s on s.id = a.bookable_id
      left join joint_booking j on j.id = a.joint_id and j.kind = 'visit'
    where b.id = ${blockId}::uuid and b.ended_at is null and a.state = 'confirmed' and a.starts_at > ${now}::timestamptz order by a.starts_at, a.id`.execute(
    db,
  );
  return rows;
}
