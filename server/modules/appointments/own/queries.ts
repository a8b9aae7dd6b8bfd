import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { ComingTime } from '../../matters/types.ts';

/** Also of those that the matter took in when they were joined: its steps came along. */
const matterOf = sql`coalesce((select s.matter_id from step s where s.id = a.step_id), a.matter_id)`;

/** The agreed times of a matter that are not over, the first one first. */
export async function comingTimes(db: Db, matterId: string, now: Temporal.Instant): Promise<ComingTime[]> {
  const { rows } = await sql<ComingTime>`select a.id, a.starts_at as "startsAt" from appointment a
    where (a.matter_id = ${matterId}::uuid or a.step_id in (select s.id from step s where s.matter_id = ${matterId}::uuid))
      and ${matterOf} = ${matterId}::uuid and a.state = 'confirmed' and a.ends_at > ${now}::timestamptz order by a.starts_at, a.id`.execute(
    db,
  );
  return rows;
}

export type ComingOne = { matterId: string | null; customerId: string | null; ownerOrg: string; secretHash: string };

/** Whose matter an agreed time still to come is of, and what its page opens by. */
export async function comingOne(db: Db, id: string, now: Temporal.Instant): Promise<ComingOne | undefined> {
  const { rows } = await sql<ComingOne>`select ${matterOf} as "matterId", a.secret_hash as "secretHash", a.owner_org as "ownerOrg",
      (select m.customer_id from matter m where m.id = ${matterOf}) as "customerId"
    from appointment a where a.id = ${id}::uuid and a.state = 'confirmed' and a.ends_at > ${now}::timestamptz`.execute(db);
  return rows[0];
}

export async function matterOfStep(db: Db, stepId: string): Promise<string | undefined> {
  return (await sql<{ matterId: string }>`select matter_id as "matterId" from step where id = ${stepId}::uuid`.execute(db)).rows[0]
    ?.matterId;
}
