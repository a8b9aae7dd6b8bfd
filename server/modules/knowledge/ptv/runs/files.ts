import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../../../platform/db/transaction.ts';
import { giveUpLost } from './life.ts';
import { approveRun, type FaultRow, faultsOf, insertRun, presentRun, setState } from './queries.ts';

/**
 * A run of a folder, for whoever stands at the machine; undefined while another is on its way. Carry it on with `runImport`.
 * `replaces`: it takes the place of a run of a folder that asks.
 */
export async function askForFiles(db: Kysely<Tables>, clock: Clock, { replaces }: { replaces: boolean }): Promise<string | undefined> {
  const run = { source: 'files', mode: 'everything', since: null, askedBy: null, now: clock.now() } as const;
  return inTransaction(db, async (trx) => {
    await giveUpLost(trx, clock.now());
    const present = await presentRun(trx);
    if (replaces && present?.state === 'asks' && present.source === 'files')
      await setState(trx, present.id, { state: 'stopped', now: clock.now() });
    return insertRun(trx, run);
  });
}

/** Lets the run withdraw what it did not meet, however much that is. */
export async function approveFiles(db: Kysely<Tables>, clock: Clock, id: string): Promise<void> {
  await inTransaction(db, (trx) => approveRun(trx, id, { by: null, now: clock.now() }));
}

export const readFaults = (db: Db, id: string): Promise<FaultRow[]> => faultsOf(db, id, 200);
