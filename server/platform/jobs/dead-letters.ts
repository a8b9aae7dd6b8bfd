import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transaction.ts';

/** A job that failed every time it was tried and waits for a person. */
export type DeadLetter = {
  id: number;
  job: string;
  tries: number;
  /** The kind of the last error, without its words. */
  error: string;
  addedAt: Temporal.Instant;
  diedAt: Temporal.Instant;
};

const dead = sql`attempts >= max_attempts and locked_at is null`;

/** Newest first, a hundred at most. */
export async function deadLetters(db: Db): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select id, task_identifier as job, attempts as tries, coalesce(last_error, 'stopped') as error,
      created_at as "addedAt", updated_at as "diedAt"
    from graphile_worker.jobs where ${dead} order by updated_at desc limit 100`.execute(db);
  return rows;
}

/** Has the job tried again from the start. @returns false when there is no such dead letter (any more). */
export function retryDeadLetter(db: Db, id: number): Promise<boolean> {
  return onDeadLetter(db, id, (ids) => sql`graphile_worker.reschedule_jobs(${ids}, run_at => now(), attempts => 0)`);
}

/** Removes the job for good. @returns false when there is no such dead letter (any more). */
export function dismissDeadLetter(db: Db, id: number): Promise<boolean> {
  return onDeadLetter(db, id, (ids) => sql`graphile_worker.complete_jobs(${ids})`);
}

async function onDeadLetter(db: Db, id: number, act: (ids: RawBuilder<unknown>) => RawBuilder<unknown>): Promise<boolean> {
  const ids = sql`(select array_agg(id) from graphile_worker.jobs where id = ${id} and ${dead})`;
  const { rows } = await sql`select id from ${act(ids)}`.execute(db);
  return rows.length > 0;
}
