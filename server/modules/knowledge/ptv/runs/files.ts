import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../../../platform/db/transaction.ts';
import { approveRun, type FaultRow, faultsOf, insertRun } from './queries.ts';

/** A run of a folder, for whoever stands at the machine; undefined while another is on its way. Carry it on with `runImport`. */
export async function askForFiles(db: Kysely<Tables>, clock: Clock): Promise<string | undefined> {
  const run = { source: 'files', mode: 'everything', since: null, askedBy: null, now: clock.now() } as const;
  return inTransaction(db, (trx) => insertRun(trx, run));
}

/** Lets the run withdraw what it did not meet, however much that is. */
export async function approveFiles(db: Kysely<Tables>, clock: Clock, id: string): Promise<void> {
  await inTransaction(db, (trx) => approveRun(trx, id, { by: null, now: clock.now() }));
}

export const readFaults = (db: Db, id: string): Promise<FaultRow[]> => faultsOf(db, id, 200);
