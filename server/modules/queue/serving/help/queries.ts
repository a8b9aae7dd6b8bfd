import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Names } from '../../../directory/types.ts';

export type OpenCall = {
  id: string;
  counter: Names;
  askedBy: string;
  askedById: string;
  askedAt: Temporal.Instant;
  taker: string | null;
  takerId: string | null;
};

export async function openCalls(db: Db, pointId: string): Promise<OpenCall[]> {
  const { rows } =
    await sql<OpenCall>`select c.id, c.name as counter, p.name as "askedBy", p.id as "askedById", c.help_asked_at as "askedAt",
      t.name as taker, t.id as "takerId"
    from counter c join person p on p.id = c.person_id left join person t on t.id = c.help_taken_by
    where c.point_id = ${pointId}::uuid and c.help_asked_at is not null order by c.help_asked_at`.execute(db);
  return rows;
}

export type LockedCall = { pointId: string; personId: string | null; isOpen: boolean; takenBy: string | null };

export async function lockCall(trx: Trx, counterId: string): Promise<LockedCall | undefined> {
  const { rows } = await sql<LockedCall>`select point_id as "pointId", person_id as "personId", help_asked_at is not null as "isOpen",
      help_taken_by as "takenBy" from counter where id = ${counterId}::uuid and active for no key update`.execute(trx);
  return rows[0];
}

export async function setCall(trx: Trx, counterId: string, askedAt: Temporal.Instant | null): Promise<void> {
  await sql`update counter set help_asked_at = ${askedAt}::timestamptz, help_taken_by = null where id = ${counterId}::uuid`.execute(trx);
}

export async function setTaker(trx: Trx, counterId: string, personId: string): Promise<void> {
  await sql`update counter set help_taken_by = ${personId}::uuid where id = ${counterId}::uuid`.execute(trx);
}
