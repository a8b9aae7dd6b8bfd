import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import type { Log } from '../../../../platform/log/log.ts';
import type { DirectorySource } from '../sources/source.ts';
import { forgetOldRuns, lockRun, presentRun, setState } from './queries.ts';
import type { Run, StepCounts } from './types.ts';

export type Running = { db: Kysely<Tables>; clock: Clock; log: Log; source: DirectorySource; signal?: AbortSignal };

/** Another has ended the run, or begun a newer one: this one lets go without a word. */
export class RunEnded extends Error {}

const RUNS_KEPT = 50;
/** A run that has not moved for so long has lost its job; a batch takes a second. */
const LOST_AFTER_MINUTES = 60;

/** @throws RunEnded when it is no longer to be carried on. */
export async function lockLive(trx: Trx, runId: string): Promise<Run> {
  const run = await lockRun(trx, runId);
  if (run?.state !== 'waiting' && run?.state !== 'running') throw new RunEnded();
  return run;
}

/** Ends a run, and forgets those that nobody looks at any more. */
export async function end(
  { db, clock }: Pick<Running, 'db' | 'clock'>,
  runId: string,
  ending: { state: 'done' | 'failed'; failure?: string },
) {
  await inTransaction(db, async (trx) => {
    await lockLive(trx, runId);
    await setState(trx, runId, { ...ending, now: clock.now() });
    await forgetOldRuns(trx, RUNS_KEPT);
  });
}

/** Ends the run that nobody carries on any more, so that another may begin. */
export async function giveUpLost(trx: Trx, now: Temporal.Instant): Promise<void> {
  const present = await presentRun(trx);
  if (!present || present.state === 'asks') return;
  const moved = present.movedAt ?? present.createdAt;
  if (moved.until(now).total('minutes') < LOST_AFTER_MINUTES) return;
  await setState(trx, present.id, { state: 'failed', failure: 'lost', now });
}

export const noCounts = (): StepCounts => ({ total: null, read: 0, written: 0, unchanged: 0, withdrawn: 0, faults: 0 });
