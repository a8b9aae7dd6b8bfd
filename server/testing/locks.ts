import { sql } from 'kysely';
import type { Db } from '../platform/db/transaction.ts';

/** Whether somebody waits for what another transaction of this database has locked. */
export async function somebodyWaits(db: Db): Promise<boolean> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await waiting.execute(db)).rows.length > 0;
}
