import { sql } from 'kysely';
import type { Trx } from '../db/transaction.ts';

/** Ids and kinds, never what a person wrote: a job may lie in the queue for days. */
export type JobPayload = Record<string, string | number | boolean | null | string[] | number[]>;

export type JobOptions = {
  /** Not before this moment; at once unless told. */
  runAt?: Temporal.Instant;
  /** One waiting job per key: a later one with the same key takes the earlier one's place. */
  key?: string;
  /** Jobs of one queue run one at a time. Few names: each costs a row that stays. */
  queue?: string;
  /** 12 unless told: with the growing pauses between them, the last try is about a day after the first. */
  maxAttempts?: number;
  /** A smaller number goes first; 0 unless told. */
  priority?: number;
};

const MAX_ATTEMPTS = 12;

/**
 * Adds a job that exists if and only if the transaction commits. It runs at least once, perhaps more: handlers are idempotent.
 * The queue notifies its workers inside the transaction, which the busiest paths are better without: there, let a reaction to an
 * event add the job.
 */
export async function addJob(trx: Trx, name: string, payload: JobPayload, options: JobOptions = {}): Promise<void> {
  await sql`select from graphile_worker.add_job(
    identifier => ${name}, payload => ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null},
    run_at => ${options.runAt ?? null}::timestamptz, max_attempts => ${options.maxAttempts ?? MAX_ATTEMPTS}::int,
    job_key => ${options.key ?? null}, priority => ${options.priority ?? 0}::int)`.execute(trx);
}
