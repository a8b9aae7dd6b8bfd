import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';

export type TallyPlace = { organisationId: string; pointId: string | null };

export async function insertTally(trx: Trx, place: TallyPlace, kind: string, at: Temporal.Instant): Promise<number> {
  const written = await sql<{ id: number }>`insert into tally (organisation_id, point_id, kind, at)
    values (${place.organisationId}::uuid, ${place.pointId}::uuid, ${kind}, ${at}::timestamptz) returning id`.execute(trx);
  return (written.rows[0] as { id: number }).id;
}

export async function countTallies(db: Db, place: TallyPlace, kind: string, since: Temporal.Instant): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) from tally where organisation_id = ${place.organisationId}::uuid
    and point_id is not distinct from ${place.pointId}::uuid and kind = ${kind} and at >= ${since}::timestamptz and undone_at is null`.execute(
    db,
  );
  return found.rows[0]?.count ?? 0;
}

export async function lockTally(
  trx: Trx,
  organisationIds: string[],
  id: number,
): Promise<(TallyPlace & { kind: string; at: Temporal.Instant }) | undefined> {
  const found = await sql<TallyPlace & { kind: string; at: Temporal.Instant }>`
    select organisation_id as "organisationId", point_id as "pointId", kind, at from tally
    where id = ${id}::bigint and organisation_id = any(${organisationIds}::uuid[]) and undone_at is null for update`.execute(trx);
  return found.rows[0];
}

export async function undoTally(trx: Trx, id: number, now: Temporal.Instant): Promise<void> {
  await sql`update tally set undone_at = ${now}::timestamptz where id = ${id}::bigint`.execute(trx);
}
