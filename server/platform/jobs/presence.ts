import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log/log.ts';

/**
 * The queue marks a running job with its worker's id, and gives up on a worker only after four hours. Here each worker also holds
 * an advisory lock on its id for as long as its process lives, so that the jobs of one that was killed go on within a minute.
 */

export type Presence = { leave(): Promise<void> };

/** The first half of the advisory locks' key: "worker presence". */
const LOCK_CLASS = 7_655_802;
const RETRY_MS = 500;

/** Resolves when the lock of `workerId` is held, and takes it again whenever the connection is lost. */
export async function bePresent(options: pg.ClientConfig, workerId: string, log: Log): Promise<Presence> {
  const leaving = new AbortController();
  let client: pg.Client | undefined;
  let coming: Promise<void>;
  const come = async () => {
    client = undefined;
    while (!leaving.signal.aborted && !client) {
      client = await holdLock(options, workerId, log).catch(() => undefined);
      if (!client) await delay(RETRY_MS, undefined, { signal: leaving.signal }).catch(() => {});
    }
    client?.once('end', () => {
      if (!leaving.signal.aborted) coming = come();
    });
  };
  coming = come();
  await coming;
  return {
    leave: async () => {
      leaving.abort();
      await coming;
      await client?.end().catch(() => {});
    },
  };
}

async function holdLock(options: pg.ClientConfig, workerId: string, log: Log): Promise<pg.Client> {
  const client = new pg.Client(options);
  client.on('error', (error) => log.warn('job worker presence lost its connection', { error }));
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, workerId]);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Frees the jobs of workers whose process is gone. @returns how many workers that were. */
export async function freeJobsOfTheDead(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ dead: number }>(
    `with holder as materialized (
       select locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null
     ), dead as materialized (
       select array_agg(id) as ids from holder where pg_try_advisory_xact_lock($1, hashtext(id))
     )
     select coalesce(cardinality(ids), 0)::int as dead, graphile_worker.force_unlock_workers(coalesce(ids, '{}')) from dead`,
    [LOCK_CLASS],
  );
  return rows[0]?.dead ?? 0;
}
